import type { Progress } from './bootstrap-plain.ts';
import { drawTable, forEachRedraw } from './redraws.ts';
import { TOLERANCE } from './ranks.ts';
import { keysFit } from './order-keys.ts';
import { createTally, UNSCORED, type Places } from './tally.ts';
import { weightedFit } from './weighted-fit.ts';

export interface AdjustedPlaces extends Places {
  /** Probability of re-drawing a jury that falls apart; in those the plain mean gives the places. */
  readonly fallbackProbability: number;
}

/**
 * The exact jury bootstrap of the adjusted mean. Scores of a re-drawn jury are compared on a grid of 1e-9 (coarser only
 * where totals differ by tens of thousands). `y[nomination][juror]`: each nomination and each juror with a ballot.
 */
export function adjustedBootstrap(
  y: readonly (readonly (number | null)[])[],
  progress: Progress,
): AdjustedPlaces {
  const lowest = y.flat().reduce<number>((least, cell) => Math.min(least, cell ?? least), Infinity);
  const table = drawTable(y.map((row) => row.map((cell) => (cell === null ? null : cell - lowest))));
  const totalDraws = table.jurors ** table.jurors;
  const { grid, largestKey } = gridFor(table.columns, y.length);
  const tally = createTally(y.length, largestKey, totalDraws);
  const fit = weightedFit(table);
  const keys = new Float64Array(y.length);
  let fallbacks = 0;
  let done = 0;
  forEachRedraw(table, (sums, ballots, counts, draws) => {
    const leniency = fit(sums, ballots, counts);
    if (!leniency) fallbacks += draws;
    fillKeys(keys, table.groupOf, sums, ballots, leniency, grid);
    tally.add(keys, draws);
    if (++done % 1024 === 0) progress(done);
  });
  return { ...tally.result(), fallbackProbability: fallbacks / totalDraws };
}

/** Severities differ by at most the spread along a chain of jurors, so adjusted scores by 2J + 1 times the spread. */
function gridFor(
  columns: readonly Float64Array[],
  nominations: number,
): { grid: number; largestKey: number } {
  const spread = columns.reduce((most, column) => Math.max(most, ...column), 0) * (2 * columns.length + 1);
  let grid = TOLERANCE;
  while (!keysFit(spread / grid + 1, nominations)) grid *= 2;
  return { grid, largestKey: spread / grid + 1 };
}

/** Steps of the grid above the lowest score. */
function fillKeys(
  keys: Float64Array,
  groupOf: Int32Array,
  sums: Float64Array,
  ballots: Int32Array,
  leniency: Float64Array | null,
  grid: number,
): void {
  let lowest = Infinity;
  for (let i = 0; i < keys.length; i++) {
    const group = groupOf[i]!;
    keys[i] =
      ballots[group] === 0 ? Infinity : sums[i]! / ballots[group]! - (leniency ? leniency[group]! : 0);
    if (keys[i]! < lowest) lowest = keys[i]!;
  }
  for (let i = 0; i < keys.length; i++) {
    keys[i] = keys[i] === Infinity ? UNSCORED : Math.round((keys[i]! - lowest) / grid);
  }
}
