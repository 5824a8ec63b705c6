import { adjustedBootstrap } from './bootstrap-adjusted.ts';
import { plainBootstrap } from './bootstrap-plain.ts';
import { isComplete } from './design.ts';
import { MOST_JURORS, redrawCount } from './redraws.ts';
import type { Places } from './tally.ts';
import type { Case, Missing, Row } from './types.ts';

/** Above so many jurors the adjusted bootstrap (about 15 µs a re-drawn jury) runs only when asked for in full. */
export const ADJUSTED_JURORS = 10;

/** If the jury had been re-drawn from jurors like these: exact, over all juries that could be re-drawn. */
export interface Bootstrap {
  /** Different juries that could be re-drawn, C(2J − 1, J). */
  readonly replicates: number;
  readonly plain: PlaceChances & { readonly pFirstExact: readonly string[] };
  readonly adjusted: (PlaceChances & { readonly fallbackProbability: number }) | null;
}

/** Per nomination: chance of the first place and 90 % range of places. Without ballots: chance 0, no range. */
export interface PlaceChances {
  readonly pFirst: readonly number[];
  readonly rankLow: Row;
  readonly rankHigh: Row;
}

export interface BootstrapOptions {
  /** Also the adjusted bootstrap above `ADJUSTED_JURORS` jurors: half a minute for 100 × 12. */
  readonly full: boolean;
  /** Called now and then with the part done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/**
 * `active`: jurors with ballots. `noAdjusted`: why the case has no adjusted mean, null if it has one.
 */
export function juryBootstrap(
  c: Case,
  active: readonly number[],
  noAdjusted: Missing | null,
  { full, onProgress }: BootstrapOptions,
):
  | Missing
  | (Omit<Bootstrap, 'adjusted'> & { readonly adjusted: NonNullable<Bootstrap['adjusted']> | Missing }) {
  if (active.length === 0) return { missing: 'there are no ballots' };
  if (active.length > MOST_JURORS)
    return { missing: `a jury of more than ${MOST_JURORS} can be re-drawn in too many ways` };
  const judged = c.y.flatMap((row, i) => (row.some((cell) => cell !== null) ? [i] : []));
  const ballotsOf = <T>(table: readonly (readonly T[])[]) =>
    judged.map((i) => active.map((j) => table[i]![j]!));
  const replicates = redrawCount(active.length);
  const complete = isComplete(c.y, active);
  const skip = complete ? null : (noAdjusted ?? reasonToSkip(active.length, full));
  const passes = complete || skip ? 1 : 2;
  const report = (pass: number) => (done: number) => onProgress?.((pass + done / replicates) / passes);

  const places = plainBootstrap(ballotsOf(c.units), report(0));
  const chances = chancesOf(places, judged, c.nominations);
  const pFirstExact = spread(places.pFirstExact, judged, c.nominations, '0/1');
  const plain = { ...chances, pFirstExact };
  if (skip) return { replicates, plain, adjusted: skip };
  // Without holes the adjusted mean of every re-drawn jury is its plain mean.
  if (complete) return { replicates, plain, adjusted: { ...chances, fallbackProbability: 0 } };
  const { fallbackProbability, ...adjusted } = adjustedBootstrap(ballotsOf(c.y), report(1));
  return {
    replicates,
    plain,
    adjusted: { ...chancesOf(adjusted, judged, c.nominations), fallbackProbability },
  };
}

function reasonToSkip(jurors: number, full: boolean): Missing | null {
  return full || jurors <= ADJUSTED_JURORS
    ? null
    : { missing: `with more than ${ADJUSTED_JURORS} jurors only when asked for in full` };
}

function chancesOf(places: Places, judged: readonly number[], nominations: number): PlaceChances {
  return {
    pFirst: spread(places.pFirst, judged, nominations, 0),
    rankLow: spread<number | null>(places.rankLow, judged, nominations, null),
    rankHigh: spread<number | null>(places.rankHigh, judged, nominations, null),
  };
}

/** Values of the judged nominations at their own index among all. */
function spread<T>(values: readonly T[], judged: readonly number[], nominations: number, otherwise: T): T[] {
  const all = Array.from({ length: nominations }, () => otherwise);
  judged.forEach((i, position) => (all[i] = values[position]!));
  return all;
}
