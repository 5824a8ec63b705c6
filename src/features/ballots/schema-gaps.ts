/** What a ballot must hold before it can be delivered. */
import type { SheetLine } from './schema.ts';

export type Need = 'met' | 'score' | 'text';

/**
 * What delivering asks for on a criterion. A must needs yes or no; an assessed criterion (and a weighted extra) needs a score when the
 * edition has scoring, and a written assessment. An unweighted extra is voluntary.
 */
export function needsOf({ kind, weight, scored }: SheetLine): Need[] {
  if (kind === 'must') return ['met'];
  if (kind === 'extra' && weight === null) return [];
  return scored ? ['score', 'text'] : ['text'];
}

/** What a criterion lacks first. */
export const gapOf = (line: SheetLine): Need | null =>
  needsOf(line).find((need) => {
    if (need === 'met') return line.met === null;
    return need === 'score' ? line.score === null : line.assessment.trim() === '';
  }) ?? null;
