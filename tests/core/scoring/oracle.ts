import { rankCase } from '../../../src/core/scoring/index.ts';

/**
 * The exact jury bootstrap of the plain mean as it is defined, with nothing clever: every multiset of jurors, big
 * integers, every pair of nominations compared by cross-multiplication. `units[nomination][juror]` as in a read case.
 */
export function bootstrapByDefinition(units: readonly (readonly (bigint | null)[])[]) {
  const jurors = units[0]!.length;
  const first = new Map<number, bigint[]>();
  const places = units.map(() => units.map(() => 0n));
  for (const counts of multisets(jurors, jurors)) {
    const draws = factorial(jurors) / counts.reduce((product, count) => product * factorial(count), 1n);
    const means = units.map((row) => meanOf(row, counts));
    const ranks = means.map((own) => means.reduce((rank, other) => rank + (isBetter(other, own) ? 1 : 0), 0));
    ranks.forEach((rank, i) => (places[i]![rank]! += draws));
    const sharing = ranks.filter((rank) => rank === 0).length;
    if (!first.has(sharing))
      first.set(
        sharing,
        units.map(() => 0n),
      );
    ranks.forEach((rank, i) => (first.get(sharing)![i]! += rank === 0 ? draws : 0n));
  }
  const all = BigInt(jurors) ** BigInt(jurors);
  return {
    pFirstExact: units.map((_, i) => chance(i, first, all)),
    rankLow: places.map((row) => quantile(row, all, 1n)),
    rankHigh: places.map((row) => quantile(row, all, 19n)),
  };
}

/**
 * The adjusted bootstrap as defined: a juror drawn twice sits in the jury twice. Chances of the first place.
 * Whole-number totals, so that the plain mean of a jury that falls apart is exact.
 */
export function adjustedByDefinition(units: readonly (readonly (bigint | null)[])[]) {
  const y = units.map((row) => row.map((value) => (value === null ? null : Number(value))));
  const jurors = y[0]!.length;
  const pFirst = y.map(() => 0);
  let fallbackProbability = 0;
  for (const counts of multisets(jurors, jurors)) {
    const draws = factorial(jurors) / counts.reduce((product, count) => product * factorial(count), 1n);
    const share = Number(draws) / jurors ** jurors;
    const seats = counts.flatMap((count, j) => Array.from({ length: count }, () => j));
    const result = rankCase({ y: y.map((row) => seats.map((j) => row[j]!)) }, { bootstrap: false });
    if (!result.adjustedRank) fallbackProbability += share;
    const ranks = result.adjustedRank ?? result.plainRank;
    const sharing = ranks.filter((rank) => rank === 1).length;
    ranks.forEach((rank, i) => (pFirst[i]! += rank === 1 ? share / sharing : 0));
  }
  return { pFirst, fallbackProbability };
}

function multisets(kinds: number, size: number): number[][] {
  if (kinds === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, count) =>
    multisets(kinds - 1, size - count).map((rest) => [count, ...rest]),
  ).flat();
}

interface Mean {
  readonly sum: bigint;
  readonly ballots: bigint;
}

function meanOf(row: readonly (bigint | null)[], counts: readonly number[]): Mean {
  let sum = 0n;
  let ballots = 0n;
  row.forEach((value, j) => {
    if (value === null) return;
    sum += value * BigInt(counts[j]!);
    ballots += BigInt(counts[j]!);
  });
  return { sum, ballots };
}

/** Nobody drawn for a nomination: it is last. */
function isBetter(a: Mean, b: Mean): boolean {
  if (a.ballots === 0n) return false;
  return b.ballots === 0n || a.sum * b.ballots > b.sum * a.ballots;
}

function chance(nomination: number, first: Map<number, bigint[]>, all: bigint): string {
  let [num, den] = [0n, 1n];
  for (const [sharing, draws] of first) {
    num = num * BigInt(sharing) + draws[nomination]! * den;
    den *= BigInt(sharing);
  }
  den *= all;
  const divisor = commonDivisor(num, den);
  return `${num / divisor}/${den / divisor}`;
}

function quantile(row: readonly bigint[], all: bigint, twentieths: bigint): number {
  let sum = 0n;
  return 1 + row.findIndex((draws) => (sum += draws) * 20n >= all * twentieths);
}

function factorial(n: number): bigint {
  return n < 2 ? 1n : BigInt(n) * factorial(n - 1);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
