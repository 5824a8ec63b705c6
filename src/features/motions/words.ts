import type { Texts } from '../../ui/text/index.ts';
import type { Voter } from './schema.ts';

/** Why somebody has no vote on a motion. */
export function whyNot({ wholeEdition, outOf, unanswered }: Voter, t: Texts): string {
  const own = t.juryProtocol;
  return [wholeEdition && own.wholeEdition, outOf && own.outOf(outOf), unanswered && own.unanswered]
    .filter(Boolean)
    .join('; ');
}
