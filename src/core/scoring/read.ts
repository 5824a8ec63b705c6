import { readWeights, totalsFromScores, totalsFromY, type Totals } from './totals.ts';
import { InputError, isObject, show } from './input-error.ts';
import type { Case, Rule, TieRule } from './types.ts';

const RULES: readonly Rule[] = ['adjusted', 'plain', 'trimmed'];
const TIE_RULES: readonly TieRule[] = ['shared', 'ladder', 'ladder+lot'];
const KNOWN = new Set(['scale', 'weights', 'rule', 'tieRule', 'award', 'beacon', 'ids', 'scores', 'y']);

/**
 * Checks a case and turns its ballots into exact totals.
 * @throws InputError naming the cell, for example `scores[2][1][0]`.
 */
export function readCase(input: unknown): Case {
  if (!isObject(input)) throw new InputError('case', 'is not a JSON object');
  if ('scores' in input === 'y' in input)
    throw new InputError('case', 'needs either "scores" or "y", and not both');
  const rule = oneOf(input, 'rule', RULES, 'adjusted');
  const tieRule = oneOf(input, 'tieRule', TIE_RULES, 'shared');
  const totals = 'scores' in input ? readScores(input) : totalsFromY(input.y);
  const nominations = totals.y.length;
  return {
    ...totals,
    nominations,
    jurors: totals.y[0]!.length,
    rule,
    tieRule,
    lot: readLot(input, nominations),
    remarks: remarksOf(input, totals),
  };
}

function readScores(input: Record<string, unknown>): Totals {
  return totalsFromScores(
    input.scores,
    input.weights === undefined ? null : readWeights(input.weights),
    readScale(input.scale),
  );
}

function oneOf<T extends string>(
  input: Record<string, unknown>,
  key: string,
  allowed: readonly T[],
  standard: T,
): T {
  const value = input[key];
  if (value === undefined) return standard;
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new InputError(key, `is ${show(value)}, not one of ${allowed.join(', ')}`);
  return found;
}

function readScale(value: unknown): readonly [number, number] | null {
  if (value === undefined) return null;
  if (
    !Array.isArray(value) ||
    value.length !== 2 ||
    !value.every(Number.isSafeInteger) ||
    value[0] >= value[1]
  ) {
    throw new InputError('scale', `is ${show(value)}, not two whole numbers, the lower first`);
  }
  return [value[0], value[1]];
}

function readLot(input: Record<string, unknown>, nominations: number): Case['lot'] {
  const { ids } = input;
  if (ids !== undefined) checkIds(ids, nominations);
  const award = optionalText(input, 'award');
  const beacon = optionalText(input, 'beacon');
  return award === null || beacon === null || ids === undefined
    ? null
    : { award, beacon, ids: ids as string[] };
}

function checkIds(ids: unknown, nominations: number): void {
  if (!Array.isArray(ids) || ids.length !== nominations) {
    throw new InputError('ids', `is not a list of ${nominations} ids, one per nomination`);
  }
  for (const [i, id] of ids.entries()) {
    if (typeof id !== 'string' || id === '') throw new InputError(`ids[${i}]`, `is ${show(id)}, not a text`);
    if (ids.indexOf(id) < i)
      throw new InputError(`ids[${i}]`, `is ${show(id)}, which ids[${ids.indexOf(id)}] is too`);
  }
}

function optionalText(input: Record<string, unknown>, key: string): string | null {
  const value = input[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value === '') throw new InputError(key, `is ${show(value)}, not a text`);
  return value;
}

function remarksOf(input: Record<string, unknown>, totals: Totals): Record<string, string> {
  const remarks: Record<string, string> = {};
  const unused = Object.keys(input).filter(
    (key) => !KNOWN.has(key) || ('y' in input && (key === 'weights' || key === 'scale')),
  );
  if (unused.length > 0) remarks.input = `not used: ${unused.join(', ')}`;
  if (totals.incomplete.length > 0)
    remarks.ballots = `incomplete, so counted as absent: ${totals.incomplete.join(', ')}`;
  const empty = totals.y.flatMap((row, i) => (row.every((cell) => cell === null) ? [i] : []));
  if (empty.length > 0)
    remarks.nominations = `without ballots, so without score and place: ${empty.join(', ')}`;
  const idle = totals.y[0]!.flatMap((_, j) => (totals.y.every((row) => row[j] === null) ? [j] : []));
  if (idle.length > 0)
    remarks.jurors = `without ballots, so left out of every calculation: ${idle.join(', ')}`;
  return remarks;
}
