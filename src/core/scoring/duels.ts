import type { Case, Row, Table } from './types.ts';

/**
 * Copeland: majority duels won minus lost. In a duel each juror who judged both prefers the higher total.
 * `group`: only duels among these nominations. Null for a nomination without ballots.
 */
export function copeland(y: Table, group: readonly number[] = y.map((_, i) => i)): (number | null)[] {
  const score: (number | null)[] = group.map((i) => (y[i]!.some((cell) => cell !== null) ? 0 : null));
  for (let a = 0; a < group.length; a++) {
    for (let b = a + 1; b < group.length; b++) {
      const outcome = Math.sign(votes(y[group[a]!]!, y[group[b]!]!));
      if (outcome === 0) continue;
      score[a]! += outcome;
      score[b]! -= outcome;
    }
  }
  return score;
}

/** Jurors who prefer `a` minus jurors who prefer `b`. */
function votes(a: Row, b: Row): number {
  let balance = 0;
  for (let j = 0; j < a.length; j++) {
    const [left, right] = [a[j]!, b[j]!];
    if (left === null || right === null) continue;
    balance += left > right ? 1 : left < right ? -1 : 0;
  }
  return balance;
}

/** `above` has the better place, but the jurors who judged both gave `below` more. */
export interface Reversal {
  readonly above: number;
  readonly below: number;
  /** The jurors who judged both. */
  readonly jurors: readonly number[];
  /** By how much their mean prefers `below`, on the scale of the scores; > 0. */
  readonly difference: number;
}

/**
 * Every pair whose order the jurors common to both would turn round, by the mean of the ballots they share. Without
 * recusals the plain and the adjusted mean give none; a recusal by a strict or a lenient juror is what makes them.
 */
export function commonJurorReversals({ y, units }: Case, ranks: Row): Reversal[] {
  const order = ranks.flatMap((rank, i) => (rank === null ? [] : [i])).sort((a, b) => ranks[a]! - ranks[b]!);
  const reversals: Reversal[] = [];
  order.forEach((above, position) => {
    for (const below of order.slice(position + 1)) {
      if (ranks[below] === ranks[above] || !preferred(y, units, below, above)) continue;
      const jurors = y[above]!.flatMap((cell, j) => (cell === null || y[below]![j] === null ? [] : [j]));
      const difference = jurors.reduce((sum, j) => sum + (y[below]![j]! - y[above]![j]!), 0) / jurors.length;
      reversals.push({ above, below, jurors, difference });
    }
  });
  return reversals;
}

/** True when the common ballots of `a` sum to more than those of `b`. Exact: floating point decides only clear cases. */
function preferred(y: Table, units: Case['units'], a: number, b: number): boolean {
  const [left, right] = [y[a]!, y[b]!];
  let sum = 0;
  let size = 0;
  for (let j = 0; j < left.length; j++) {
    if (left[j] === null || right[j] === null) continue;
    sum += left[j]! - right[j]!;
    size += Math.abs(left[j]!) + Math.abs(right[j]!);
  }
  if (Math.abs(sum) > size * 1e-9) return sum > 0;
  const exact = units[a]!.reduce<bigint>((total, cell, j) => {
    const other = units[b]![j]!;
    return cell === null || other === null ? total : total + cell - other;
  }, 0n);
  return exact > 0n;
}
