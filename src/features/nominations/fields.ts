/** The form of an edition with the answers of one application. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { Field, NominationRow, QuestionRow } from './schema.ts';
import { countWords } from './words.ts';

export async function fieldsOf(
  db: Kysely<DB>,
  row: Pick<NominationRow, 'id' | 'edition_id'>,
): Promise<Field[]> {
  const rows = await db
    .selectFrom('questions as q')
    .leftJoin('answers as a', (join) =>
      join.onRef('a.question_id', '=', 'q.id').on('a.nomination_id', '=', row.id),
    )
    .selectAll('q')
    .select(['a.value', 'a.version'])
    .where('q.edition_id', '=', row.edition_id)
    .orderBy('q.position')
    .execute();
  return rows.map(({ value, version, ...question }) => ({
    question: question as QuestionRow,
    value: value ?? '',
    version: version ?? 0,
  }));
}

/** It must be answered, and is not. */
export const isMissing = ({ question, value }: Field): boolean => question.required && value.trim() === '';
export const isTooLong = ({ question, value }: Field): boolean =>
  question.word_limit !== null && countWords(value) > question.word_limit;
