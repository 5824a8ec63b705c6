import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type { RankInput } from '../../../src/core/scoring/index.ts';

/** A reference case: see README.md of the folder it comes from. */
export interface ReferenceCase {
  readonly id: string;
  readonly data: any;
  readonly expected: Readonly<Record<string, { readonly value: any; readonly tol_abs: number }>>;
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The cases that may be part of this repository. */
export const ownCases = readCases(new URL('./cases/', import.meta.url));

/** All published cases, when the folder lies beside the repository. */
export const sharedCases = readCases(new URL('../../../../shared/scoring-cases/', import.meta.url));

function readCases(folder: URL): ReferenceCase[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

export function ownCase(id: string): ReferenceCase {
  return ownCases.find((c) => c.id.startsWith(id))!;
}

/** The case as `npm run rank` reads it. Rankings become scores: best = number of items. */
export function inputOf({ data }: ReferenceCase): RankInput {
  if (data.scores) {
    const { scale, scores, award, beacon, ids } = data;
    const lot = ids ? { award, beacon, ids, tieRule: 'ladder+lot' as const } : {};
    return { scale, weights: data.weights_percent, scores, ...lot };
  }
  if (data.y) return { y: data.y };
  const ranks: number[][] = data.ranks;
  return { y: ranks[0]!.map((_, item) => ranks.map((juror) => juror.length + 1 - juror[item]!)) };
}

/** Where `actual` is not within `tolerance` of `expected`; members that `actual` lacks are not compared. */
export function differences(actual: any, expected: any, tolerance: number, path = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= tolerance ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (Array.isArray(actual) && Array.isArray(expected) && actual.length !== expected.length) {
    return [`${path}: ${actual.length} entries instead of ${expected.length}`];
  }
  if (actual !== null && expected !== null && typeof actual === 'object' && typeof expected === 'object') {
    return Object.keys(actual).flatMap((key) =>
      differences(actual[key], expected[key], tolerance, `${path}.${key}`),
    );
  }
  return actual === expected ? [] : [`${path}: ${actual} instead of ${expected}`];
}
