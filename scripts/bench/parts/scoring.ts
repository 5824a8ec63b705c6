import { plainBootstrap } from '../../../src/core/scoring/bootstrap-plain.ts';
import { rankCase, type RankInput } from '../../../src/core/scoring/index.ts';
import { workOf } from '../../../src/core/scoring/rank.ts';
import { readCase } from '../../../src/core/scoring/read.ts';
import { agreement, fit, stability, weighing } from '../../../src/core/scoring/sections.ts';
import { bootstrapByDefinition } from '../../../tests/core/scoring/oracle.ts';
import { atLeast, type Part } from '../part.ts';
import { resultFigures } from './scoring/result.ts';

/** The speed of the arithmetic where no database takes part. Times in milliseconds. */
export interface ScoringBench {
  /** The exact jury bootstrap (plain mean) beside the definition, in one run. */
  readonly bootstrap: readonly Comparison[];
  /** Fit, agreement, leave one juror out and weight flips together, from a checked case; to set beside reading its ballots. */
  readonly analysis: { readonly shape: string; readonly ms: number };
  /** The whole result except the bootstrap, as nominations and jurors grow. */
  readonly growth: readonly { readonly nominations: number; readonly jurors: number; readonly ms: number }[];
}

export interface Comparison {
  readonly shape: string;
  readonly oracleMs: number;
  readonly ms: number;
  readonly speedup: number;
  /** Every chance of first place is the same fraction, every range the same places. */
  readonly identical: boolean;
}

/** Takes a minute or two: the definition at 100 × 10, and the re-drawn juries of 100 × 12 in their thread. @throws Error when the fast way does not find the same fractions */
export const measure: Part = async (tell) => {
  tell('The arithmetic of a result …');
  const found = scoringFigures();
  const different = found.bootstrap.find(({ identical }) => !identical);
  if (different) throw new Error(`The bootstrap of ${different.shape} is not the one defined.`);
  const goals = found.bootstrap.map(({ shape, speedup }) =>
    atLeast(`bootstrap of ${shape}, times faster than its definition`, speedup, 8),
  );
  const stored = await resultFigures(tell);
  return { figures: { ...found, ...stored.figures }, goals: [...goals, ...stored.goals] };
};

function scoringFigures(): ScoringBench {
  const sizes = [10, 100, 1000].flatMap((nominations) =>
    [5, 10, 20].map((jurors) => ({ nominations, jurors })),
  );
  return {
    bootstrap: [compare(25, 9), compare(100, 10)],
    analysis: { shape: '100 x 12 x 8', ms: analysis(100, 12) },
    growth: sizes.map(({ nominations, jurors }) => ({
      nominations,
      jurors,
      ms: withoutBootstrap(nominations, jurors),
    })),
  };
}

function compare(nominations: number, jurors: number): Comparison {
  const { units } = readCase(madeUpCase(nominations, jurors));
  const fast = () => plainBootstrap(units, () => {});
  const ms = fastest(3, fast);
  const { pFirstExact, rankLow, rankHigh } = fast();
  let defined: unknown;
  const oracleMs = fastest(1, () => (defined = bootstrapByDefinition(units)));
  const identical = JSON.stringify(defined) === JSON.stringify({ pFirstExact, rankLow, rankHigh });
  return { shape: `${nominations} x ${jurors}`, oracleMs, ms, speedup: oracleMs / ms, identical };
}

function analysis(nominations: number, jurors: number): number {
  const read = readCase(madeUpCase(nominations, jurors));
  return fastest(7, () => {
    const work = workOf(read);
    fit(work);
    agreement(work);
    stability(work, { bootstrap: false });
    weighing(work);
  });
}

function withoutBootstrap(nominations: number, jurors: number): number {
  const input = madeUpCase(nominations, jurors);
  return fastest(7, () => rankCase(input, { bootstrap: false }));
}

function fastest(rounds: number, work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The same case every time: 8 criteria, scale 1 to 10, nominations that differ, about every twelfth ballot recused. */
export function madeUpCase(nominations: number, jurors: number): RankInput {
  let state = 20_261_014;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const score = (quality: number) => Math.max(1, Math.min(10, Math.round(quality + 4 * random() - 2)));
  const scores = Array.from({ length: nominations }, () => {
    const quality = 3 + 5 * random();
    const ballot = () => Array.from({ length: 8 }, () => score(quality));
    return Array.from({ length: jurors }, () => (random() < 1 / 12 ? null : ballot()));
  });
  return { scale: [1, 10], weights: [20, 20, 15, 15, 10, 10, 5, 5], scores };
}
