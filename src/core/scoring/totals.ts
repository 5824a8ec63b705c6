import { InputError, show } from './input-error.ts';
import type { Case } from './types.ts';

/** The exact totals of a case. `incomplete` names the ballots that lacked a score. */
export interface Totals extends Pick<Case, 'ballots' | 'totals' | 'units' | 'unit' | 'y'> {
  readonly incomplete: readonly string[];
}

type Scale = readonly [number, number] | null;

export function readWeights(value: unknown): number[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new InputError('weights', `is ${show(value)}, not a list of weights`);
  for (const [c, weight] of value.entries()) {
    if (!Number.isSafeInteger(weight) || weight < 1) {
      throw new InputError(`weights[${c}]`, `is ${show(weight)}: a weight is a whole number, 1 or more`);
    }
  }
  if (!Number.isSafeInteger(sumOf(value)))
    throw new InputError('weights', 'have a sum too large to be exact');
  return value;
}

/** Σ weight × score per ballot, in whole numbers; a juror's weighted mean is that divided by the sum of the weights. */
export function totalsFromScores(scores: unknown, given: number[] | null, scale: Scale): Totals {
  const cells = readGrid(scores, 'scores');
  const criteria = given?.length ?? firstBallotLength(cells);
  const weights = given ?? Array.from({ length: criteria }, () => 1);
  const incomplete: string[] = [];
  const ballots = cells.map((row, i) =>
    row.map((ballot, j) => {
      const name = `scores[${i}][${j}]`;
      const complete = readBallot(ballot, name, criteria, scale);
      if (ballot !== null && complete === null) incomplete.push(name);
      return complete;
    }),
  );
  const totals = ballots.map((row, i) =>
    row.map((ballot, j) => ballot && weightedTotal(ballot, weights, `scores[${i}][${j}]`)),
  );
  const sum = sumOf(weights);
  return {
    ballots: criteria === 0 ? null : { weights, scores: ballots },
    totals,
    units: totals.map((row) => row.map((total) => (total === null ? null : BigInt(total)))),
    unit: BigInt(sum || 1),
    y: totals.map((row) => row.map((total) => (total === null ? null : total / sum))),
    incomplete,
  };
}

/** Totals given as decimals become exact integers: 8.5 and 7.25 are 850 and 725 hundredths. */
export function totalsFromY(y: unknown): Totals {
  const cells = readGrid(y, 'y');
  const totals = cells.map((row, i) => row.map((value, j) => readTotal(value, `y[${i}][${j}]`)));
  const decimals = totals.map((row) => row.map((value) => (value === null ? null : decimalOf(value))));
  const places = decimals.flat().reduce((most, d) => Math.max(most, d?.places ?? 0), 0);
  const units = decimals.map((row) =>
    row.map((d) => (d === null ? null : d.digits * 10n ** BigInt(places - d.places))),
  );
  return { ballots: null, totals, units, unit: 10n ** BigInt(places), y: totals, incomplete: [] };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function readGrid(value: unknown, name: string): unknown[][] {
  if (!Array.isArray(value) || value.length === 0) throw new InputError(name, 'has no nominations');
  for (const [i, row] of value.entries()) {
    if (!Array.isArray(row))
      throw new InputError(`${name}[${i}]`, `is ${show(row)}, not a list with one entry per juror`);
    if (row.length !== value[0].length) {
      throw new InputError(
        `${name}[${i}]`,
        `has ${row.length} jurors where ${name}[0] has ${value[0].length}`,
      );
    }
  }
  return value;
}

function firstBallotLength(cells: unknown[][]): number {
  for (const row of cells) for (const ballot of row) if (Array.isArray(ballot)) return ballot.length;
  return 0;
}

/** A complete ballot, or null when it is absent or lacks a score. */
function readBallot(ballot: unknown, name: string, criteria: number, scale: Scale): number[] | null {
  if (ballot === null) return null;
  if (!Array.isArray(ballot)) throw new InputError(name, `is ${show(ballot)}, not a list of scores or null`);
  if (ballot.length === 0) throw new InputError(name, 'has no scores; a ballot that is absent is null');
  if (ballot.length !== criteria)
    throw new InputError(name, `has ${ballot.length} scores, not one for each of ${criteria} criteria`);
  for (const [c, score] of ballot.entries()) if (score !== null) checkScore(score, `${name}[${c}]`, scale);
  return ballot.includes(null) ? null : ballot;
}

function checkScore(score: unknown, name: string, scale: Scale): void {
  if (!Number.isSafeInteger(score))
    throw new InputError(name, `is ${show(score)}: a score is a whole number`);
  if (scale && ((score as number) < scale[0] || (score as number) > scale[1])) {
    throw new InputError(name, `is ${show(score)}, outside the scale ${scale[0]} to ${scale[1]}`);
  }
}

function weightedTotal(ballot: readonly number[], weights: readonly number[], name: string): number {
  const total = ballot.reduce((sum, score, c) => sum + score * weights[c]!, 0);
  if (!Number.isSafeInteger(total)) throw new InputError(name, 'has a weighted total too large to be exact');
  return total;
}

function readTotal(value: unknown, name: string): number | null {
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new InputError(name, `is ${show(value)}, not a number or null`);
  return value;
}

/** The shortest decimal that reads back as `value`: what was written, up to 17 digits. */
function decimalOf(value: number): { digits: bigint; places: number } {
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}
