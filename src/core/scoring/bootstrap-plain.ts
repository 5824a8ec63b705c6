import { gcd } from './fraction.ts';
import { drawTable, forEachRedraw, type DrawTable } from './redraws.ts';
import { keysFit } from './order-keys.ts';
import { createTally, UNSCORED, type Places } from './tally.ts';

/** Called now and then with the number of re-drawn juries done so far. */
export type Progress = (done: number) => void;

type Units = readonly (readonly (bigint | null)[])[];

/**
 * The exact jury bootstrap of the plain mean: the places of every nomination over all juries that could be re-drawn, with
 * replacement, from this one. `units[nomination][juror]`: exact totals, each nomination and each juror with a ballot.
 *
 * A re-drawn jury's mean is sum / ballots with ballots <= J, so sum × (lcm(1…J) / ballots) is a whole number that orders
 * exactly as the mean does. It fits a floating-point number for every ordinary scale; where it does not, big integers
 * give the order, slower.
 */
export function plainBootstrap(units: Units, progress: Progress): Places {
  const jurors = units[0]!.length;
  const reduced = reduce(units);
  const common = Number(lcmUpTo(jurors));
  const largest = reduced.flat().reduce<number>((most, cell) => Math.max(most, Number(cell ?? 0n)), 0);
  const fits = keysFit(largest * common, units.length);
  const tally = createTally(units.length, fits ? largest * common : units.length, jurors ** jurors);
  const keys = new Float64Array(units.length);
  const fill = fits ? numberKeys(reduced, common) : bigKeys(reduced, BigInt(common));
  const table = drawTable(
    reduced.map((row) => row.map((cell) => (cell === null ? null : fits ? Number(cell) : 0))),
  );
  let done = 0;
  forEachRedraw(table, (sums, ballots, counts, draws) => {
    fill(keys, table, sums, ballots, counts);
    tally.add(keys, draws);
    if (++done % 4096 === 0) progress(done);
  });
  return tally.result();
}

type Fill = (
  keys: Float64Array,
  table: DrawTable,
  sums: Float64Array,
  ballots: Int32Array,
  counts: Int32Array,
) => void;

function numberKeys(units: Units, common: number): Fill {
  const shares = Float64Array.from({ length: units[0]!.length + 1 }, (_, ballots) => common / ballots);
  return (keys, { groupOf }, sums, ballots) => {
    for (let i = 0; i < keys.length; i++) {
      const drawn = ballots[groupOf[i]!]!;
      keys[i] = drawn === 0 ? UNSCORED : sums[i]! * shares[drawn]!;
    }
  };
}

/** The same in big integers; the keys are the positions in their order. */
function bigKeys(units: Units, common: bigint): Fill {
  return (keys, { groupOf }, _sums, ballots, counts) => {
    const means = units.map((row, i) => {
      const drawn = ballots[groupOf[i]!]!;
      const sum = row.reduce<bigint>((total, cell, j) => total + (cell ?? 0n) * BigInt(counts[j]!), 0n);
      return drawn === 0 ? null : sum * (common / BigInt(drawn));
    });
    const order = [...new Set(means.filter((mean) => mean !== null))].sort((a, b) => (a < b ? -1 : 1));
    const position = new Map(order.map((mean, index) => [mean, index]));
    means.forEach((mean, i) => (keys[i] = mean === null ? UNSCORED : position.get(mean)!));
  };
}

/** Smaller numbers with the same order of means: the lowest total becomes 0, then the common divisor goes. */
function reduce(units: Units): Units {
  const all = units.flat().filter((cell) => cell !== null);
  const lowest = all.reduce((least, cell) => (cell < least ? cell : least));
  const divisor = all.reduce((common, cell) => gcd(common, cell - lowest), 0n) || 1n;
  return units.map((row) => row.map((cell) => (cell === null ? null : (cell - lowest) / divisor)));
}

export function lcmUpTo(n: number): bigint {
  let lcm = 1n;
  for (let k = 2n; k <= BigInt(n); k++) lcm = (lcm / gcd(lcm, k)) * k;
  return lcm;
}
