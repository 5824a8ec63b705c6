import { layoutOf, solve } from './additive.ts';
import { firstOf, rankNumbers } from './ranks.ts';
import { isMissing, type Row, type Table } from './types.ts';

/** The adjusted ranking without one juror. Not defined when the design falls apart or a nomination loses its last ballot. */
export interface WithoutJuror {
  readonly juror: number;
  readonly defined: boolean;
  /** Nominations at place 1. */
  readonly winners: readonly number[] | null;
  readonly ranks: Row | null;
  /** Largest number of places that a nomination moves. */
  readonly maxRankShift: number | null;
}

/** One entry per juror of the table; `ranks` is the adjusted ranking with all of them, `active` the jurors with ballots. */
export function leaveOneJurorOut(y: Table, active: readonly number[], ranks: Row): WithoutJuror[] {
  return y[0]!.map((_, juror) =>
    withoutJuror(
      y,
      active.filter((j) => j !== juror),
      ranks,
      juror,
    ),
  );
}

function withoutJuror(y: Table, rest: readonly number[], ranks: Row, juror: number): WithoutJuror {
  const undefinedWithout: WithoutJuror = {
    juror,
    defined: false,
    winners: null,
    ranks: null,
    maxRankShift: null,
  };
  if (ranks.some((rank, i) => rank !== null && rest.every((j) => y[i]![j] === null))) return undefinedWithout;
  const layout = layoutOf(y, rest);
  if (isMissing(layout)) return undefinedWithout;
  const moved = rankNumbers(solve(layout, (i, j) => y[i]![j]!).adjusted);
  const maxRankShift = moved.reduce<number>(
    (most, rank, i) => Math.max(most, Math.abs((rank ?? 0) - (ranks[i] ?? 0))),
    0,
  );
  return { juror, defined: true, winners: firstOf(moved), ranks: moved, maxRankShift };
}
