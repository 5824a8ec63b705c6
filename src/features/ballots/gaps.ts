/** What a ballot still lacks before it can be delivered. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { sheetOf } from './queries.ts';
import type { BallotRow, SheetLine } from './schema.ts';
import { criterionIn } from './words.ts';

/**
 * What a criterion lacks first. A must needs yes or no; an assessed criterion (and a weighted extra) needs a score when the edition
 * has scoring, and a written assessment. An unweighted extra is voluntary.
 */
export function gapOf(line: SheetLine): 'met' | 'score' | 'text' | null {
  if (line.kind === 'must') return line.met === null ? 'met' : null;
  if (line.kind === 'extra' && line.weight === null) return null;
  if (line.scored && line.score === null) return 'score';
  return line.assessment.trim() ? null : 'text';
}

/** Names of criteria with something missing, in the juror's language. */
export async function gapsOf(
  db: Kysely<DB>,
  ballot: Pick<BallotRow, 'id' | 'edition_id'>,
  lang: 'nb' | 'nn' | 'en',
): Promise<string[]> {
  return (await sheetOf(db, ballot))
    .filter((line) => gapOf(line) !== null)
    .map(({ texts }) => criterionIn(texts, lang).name);
}
