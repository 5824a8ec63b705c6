import type { Fraction } from './fraction.ts';
import type { Case } from './types.ts';

/** From this many ballots the highest and the lowest are left out of the trimmed mean. */
export const TRIM_FROM = 5;

/** Mean of the ballots a nomination has; null when it has none. Recused and missing never count as zero. */
export function plainMeans({ units, unit }: Case): (Fraction | null)[] {
  return units.map((row) => meanOf(present(row), unit));
}

/** Mean without one highest and one lowest ballot; the plain mean below `TRIM_FROM` ballots. */
export function trimmedMeans({ units, unit }: Case): (Fraction | null)[] {
  return units.map((row) => {
    const sorted = ascending(row);
    return meanOf(sorted.length < TRIM_FROM ? sorted : sorted.slice(1, -1), unit);
  });
}

/** The middle ballot, or the lower of the two in the middle: always a total that some juror gave. */
export function lowerMedians({ units, unit }: Case): (Fraction | null)[] {
  return units.map((row) => {
    const sorted = ascending(row);
    return sorted.length === 0 ? null : { num: sorted[(sorted.length - 1) >> 1]!, den: unit };
  });
}

function meanOf(values: readonly bigint[], unit: bigint): Fraction | null {
  if (values.length === 0) return null;
  return { num: values.reduce((a, b) => a + b, 0n), den: unit * BigInt(values.length) };
}

function present(row: readonly (bigint | null)[]): bigint[] {
  return row.filter((value) => value !== null);
}

function ascending(row: readonly (bigint | null)[]): bigint[] {
  return present(row).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
