import { toDecimals, toNumber, toText, type Fraction } from './fraction.ts';
import { plainMeans } from './means.ts';
import { rankExact } from './ranks.ts';
import { readCase } from './read.ts';
import type { RankInput } from './types.ts';

/** A mean in the three forms a page needs. */
export interface ExactMean {
  /** Lowest terms, "147/20". */
  readonly exact: string;
  /** For drawing. */
  readonly value: number;
  /** Rounded half up to two decimals, with a point: "7.35". For reading, never for comparing. */
  readonly display: string;
}

/** One nomination in the plain ranking. */
export interface SimpleRank {
  readonly nomination: number;
  readonly nBallots: number;
  /** Per juror the weighted mean of the ballot; null = no ballot. */
  readonly totals: readonly (ExactMean | null)[];
  /** Mean of the ballots there are; null when there are none. */
  readonly plainMean: ExactMean | null;
  /** 1, 2, 2, 4 by exact comparison; null without ballots. */
  readonly place: number | null;
}

/**
 * The ranking by plain weighted mean, best first and those without ballots last; ties keep the order given and share
 * the place. Absent, recused (null) and incomplete ballots never count as zero.
 * @throws InputError naming the cell.
 */
export function simpleRanking(input: Pick<RankInput, 'scores' | 'weights' | 'scale'>): SimpleRank[] {
  if (input.scores?.length === 0) return [];
  const read = readCase(input);
  const means = plainMeans(read);
  const ranks = rankExact(means);
  return means
    .map((mean, nomination) => ({
      nomination,
      nBallots: read.units[nomination]!.filter((total) => total !== null).length,
      totals: read.units[nomination]!.map((num) =>
        num === null ? null : exactMean({ num, den: read.unit }),
      ),
      plainMean: mean && exactMean(mean),
      place: ranks[nomination]!,
    }))
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.nomination - b.nomination);
}

function exactMean(fraction: Fraction): ExactMean {
  return { exact: toText(fraction), value: toNumber(fraction), display: toDecimals(fraction) };
}
