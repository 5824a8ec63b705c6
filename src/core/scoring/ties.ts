import { copeland } from './duels.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import { TOLERANCE } from './ranks.ts';
import type { Case, Row } from './types.ts';
import type { ByCriterion } from './weights.ts';

/** What gave a nomination a position of its own inside the group that shares the first place. */
export type TieStep = 'head_to_head' | 'lower_median' | `criterion:${number}` | 'lot';

/** The place always shows the tie (1, 1, 3); the order and the step tell who gets a prize that cannot be shared. */
export interface Placed {
  readonly nomination: number;
  /** Null, at the end, for a nomination without ballots. */
  readonly place: number | null;
  /** Null where nothing was tied, where the place stays shared, and outside the first place. */
  readonly tieStep: TieStep | null;
}

/** One step of the ladder: for a group of tied nominations, a comparison (negative = the first is better). */
export interface Rung {
  readonly step: TieStep;
  readonly compare: (group: readonly number[]) => (a: number, b: number) => number;
}

/**
 * Separates a tied group. The first rung that tells any of them apart splits the whole group, and each smaller group
 * starts again from the first rung. Returns groups, best first; more than one nomination in a group = still tied.
 */
export function climb(
  group: readonly number[],
  rungs: readonly Rung[],
  step: TieStep | null = null,
): Settled[] {
  if (group.length > 1) {
    for (const rung of rungs) {
      const parts = split(group, rung.compare(group));
      if (parts.length > 1) return parts.flatMap((part) => climb(part, rungs, rung.step));
    }
  }
  return [{ group, step: group.length === 1 ? step : null }];
}

export interface Settled {
  readonly group: readonly number[];
  readonly step: TieStep | null;
}

/** The rungs in the order of the regulations: duels among the tied, lower median, criteria by weight, heaviest first. */
export function ladder(
  c: Case,
  medians: readonly (Fraction | null)[],
  byCriterion: ByCriterion | null,
): Rung[] {
  const weights = c.ballots?.weights ?? [];
  const heaviestFirst = weights.map((_, index) => index).sort((a, b) => weights[b]! - weights[a]! || a - b);
  return [
    { step: 'head_to_head', compare: (group) => headToHead(c, group) },
    { step: 'lower_median', compare: () => (a, b) => compareFractions(medians[b]!, medians[a]!) },
    ...(byCriterion ? heaviestFirst : []).map((criterion): Rung => ({
      step: `criterion:${criterion}`,
      compare: () => (a, b) => onGrid(byCriterion![b]![criterion]! - byCriterion![a]![criterion]!),
    })),
  ];
}

/** The lot as the last rung; null keys (no award, beacon or ids) leave the tie as it is. */
export function lotRung(keys: readonly string[] | null): Rung[] {
  return keys
    ? [{ step: 'lot', compare: () => (a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0) }]
    : [];
}

/** Every nomination by place; the group at the first place in the order that `rungs` give it. */
export function placed(ranks: Row, rungs: readonly Rung[]): Placed[] {
  const groups = Map.groupBy(ranks.keys(), (i) => ranks[i]!);
  const places = [...groups.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return places.flatMap((place) =>
    climb(groups.get(place)!, place === 1 ? rungs : []).flatMap(({ group, step }) =>
      group.map((nomination) => ({ nomination, place, tieStep: step })),
    ),
  );
}

function headToHead({ y }: Case, group: readonly number[]): (a: number, b: number) => number {
  const score = new Map(copeland(y, group).map((value, index) => [group[index]!, value!]));
  return (a, b) => score.get(b)! - score.get(a)!;
}

function onGrid(difference: number): number {
  return Math.abs(difference) < TOLERANCE ? 0 : difference;
}

function split(group: readonly number[], compare: (a: number, b: number) => number): number[][] {
  const parts: number[][] = [];
  for (const nomination of group.toSorted(compare)) {
    const part = parts.at(-1);
    if (part && compare(part[0]!, nomination) === 0) part.push(nomination);
    else parts.push([nomination]);
  }
  return parts;
}
