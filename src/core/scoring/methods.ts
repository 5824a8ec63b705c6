import type { Row } from './types.ts';

export type Method = 'adjusted' | 'plain' | 'trimmed' | 'lowerMedian' | 'copeland';

/** A place about which accepted methods do not agree. */
export interface Disagreement {
  /** 1: who is first; 3: who is among the first three. */
  readonly place: number;
  /** Per method the nominations at that place or a better one. */
  readonly methods: Readonly<Partial<Record<Method, readonly number[]>>>;
}

/** Up to `places`, each place at which the methods do not name the same nominations. A method without ranks is left out. */
export function methodsDisagree(ranks: Readonly<Record<Method, Row | null>>, places: number): Disagreement[] {
  const found: Disagreement[] = [];
  for (let place = 1; place <= places; place++) {
    const methods = Object.entries(ranks).flatMap(([method, row]) =>
      row ? [[method, within(row, place)] as const] : [],
    );
    if (new Set(methods.map(([, names]) => names.join())).size > 1)
      found.push({ place, methods: Object.fromEntries(methods) });
  }
  return found;
}

function within(ranks: Row, place: number): number[] {
  return ranks.flatMap((rank, i) => (rank !== null && rank <= place ? [i] : []));
}
