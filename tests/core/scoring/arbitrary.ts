import fc from 'fast-check';
import type tap from 'tap';
import type { RankInput } from '../../../src/core/scoring/index.ts';

/** `property` throws where it does not hold; the smallest counterexample is reported. */
export function holds<T>(
  t: Pick<typeof tap, 'doesNotThrow'>,
  cases: fc.Arbitrary<T>,
  property: (value: T) => void,
  numRuns = 100,
) {
  t.doesNotThrow(() => fc.assert(fc.property(cases, property), { numRuns }));
}

interface Size {
  readonly jurors: number;
  readonly nominations: number;
  /** Chance that a ballot is missing. */
  readonly recused?: number;
  /** Every nomination and every juror keeps a ballot. */
  readonly everyoneJudged?: boolean;
}

/** Cases of 3 criteria on a scale from 1 to 5 (ties are common), up to the given size. */
export function scoredCase(
  size: Size,
): fc.Arbitrary<RankInput & { scores: (number[] | null)[][]; weights: number[] }> {
  const ballot = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
  return fc.record({ scale: fc.constant([1, 5] as const), weights, scores: table(ballot, size) });
}

/** Totals with one decimal. */
export function totals(size: Size): fc.Arbitrary<(number | null)[][]> {
  return table(
    fc.integer({ min: 10, max: 100 }).map((n) => n / 10),
    size,
  );
}

function table<T>(cell: fc.Arbitrary<T>, size: Size): fc.Arbitrary<(T | null)[][]> {
  const { jurors, nominations, recused = 0, everyoneJudged = false } = size;
  const present = fc.integer({ min: 0, max: 99 }).map((n) => n >= recused * 100);
  const filled = fc.tuple(cell, present).map(([value, there]) => (there ? value : null));
  const shape = fc.tuple(fc.integer({ min: 2, max: nominations }), fc.integer({ min: 2, max: jurors }));
  const cells = shape.chain(([n, j]) =>
    fc.array(fc.array(filled, { minLength: j, maxLength: j }), { minLength: n, maxLength: n }),
  );
  const judged = (rows: (T | null)[][]) =>
    rows.every((row) => row.some((value) => value !== null)) &&
    rows[0]!.every((_, j) => rows.some((row) => row[j] !== null));
  return everyoneJudged
    ? cells.filter(judged)
    : cells.filter((rows) => rows.flat().some((value) => value !== null));
}
