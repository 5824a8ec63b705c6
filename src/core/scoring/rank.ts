import { adjustedOf } from './adjusted.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import { activeJurors, components } from './design.ts';
import type { Sha256 } from './lot.ts';
import { lowerMedians, plainMeans, trimmedMeans } from './means.ts';
import { createNotes } from './notes.ts';
import { rankExact } from './ranks.ts';
import { readCase } from './read.ts';
import type { RankResult } from './result.ts';
import { agreement, fit, means, order, stability, weighing, type Work } from './sections.ts';
import { whenDefined, type Case } from './types.ts';

export interface RankOptions extends Partial<BootstrapOptions> {
  /** False leaves out the jury bootstrap, the only part whose cost is exponential (in the jurors). Default true. */
  readonly bootstrap?: boolean;
  /** For the lot; without it there is none. */
  readonly sha256?: Sha256;
  /** How many places carry a prize: up to there the methods are compared. Default 3. */
  readonly prizePlaces?: number;
}

/**
 * The whole arithmetic of one case, a pure function of its arguments. `input` is checked: see `RankInput`.
 * @throws InputError naming the cell that cannot be read.
 */
export function rankCase(input: unknown, options: RankOptions = {}): RankResult {
  const work = workOf(readCase(input));
  return {
    ...means(work),
    ...fit(work),
    components: components(work.c.y, work.active),
    ...agreement(work),
    ...stability(work, options),
    ...weighing(work),
    ...order(work, options),
    notes: work.notes.all(),
  };
}

/** What all sections start from: totals, the three means, the fit. */
export function workOf(c: Case): Work {
  const active = activeJurors(c.y);
  const plain = plainMeans(c);
  const trimmed = trimmedMeans(c);
  const adjusted = adjustedOf(c, active, plain);
  const ranks = {
    plain: rankExact(plain),
    trimmed: rankExact(trimmed),
    adjusted: whenDefined(adjusted, (a) => a.ranks),
  };
  const notes = createNotes(c.remarks);
  return { c, notes, active, plain, trimmed, medians: lowerMedians(c), adjusted, ranks };
}
