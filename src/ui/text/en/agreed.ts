import type { agreed as nb } from '../nb/agreed.ts';

export const agreed: typeof nb = {
  title: 'Scores you have agreed on',
  lead: 'What was delivered stays as it is. The result counts what you have agreed on.',
  none: 'No score was changed at the meeting.',
  juror: 'Juror',
  criterion: 'Criterion',
  delivered: 'Delivered',
  score: 'Agreed',
  reason: 'Reason',
  state: 'Status',
  confirmed: (when) => `Confirmed ${when}`,
  replaced: (when) => `Confirmed ${when}, changed since`,
  waiting: (name) => `Waiting for ${name}`,
  was: (score) => `delivered ${score}`,
  changed: (n) =>
    n === 1
      ? '1 score was changed by agreement at the meeting'
      : `${n} scores were changed by agreement at the meeting`,
  propose: 'Propose a change',
  proposeLead:
    'Has a juror come to another view at the meeting? Propose it here. It counts once the juror has confirmed it.',
  proposeButton: 'Send the proposal',
  choose: 'Choose',
  newScore: 'New score',
  newScoreHint: (min, max) => `A whole number from ${min} to ${max}`,
  reasonHint: 'What was said at the meeting that changed the view? It stands in the signed result.',
  yours: (by) => `${by} has proposed that one of your scores is changed. Only you can confirm it.`,
  change: (from, to) => `from ${from} to ${to}`,
  confirm: 'Yes, I agree',
  decline: 'No, keep my score',
  withdraw: 'Take back the proposal',
  saved: 'Saved.',
  see: 'Scores and changes',
  notOwn: 'It takes two to agree. The deputy chair proposes a change to your own scores.',
  offScale: (min, max) => `Write a whole number from ${min} to ${max}`,
  same: (score) => `The score is ${score} already`,
  noMeeting: 'Scores are changed at a meeting that is under way, once the application has been opened there.',
  answered: 'The proposal has been answered. Load the page again to see the answer.',
  decided: 'The jury has decided. Scores do not change after that.',
};
