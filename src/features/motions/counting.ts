/** What a vote comes to: a majority of those who take a side, enough votes given, and on a tie whoever presides. Pure. */

export type Vote = 'for' | 'against' | 'abstain';
export type Outcome = 'carried' | 'fell' | 'notQuorate';
export interface Counted {
  outcome: Outcome;
  /** The vote of whoever presides decided. */
  castVote: boolean;
  tally: Record<Vote, number>;
}

/** @param presiding the vote of whoever presides; null where it was not given */
export function count(
  votes: readonly Vote[],
  { quorum, castingVote, presiding }: { quorum: number; castingVote: boolean; presiding: Vote | null },
): Counted {
  const tally = {
    for: votes.filter((vote) => vote === 'for').length,
    against: votes.filter((vote) => vote === 'against').length,
    abstain: votes.filter((vote) => vote === 'abstain').length,
  };
  if (votes.length < quorum) return { outcome: 'notQuorate', castVote: false, tally };
  if (tally.for !== tally.against)
    return { outcome: tally.for > tally.against ? 'carried' : 'fell', castVote: false, tally };
  const castVote = castingVote && tally.for > 0 && (presiding === 'for' || presiding === 'against');
  return { outcome: castVote && presiding === 'for' ? 'carried' : 'fell', castVote, tally };
}
