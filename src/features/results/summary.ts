/** What the figures say that a jury should look at before it decides, with names instead of positions. */
import { inDecimals, type Disagreement, type RankResult } from '../../core/scoring/index.ts';
import type { Analysis } from './analysis.ts';
import type { ResultSummary } from './schema.ts';

type Named = ResultSummary['first'][number];

/** Most applications named as disagreed about, and most reversals. */
const MOST_DISAGREED = 3;
const MOST_REVERSALS = 10;

/** `nameOf`: an application by its id. Null with scoring off and without ballots. */
export function summaryOf(
  { inputs, result, ranked }: Analysis,
  nameOf: (id: string) => string,
): ResultSummary | null {
  if (!result) return null;
  const named = (index: number): Named => {
    const nominationId = inputs.nominations[index]!.id;
    return { nominationId, name: nameOf(nominationId) };
  };
  const place = new Map(ranked.map((one) => [one.nominationId, one.place ?? Infinity]));
  const inOrder = (indices: readonly number[]): Named[] =>
    indices
      .map(named)
      .toSorted(
        (a, b) => place.get(a.nominationId)! - place.get(b.nominationId)! || (a.name < b.name ? -1 : 1),
      );
  const first = firstOf(result);
  return {
    first: inOrder(first),
    topGroup: inOrder([...new Set([...first, ...(result.topTieGroup ?? [])])]),
    disagreed: disagreed(result, inputs.rules, named),
    methodsDisagree: result.methodsDisagree.map(({ place: at, methods }) => ({
      place: at,
      methods: alike(methods).map((group) => ({ ...group, nominations: inOrder(group.nominations) })),
    })),
    reversals: (result.commonJurorReversals ?? []).slice(0, MOST_REVERSALS).map((one) => ({
      above: named(one.above),
      below: named(one.below),
      jurors: one.jurors.length,
      difference: inDecimals(one.difference),
    })),
    parts:
      result.ranking === null && result.components.length > 1
        ? result.components.map(({ nominations }) => nominations.map((i) => named(i).name))
        : [],
    fewBallots: inputs.rules.rule === 'adjusted' && result.notes['design'] !== undefined,
    lot: lotOf(result, inputs.rules.tieRule).map(named),
  };
}

const firstOf = ({ ranking }: RankResult): number[] =>
  (ranking ?? []).flatMap(({ place, nomination }) => (place === 1 ? [nomination] : []));

/** Those who share the first place in the order that the steps of the regulations give them, where these tell any apart. */
function lotOf({ ranking }: RankResult, tieRule: string): number[] {
  const first = (ranking ?? []).filter(({ place }) => place === 1);
  if (tieRule === 'shared' || first.length < 2 || first.every(({ tieStep }) => tieStep === null)) return [];
  return first.map(({ nomination }) => nomination);
}

/** Where lowest and highest are more than a quarter of the scale apart, the widest first. */
function disagreed(
  { totals }: RankResult,
  { criteria, scale: [min, max] }: Analysis['inputs']['rules'],
  named: (index: number) => Named,
): ResultSummary['disagreed'] {
  const weight = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return totals
    .flatMap((row, index) => {
      const given = row.flatMap((total) => (total === null ? [] : [total / weight]));
      const [low, high] = [Math.min(...given), Math.max(...given)];
      return given.length > 1 && high - low > (max - min) / 4 ? [{ index, low, high }] : [];
    })
    .toSorted((a, b) => b.high - b.low - (a.high - a.low) || a.index - b.index)
    .slice(0, MOST_DISAGREED)
    .map(({ index, low, high }) => ({ ...named(index), low: inDecimals(low), high: inDecimals(high) }));
}

type Method = ResultSummary['methodsDisagree'][number]['methods'][number]['methods'][number];

/** Methods that name the same, together. */
function alike(methods: Disagreement['methods']): { methods: Method[]; nominations: readonly number[] }[] {
  const groups = Map.groupBy(Object.entries(methods), ([, nominations]) => nominations.join());
  return [...groups.values()].map((group) => ({
    methods: group.map(([method]) => method as Method),
    nominations: group[0]![1],
  }));
}
