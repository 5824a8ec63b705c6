import { compareFractions, type Fraction } from './fraction.ts';
import type { Row } from './types.ts';

/** Two fitted scores closer than this are equal: the fit is computed in floating point. */
export const TOLERANCE = 1e-9;

/** Places 1, 2, 2, 4 by exact comparison; null keeps null. */
export function rankExact(values: readonly (Fraction | null)[]): (number | null)[] {
  return rankBy(
    values,
    (a, b) => compareFractions(b, a),
    (a, b) => compareFractions(a, b) > 0,
  );
}

/** Places 1, 2, 2, 4 where values closer than `tolerance` are equal; null keeps null. */
export function rankNumbers(values: Row, tolerance = TOLERANCE): (number | null)[] {
  return rankBy(
    values,
    (a, b) => b - a,
    (a, b) => a > b && a - b >= tolerance,
  );
}

/** Place = 1 + number of values that are strictly better. */
function rankBy<T>(
  values: readonly (T | null)[],
  bestFirst: (a: T, b: T) => number,
  better: (a: T, b: T) => boolean,
): (number | null)[] {
  const present = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  present.sort((a, b) => bestFirst(a.value, b.value));
  const ranks: (number | null)[] = values.map(() => null);
  let ahead = 0;
  for (const { value, index } of present) {
    while (better(present[ahead]!.value, value)) ahead++;
    ranks[index] = ahead + 1;
  }
  return ranks;
}

/** Indices of the values at place 1. */
export function firstOf(ranks: Row): number[] {
  return ranks.flatMap((rank, index) => (rank === 1 ? [index] : []));
}
