import { layoutOf, solve, type Fit, type Layout } from './additive.ts';
import { isComplete } from './design.ts';
import { toNumber, type Fraction } from './fraction.ts';
import { precisionOf, type Precision } from './precision.ts';
import { rankExact, rankNumbers } from './ranks.ts';
import { isMissing, type Case, type Missing, type Row } from './types.ts';
import type { ByCriterion } from './weights.ts';

/** The adjusted mean and all that comes with it. */
export interface Adjusted {
  readonly fit: Fit;
  readonly ranks: Row;
  readonly precision: Precision | Missing;
  /** The same fit of each criterion alone; its weighted sum is the adjusted mean. */
  readonly byCriterion: ByCriterion | Missing;
  /** Why to read the adjusted mean with care; null when there is no reason. */
  readonly caution: string | null;
}

/** With fewer ballots for a nomination, or fewer left over to measure the error by, adjusting is a guess. */
const FEW_BALLOTS = 3;
const FEW_DEGREES = 5;

/** `active`: jurors with ballots. Missing when there are no ballots, or when the design falls apart (the parts are named). */
export function adjustedOf(
  c: Case,
  active: readonly number[],
  plain: readonly (Fraction | null)[],
): Adjusted | Missing {
  const layout = layoutOf(c.y, active);
  if (isMissing(layout)) return layout;
  const complete = isComplete(c.y, active);
  const fitted = solve(layout, (i, j) => c.y[i]![j]!);
  // Whoever was judged by all has the plain mean: the exact one then, and without holes exact ties too.
  const byAll = (i: number) => layout.judges[i]!.length === active.length;
  const fit = {
    ...fitted,
    adjusted: fitted.adjusted.map((score, i) => (byAll(i) ? toNumber(plain[i]!) : score)),
  };
  const precision = precisionOf(layout, fit, c.y);
  return {
    fit,
    ranks: complete ? rankExact(plain) : rankNumbers(fit.adjusted),
    precision,
    byCriterion: fitCriteria(c, layout),
    caution: complete ? null : cautionAbout(layout, precision),
  };
}

function cautionAbout({ judges }: Layout, precision: Precision | Missing): string | null {
  const few = judges.flatMap((row, i) => (row.length > 0 && row.length < FEW_BALLOTS ? [i] : []));
  const degrees = isMissing(precision) ? 0 : precision.df;
  if (few.length === 0 && degrees >= FEW_DEGREES) return null;
  return few.length > 0
    ? `adjusted with care: fewer than ${FEW_BALLOTS} ballots for nominations ${few.join(', ')}`
    : `adjusted with care: ${degrees} degrees of freedom are too few to learn strictness from`;
}

function fitCriteria({ ballots }: Case, layout: Layout): ByCriterion | Missing {
  if (!ballots) return { missing: 'the case has totals only, no criteria' };
  const { scores, weights } = ballots;
  const fits = weights.map((_, criterion) => solve(layout, (i, j) => scores[i]![j]![criterion]!).adjusted);
  return layout.judges.map((row, i) => (row.length === 0 ? null : fits.map((adjusted) => adjusted[i]!)));
}
