import { gcd, toNumber, toText, type Fraction } from './fraction.ts';

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

/** True when the keys of so many nominations can be counted exactly. */
export function keysFit(largestKey: number, nominations: number): boolean {
  return (largestKey + 1) * spanOf(nominations) < 2 ** 53;
}

/**
 * `totalDraws` = J^J. The places come from one sort of `key × span + nomination`: exact, because both are whole numbers,
 * and without a comparison function, which is what makes it fast.
 */
export function createTally(nominations: number, largestKey: number, totalDraws: number): Tally {
  const span = spanOf(nominations);
  const packed =
    (largestKey + 1) * span < 2 ** 31 ? new Int32Array(nominations) : new Float64Array(nominations);
  const placeCounts = Array.from({ length: nominations }, () => new Float64Array(nominations));
  /** By number of nominations that share the first place. */
  const firstCounts = new Map<number, Float64Array>();
  const last = nominations - 1;

  function add(keys: Float64Array, draws: number): void {
    for (let i = 0; i < nominations; i++) packed[i] = keys[i]! * span + i;
    packed.sort();
    let key = Number.NaN;
    let place = 0;
    for (let ahead = 0; ahead < nominations; ahead++) {
      const value = packed[last - ahead]!;
      const own = Math.floor(value / span);
      if (own !== key) {
        if (ahead > 0 && place === 0) countFirst(ahead, draws);
        key = own;
        place = ahead;
      }
      placeCounts[value - own * span]![place]! += draws;
    }
    if (place === 0) countFirst(nominations, draws);
  }

  function countFirst(sharing: number, draws: number): void {
    let counts = firstCounts.get(sharing);
    if (!counts) firstCounts.set(sharing, (counts = new Float64Array(nominations)));
    for (let k = 0; k < sharing; k++) {
      const value = packed[last - k]!;
      counts[value - Math.floor(value / span) * span]! += draws;
    }
  }

  return { add, result: () => placesOf(placeCounts, firstCounts, totalDraws) };
}

function placesOf(
  placeCounts: Float64Array[],
  firstCounts: Map<number, Float64Array>,
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
  firstCounts: Map<number, Float64Array>,
  totalDraws: number,
): Fraction {
  const common = [...firstCounts.keys()].reduce((lcm, t) => (lcm / gcd(lcm, BigInt(t))) * BigInt(t), 1n);
  const num = [...firstCounts].reduce(
    (sum, [t, counts]) => sum + BigInt(counts[nomination]!) * (common / BigInt(t)),
    0n,
  );
  return { num, den: common * BigInt(totalDraws) };
}

/** First place at which the cumulated draws reach `twentieths` / 20 of all: compared as whole numbers. */
function quantile(counts: Float64Array, twentieths: number, totalDraws: number): number {
  let cumulated = 0n;
  const wanted = BigInt(twentieths) * BigInt(totalDraws);
  return counts.findIndex((count) => (cumulated += 20n * BigInt(count)) >= wanted) + 1;
}

/** A power of two that holds every nomination's index, so that packing and unpacking are exact. */
function spanOf(nominations: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, nominations)));
}
