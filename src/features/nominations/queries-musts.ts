/** What the form of the year demands, held against what was sent in: for whoever checks it, and decides. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { CriterionRow, EditionTexts, Localised } from '../editions/schema.ts';
import { fieldsOf, isMissing, isTooLong } from './fields.ts';
import type { Call } from './queries-call.ts';
import type { NominationRow, RenderedSubmission } from './schema.ts';
import type { Musts } from './schema-musts.ts';
import { closingOf } from './window.ts';

/** @param call the year it belongs to */
export async function mustsOf(
  db: Kysely<DB>,
  row: NominationRow,
  { call, sent }: { call: Call; sent: RenderedSubmission },
): Promise<Musts> {
  const given = new Map(sent.answers.map(({ question, value }) => [question, value]));
  const fields = (await fieldsOf(db, row)).map((field) => ({
    ...field,
    value: given.get(field.question.id) ?? '',
  }));
  const criteria = await db
    .selectFrom('criteria')
    .select(['id', 'texts'])
    .where('edition_id', '=', row.edition_id)
    .where('kind', '=', 'must')
    .orderBy('position')
    .execute();
  const deadline = closingOf(call, row);
  return {
    criteria: criteria.map(({ id, texts }) => {
      const about = fields.filter(({ question }) => question.criterion_id === id);
      return {
        texts: texts as CriterionRow['texts'],
        questions: about.map(({ question }) => question.id),
        answered: about.every(({ value }) => value.trim() !== ''),
      };
    }),
    required: fields.filter(({ question }) => question.required).length,
    missing: fields.filter(isMissing).map(({ question }) => question),
    tooLong: fields.filter(isTooLong),
    deadline,
    inTime: row.first_submitted_at !== null && row.first_submitted_at < deadline,
    words: call.texts as Localised<EditionTexts>,
  };
}
