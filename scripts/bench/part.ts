/** What a part of the bench is: it measures, and says which goals it was to reach. */

/** Says on standard error what is being done: the figures on standard output stay alone. */
export type Tell = (line: string) => void;

/** A goal of the issue that asked for the figure. Information: a machine may be busy, so a goal that is missed does not fail the run. */
export interface Goal {
  what: string;
  seen: number;
  atLeast?: number;
  atMost?: number;
  met: boolean;
}

export interface Measured {
  /** By name; units in the names (`…Ms`, `…MiB`, `…PerSecond`), `ratio` = ours over the baseline's. */
  figures: Record<string, unknown>;
  goals: Goal[];
}

/**
 * Measures beside a baseline in the same run, by turns, so that what else the machine does meets both.
 *
 * @throws when an answer is not the one that was to be measured: a wrong answer has no speed
 */
export type Part = (tell: Tell) => Promise<Measured>;

export const atLeast = (what: string, seen: number, bound: number): Goal => ({
  what,
  seen,
  atLeast: bound,
  met: seen >= bound,
});
export const atMost = (what: string, seen: number, bound: number): Goal => ({
  what,
  seen,
  atMost: bound,
  met: seen <= bound,
});
