/**
 * The closed vocabulary of what a transition may cause. The machines only name effects and their parameters;
 * the features carry them out, inside the transaction of the transition.
 */
export type Effect =
  /** Put letters in the outbox: which template, to whom. */
  | { type: 'letter'; params: { template: LetterTemplate; to: Recipients } }
  /** Send an event to everything that belongs to this row, in the same transaction. */
  | { type: 'cascade'; params: { to: 'nominations' | 'ballots'; event: string } }
  /** Keep what was sent in as an immutable submission with a receipt. */
  | { type: 'keepSubmission' }
  /** Open the parts of a returned application that the event names, and no others. */
  | { type: 'openParts' }
  /** Give every seated juror a ballot for every application under review. */
  | { type: 'assignBallots' };

export type LetterTemplate =
  | 'receipt'
  | 'received'
  | 'returned'
  | 'admitted'
  | 'rejected'
  | 'withdrawn'
  | 'judgingStarted'
  | 'judgingClosed'
  | 'ceremonyCancelled'
  | 'finalist'
  | 'notSelected'
  | 'outcome';

export type Recipients = 'members' | 'jurors' | 'guests';
