import type { Missing, Table } from './types.ts';

/**
 * Krippendorff's alpha with squared differences: 1 = full agreement, 0 = as if scores were dealt at random, below 0 = worse.
 * Uses nominations with two ballots or more. Closed form of the coincidence matrix: one minus the mean variance within
 * nominations (weighted by ballots) over the variance of all ballots.
 */
export function alphaInterval(y: Table): number | Missing {
  return alphaOf(pairable(y));
}

/**
 * The same for an ordered scale. Its distance, the number of ballots between two values counting half of each end, is the
 * difference of the two values' mid-ranks among all pairable ballots: so it is the interval alpha of the mid-ranks.
 */
export function alphaOrdinal(y: Table): number | Missing {
  const rows = pairable(y);
  const midrank = midranksOf(rows.flat());
  return alphaOf(rows.map((row) => row.map((value) => midrank.get(value)!)));
}

/** Value to mean position (0-based, ties share) among `values`. */
export function midranksOf(values: readonly number[]): Map<number, number> {
  const sorted = Float64Array.from(values).sort();
  const midranks = new Map<number, number>();
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    midranks.set(sorted[start]!, (start + end - 1) / 2);
    start = end;
  }
  return midranks;
}

function pairable(y: Table): number[][] {
  return y.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 1);
}

function alphaOf(rows: readonly (readonly number[])[]): number | Missing {
  const all = rows.flat();
  if (all.length === 0) return { missing: 'no nomination has two ballots' };
  const total = squares(all) / (all.length - 1);
  if (total === 0)
    return { missing: 'all ballots are alike, so there is nothing to agree or disagree about' };
  const within =
    rows.reduce((sum, row) => sum + (row.length * squares(row)) / (row.length - 1), 0) / all.length;
  return 1 - within / total;
}

/** Sum of squared deviations from the mean; exactly 0 when all values are the same. */
function squares(values: readonly number[]): number {
  const origin = values[0]!;
  let sum = 0;
  let sumOfSquares = 0;
  for (const value of values) {
    sum += value - origin;
    sumOfSquares += (value - origin) ** 2;
  }
  return sumOfSquares - (sum * sum) / values.length;
}
