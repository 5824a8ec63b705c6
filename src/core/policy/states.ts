/** The states of applications and years in groups that have a name: for the rules, and for whoever counts the same ones. */

/** What became of a nominated one once the winner is announced. */
const afterCeremony = ['winner', 'honourableMention', 'finalistWithoutPrize'] as const;
/** The jury chooses among these. */
export const chosenAmong = ['scored', 'finalist'] as const;
/** The jury writes, or has written, a statement about it. */
export const stated = [...chosenAmong, ...afterCeremony] as const;
/** What the jury has weighed: after the closing, and not withdrawn. */
export const weighed = [...chosenAmong, 'notSelected', ...afterCeremony] as const;
/** What the jury may read once it is free to. */
export const beforeJury = ['admitted', 'underReview', ...weighed] as const;
/** Sent in, and not withdrawn. */
export const sentIn = ['submitted', 'returned', 'rejected', ...beforeJury] as const;
/** Those who applied still work on it. */
export const open = ['draft', 'submitted', 'returned'] as const;
/** Nothing of an outcome is public. */
export const beforePublication = [...open, 'admitted', 'underReview', 'scored'] as const;

/** The jury still chooses. */
export const untilAnnounced = ['deliberating', 'decided', 'finalistsPublished'] as const;
/** The jury has decided something. */
export const sinceDecision = [
  'decided',
  'finalistsPublished',
  'winnerAnnounced',
  'noAward',
  'archived',
] as const;
/** What it has decided is shown also once the year is cancelled: what was out by then may have to be corrected or taken down. */
export const decidedOrCancelled = [...sinceDecision, 'cancelled'] as const;
/** The judging is closed and the result there. */
export const sinceClosing = ['deliberating', ...sinceDecision] as const;
/** Something can be published, or what is out be corrected. */
export const publishing = ['decided', 'finalistsPublished', 'winnerAnnounced', 'noAward'] as const;
/** What has been out can be corrected: also once the year is cancelled or archived, when nothing else comes out. */
export const correcting = [...publishing, 'cancelled', 'archived'] as const;
/** An application may still be taken in. */
export const receiving = ['announced', 'closed'] as const;
