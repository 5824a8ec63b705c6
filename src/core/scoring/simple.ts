import { toDecimals, toNumber, toText, type Fraction } from './fraction.ts';
import { workOf } from './rank.ts';
import { readCase } from './read.ts';
import type { Work } from './sections.ts';
import { isMissing, type RankInput } from './types.ts';

/** A figure as a page needs it. */
export interface Figure {
  /** For drawing. */
  readonly value: number;
  /** Rounded half up to two decimals, with a point: "7.35". For reading, never for comparing. */
  readonly display: string;
}

/** A mean of whole numbers, with its fraction. */
export interface ExactMean extends Figure {
  /** Lowest terms, "147/20". */
  readonly exact: string;
}

/** One nomination in the ranking. */
export interface SimpleRank {
  readonly nomination: number;
  readonly nBallots: number;
  /** Per juror the weighted mean of the ballot; null = no ballot. */
  readonly totals: readonly (ExactMean | null)[];
  /** Mean of the ballots there are; null when there are none. */
  readonly plainMean: ExactMean | null;
  /** The mean that the rule names; null without ballots, and where the case does not define it. */
  readonly score: Figure | null;
  /** 1, 2, 2, 4 by that mean; null where there is none. */
  readonly place: number | null;
}

/**
 * The ranking by the rule of the case and nothing beside it, best first and those without a place last; ties keep the order
 * given and share the place. Absent, recused (null) and incomplete ballots never count as zero.
 * @throws InputError naming the cell.
 */
export function rankingOf(input: RankInput): SimpleRank[] {
  if (input.scores?.length === 0) return [];
  const work = workOf(readCase(input));
  const { c, plain } = work;
  const ranks = work.ranks[c.rule];
  return plain
    .map((mean, nomination) => ({
      nomination,
      nBallots: c.units[nomination]!.filter((total) => total !== null).length,
      totals: c.units[nomination]!.map((num) => (num === null ? null : exactMean({ num, den: c.unit }))),
      plainMean: mean && exactMean(mean),
      score: scoreBy(work, nomination),
      place: isMissing(ranks) ? null : ranks[nomination]!,
    }))
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.nomination - b.nomination);
}

/** The same by the plain mean, whatever the rule. */
export const simpleRanking = (input: Pick<RankInput, 'scores' | 'weights' | 'scale'>): SimpleRank[] =>
  rankingOf({ ...input, rule: 'plain' });

function scoreBy({ c, plain, trimmed, adjusted }: Work, nomination: number): Figure | null {
  if (c.rule !== 'adjusted') {
    const mean = (c.rule === 'plain' ? plain : trimmed)[nomination]!;
    return mean && exactMean(mean);
  }
  const value = isMissing(adjusted) ? null : adjusted.fit.adjusted[nomination]!;
  return value === null ? null : { value, display: inDecimals(value) };
}

/** Half up like the exact figures: what the fit misses of a half by its arithmetic still counts as the half. */
export const inDecimals = (value: number): string => (Math.floor(value * 100 + 0.5 + 1e-7) / 100).toFixed(2);

function exactMean(fraction: Fraction): ExactMean {
  return { exact: toText(fraction), value: toNumber(fraction), display: toDecimals(fraction) };
}
