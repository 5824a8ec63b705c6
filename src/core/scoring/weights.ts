import { TOLERANCE } from './ranks.ts';
import type { Missing, Row } from './types.ts';

/** The smallest change of weights that brings a challenger level with the winner. */
export interface WeightFlip {
  readonly challenger: number;
  /** Sum of the absolute changes, twice the weight that moves; 0.068 = 3.4 percentage points move. Null = impossible. */
  readonly l1: number | null;
  /** The new weights, summing to 1; null = impossible. */
  readonly newWeights: readonly number[] | null;
}

/** Scores per nomination and criterion, null for a nomination without ballots. */
export type ByCriterion = readonly (readonly number[] | null)[];

/** One entry per nomination except `winner`, in their order. `weights` of any sum. */
export function weightFlips(scores: ByCriterion, weights: readonly number[], winner: number): WeightFlip[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => weight / sum);
  return scores.flatMap((row, challenger) => {
    if (challenger === winner) return [];
    const newWeights =
      row &&
      levelling(
        shares,
        scores[winner]!.map((score, c) => score - row[c]!),
      );
    const l1 = newWeights && newWeights.reduce((total, share, c) => total + Math.abs(share - shares[c]!), 0);
    return [{ challenger, l1, newWeights }];
  });
}

/**
 * Weight moves to the criterion where the winner leads least (`target`), first from the criterion where it leads most:
 * the greedy solution of a fractional knapsack, so exact. `leads`: winner minus challenger per criterion.
 */
function levelling(shares: readonly number[], leads: readonly number[]): number[] | null {
  const result = [...shares];
  const target = leads.indexOf(Math.min(...leads));
  const least = leads[target]!;
  let margin = leads.reduce((total, lead, c) => total + lead * shares[c]!, 0);
  if (margin > TOLERANCE && least > TOLERANCE) return null;
  const sources = leads.map((_, c) => c).sort((a, b) => leads[b]! - leads[a]!);
  for (const c of sources) {
    const gain = leads[c]! - least;
    if (margin <= TOLERANCE || gain <= 0) break;
    const moved = Math.min(shares[c]!, margin / gain);
    result[c] = moved === shares[c] ? 0 : result[c]! - moved;
    result[target]! += moved;
    margin -= moved * gain;
  }
  return result;
}

/**
 * How much of the differences between nominations each criterion makes: covariance of its weighted scores with the total,
 * over the variance of the total. Sums to 1; a criterion on which all score alike has 0, whatever its weight.
 */
export function effectiveWeights(
  scores: ByCriterion,
  totals: Row,
  weights: readonly number[],
): number[] | Missing {
  const rows = scores.flatMap((row, i) => (row ? [{ row, total: totals[i]! }] : []));
  const centre = rows.reduce((sum, { total }) => sum + total, 0) / rows.length;
  const variance = rows.reduce((sum, { total }) => sum + (total - centre) ** 2, 0);
  if (variance <= rows.length * TOLERANCE ** 2)
    return { missing: 'the nominations do not differ in their totals' };
  const weightSum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight, c) => {
    const covariance = rows.reduce((sum, { row, total }) => sum + row[c]! * (total - centre), 0);
    return ((weight / weightSum) * covariance) / variance;
  });
}
