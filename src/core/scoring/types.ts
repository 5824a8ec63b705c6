/** Which mean decides the order. */
export type Rule = 'adjusted' | 'plain' | 'trimmed';

/** What happens when several nominations share the first place. */
export type TieRule = 'shared' | 'ladder' | 'ladder+lot';

/** `[nomination][juror]`; null = no ballot. */
export type Table = readonly (readonly (number | null)[])[];

/** One entry per nomination or per juror; null where it has no ballots. */
export type Row = readonly (number | null)[];

/**
 * A case as an outsider writes it. Exactly one of `scores` and `y` is required, everything else optional.
 * Indices are 0-based in the order given; higher is better.
 */
export interface RankInput {
  /** Lowest and highest score allowed, whole numbers. Without it any whole number is accepted. */
  readonly scale?: readonly [number, number];
  /** One whole number >= 1 per criterion, of any sum. Default: all 1. */
  readonly weights?: readonly number[];
  /** Default 'adjusted'. */
  readonly rule?: Rule;
  /** Default 'shared'. */
  readonly tieRule?: TieRule;
  /** `[nomination][juror][criterion]`; null = no ballot; a null inside a ballot makes the ballot absent. */
  readonly scores?: readonly (readonly (readonly (number | null)[] | null)[])[];
  /** `[nomination][juror]` totals instead of scores; decimals are taken exactly as written. */
  readonly y?: Table;
  /** For the lot: the id of the award, the public random value, and one id per nomination. */
  readonly award?: string;
  readonly beacon?: string;
  readonly ids?: readonly string[];
}

/** A case that has been read: checked, complete ballots only, totals as exact integers. */
export interface Case {
  readonly nominations: number;
  readonly jurors: number;
  readonly rule: Rule;
  readonly tieRule: TieRule;
  /** Null when only totals were given. */
  readonly ballots: {
    readonly weights: readonly number[];
    readonly scores: readonly (readonly (readonly number[] | null)[])[];
  } | null;
  /** Σ weight × score, or the total given. */
  readonly totals: Table;
  /** The same as exact integers: a juror's weighted mean is units / unit. */
  readonly units: readonly (readonly (bigint | null)[])[];
  readonly unit: bigint;
  /** A juror's weighted mean of one nomination, on the scale of the scores. */
  readonly y: Table;
  readonly lot: { readonly award: string; readonly beacon: string; readonly ids: readonly string[] } | null;
  /** Things the reader of the result should know about the input. */
  readonly remarks: Readonly<Record<string, string>>;
}

/** Why a quantity has no value in this case. */
export interface Missing {
  readonly missing: string;
}

export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'missing' in value;
}

/** `use(value)`, or the reason why there is no value. */
export function whenDefined<T, U>(value: T | Missing, use: (value: T) => U | Missing): U | Missing {
  return isMissing(value) ? value : use(value);
}
