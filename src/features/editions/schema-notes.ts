import type { EditionRow } from './schema.ts';

/** The phases of a year that somebody may have something to tell the next one about. */
export const phases = ['setup', 'call', 'check', 'judging', 'decision', 'publication', 'after'] as const;
export type Phase = (typeof phases)[number];

const phaseOfState: Record<EditionRow['state'], Phase> = {
  planned: 'setup',
  announced: 'call',
  closed: 'check',
  judging: 'judging',
  deliberating: 'decision',
  decided: 'publication',
  finalistsPublished: 'publication',
  winnerAnnounced: 'after',
  noAward: 'after',
  cancelled: 'after',
  archived: 'after',
};
export const phaseOf = ({ state }: Pick<EditionRow, 'state'>): Phase => phaseOfState[state];

export const NOTE_LENGTH = 10_000;

/** A note; `version` 0 where nobody has written anything. */
export interface Note {
  phase: Phase;
  body: string;
  version: number;
  writtenAt: Date | null;
  /** Null where it came along with the year that was copied. */
  writtenBy: string | null;
}

/** Something that the service does by itself, or that happens by the clock alone. */
export interface Coming {
  what:
    | 'open'
    | 'remind'
    | 'remindDeclarations'
    | 'remindBallots'
    | 'remindStatements'
    | 'remindCeremony'
    | 'remindCall'
    | 'sendBatch'
    | 'close'
    | 'countVotes'
    | 'publishFinalists'
    | 'announceWinner'
    | 'announceWinnerLatest'
    | 'warnOfErasure'
    | 'forgetAsked'
    | 'forgetGuests';
  at: Date;
  /** How many it concerns, where it is counted. */
  count: number | null;
  /** The mailing it is about. */
  id: string | null;
  /** Somebody has stopped it, and can let it go after all. */
  stopped: boolean;
}
