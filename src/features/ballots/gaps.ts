/** What a ballot still lacks before it can be delivered. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { sheetOf } from './queries.ts';
import { gapOf } from './schema-gaps.ts';
import type { BallotRow } from './schema.ts';
import { criterionIn } from './words.ts';

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
