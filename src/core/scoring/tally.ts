import { toNumber, toText, type Fraction } from './fraction.ts';
import { orderingOf } from './order-keys.ts';

/** Key of a nomination for which nobody was drawn: below every other. */
export const UNSCORED = -1;

/** Counts, over all re-drawn juries, who came first and where everybody was placed. Everything in whole numbers. */
export interface Tally {
  /**
   * Takes the result of one re-drawn jury that stands for `draws` sequences of draws. `keys`, per nomination: higher is
   * better, whole numbers from 0 to the `largestKey` announced, or UNSCORED.
   */
  readonly add: (keys: Float64Array, draws: number) => void;
  readonly result: () => Places;
}

/** Per nomination. */
export interface Places {
  /** Chance of the first place; those who share it share the chance, so that the chances sum to 1. */
  readonly pFirst: readonly number[];
  /** The same in lowest terms, "16/625". */
  readonly pFirstExact: readonly string[];
  /** The 90 % range of places: its 5 % and its 95 % point. */
  readonly rankLow: readonly number[];
  readonly rankHigh: readonly number[];
  /** `placeCounts[nomination][place - 1]`: sequences of draws that give that place. */
  readonly placeCounts: readonly Float64Array[];
}

/** `totalDraws` = J^J. */
export function createTally(nominations: number, largestKey: number, totalDraws: number): Tally {
  const { sort, order, sorted } = orderingOf(nominations, largestKey);
  const placeCounts = new Float64Array(nominations * nominations);
  /** By number of nominations that share the first place. */
  const firstCounts: Float64Array[] = [];

  function add(keys: Float64Array, draws: number): void {
    sort(keys);
    let place = 0;
    for (let position = 0; position < nominations; position++) {
      if (sorted[position] !== sorted[place]) place = position;
      placeCounts[order[position]! * nominations + place]! += draws;
    }
    let sharing = 1;
    while (sharing < nominations && sorted[sharing] === sorted[0]) sharing++;
    const counts = (firstCounts[sharing] ??= new Float64Array(nominations));
    for (let position = 0; position < sharing; position++) counts[order[position]!]! += draws;
  }

  const rowOf = (i: number) => placeCounts.subarray(i * nominations, (i + 1) * nominations);
  const rows = () => Array.from({ length: nominations }, (_, i) => rowOf(i));
  return { add, result: () => placesOf(rows(), firstCounts, totalDraws) };
}

function placesOf(
  placeCounts: Float64Array[],
  firstCounts: readonly Float64Array[],
  totalDraws: number,
): Places {
  const chances = placeCounts.map((_, i) => chanceOfFirst(i, firstCounts, totalDraws));
  return {
    pFirst: chances.map(toNumber),
    pFirstExact: chances.map(toText),
    rankLow: placeCounts.map((counts) => quantile(counts, 1, totalDraws)),
    rankHigh: placeCounts.map((counts) => quantile(counts, 19, totalDraws)),
    placeCounts,
  };
}

function chanceOfFirst(
  nomination: number,
  firstCounts: readonly Float64Array[],
  totalDraws: number,
): Fraction {
  let num = 0n;
  let den = 1n;
  firstCounts.forEach((counts, sharing) => {
    num = num * BigInt(sharing) + BigInt(counts[nomination]!) * den;
    den *= BigInt(sharing);
  });
  return { num, den: den * BigInt(totalDraws) };
}

/** First place at which the cumulated draws reach `twentieths` / 20 of all: compared as whole numbers. */
function quantile(counts: Float64Array, twentieths: number, totalDraws: number): number {
  let cumulated = 0n;
  const wanted = BigInt(twentieths) * BigInt(totalDraws);
  return counts.findIndex((count) => (cumulated += 20n * BigInt(count)) >= wanted) + 1;
}
