import { midranksOf } from './alpha.ts';
import type { Missing } from './types.ts';

/**
 * Kendall's coefficient of concordance W, corrected for ties: 1 = all jurors rank alike, 0 = their rank sums are equal.
 * `table[nomination][juror]` without holes.
 */
export function kendallW(table: readonly (readonly number[])[]): number | Missing {
  const n = table.length;
  const m = table[0]?.length ?? 0;
  if (n < 2 || m < 2) return { missing: 'it takes two nominations and two jurors' };
  const columns = table[0]!.map((_, j) => table.map((row) => row[j]!));
  const midranks = columns.map(midranksOf);
  const rankSums = table.map((row) => row.reduce((sum, value, j) => sum + midranks[j]!.get(value)! + 1, 0));
  const s = rankSums.reduce((sum, rankSum) => sum + (rankSum - (m * (n + 1)) / 2) ** 2, 0);
  const possible = m * m * (n ** 3 - n) - m * columns.reduce((sum, column) => sum + tieCorrection(column), 0);
  return possible === 0 ? { missing: 'no juror tells any nomination from another' } : (12 * s) / possible;
}

/** Σ (t³ − t) over groups of t equal values. */
function tieCorrection(column: readonly number[]): number {
  return [...Map.groupBy(column, (value) => value).values()].reduce(
    (sum, { length: t }) => sum + t ** 3 - t,
    0,
  );
}
