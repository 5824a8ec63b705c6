/** What is kept of an application when it is sent in, and the receipt for it. */
import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonicalJson, sha256Hex } from '../../core/audit/canonical.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { registerSnapshot } from '../organisations/lookups.ts';
import { fieldsOf } from './fields.ts';
import { contentOf, plainText } from '../writing/schema-structured.ts';
import type { NominationRow, QuestionRow, RenderedSubmission } from './schema.ts';

/** Without letters and digits that are mistaken for each other when read aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Random, so that a receipt number tells nothing of how many have applied: "EP-7K3F-9QXA". */
export function newReceiptNumber(): string {
  const part = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `EP-${part()}-${part()}`;
}

export async function renderSubmission(db: Kysely<DB>, row: NominationRow): Promise<RenderedSubmission> {
  const fields = await fieldsOf(db, row);
  const documents = await db
    .selectFrom('documents')
    .selectAll()
    .where('nomination_id', '=', row.id)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return {
    organisation: {
      kind: row.applicant_kind,
      name: row.organisation_name,
      key: row.organisation_key,
      number: row.organisation_number,
      unit: row.unit_name,
      partners: row.partners,
    },
    answers: fields.map(({ question, value }) => ({
      question: question.id,
      criterion: question.criterion_id,
      section: question.section,
      kind: question.kind,
      label: (question.texts[row.language] ?? question.texts['nb'])?.label ?? '',
      ...inWords(question, value, row.language),
    })),
    documents: documents.map(({ id, name, description, media_type, bytes, sha256, withhold_reason }) => ({
      id,
      name,
      description,
      mediaType: media_type,
      bytes: Number(bytes),
      sha256,
      // Only where there is one, so that what was sent in before the mark existed keeps its hash.
      ...(withhold_reason === null ? {} : { withhold: withhold_reason }),
    })),
  };
}

/** A table or choices can be read without the form: with the words of their columns and options, and the sums. */
function inWords({ details }: QuestionRow, value: string, lang: string) {
  if (!details) return { value };
  const content = contentOf(details, value, lang);
  return { value: plainText(content), content };
}

/** What was sent in last; undefined while nothing is. */
export async function latestRendered(db: Kysely<DB>, id: string): Promise<RenderedSubmission | undefined> {
  const found = await db
    .selectFrom('submissions')
    .select('rendered')
    .where('nomination_id', '=', id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return found?.rendered as RenderedSubmission | undefined;
}

export const submissionHash = (rendered: RenderedSubmission): string => sha256Hex(canonicalJson(rendered));

/** Whether what is written now differs from what was sent in last. */
export async function differsFromLast(db: Kysely<DB>, row: NominationRow): Promise<boolean> {
  const last = await db
    .selectFrom('submissions')
    .select('sha256')
    .where('nomination_id', '=', row.id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return last?.sha256 !== submissionHash(await renderSubmission(db, row));
}

export async function keepSubmission(unit: Unit, row: NominationRow): Promise<void> {
  const rendered = await renderSubmission(unit.trx, row);
  const { id } = await unit.trx
    .insertInto('submissions')
    .values({
      nomination_id: row.id,
      number: row.submission_count,
      submitted_at: unit.now,
      submitted_by: unit.actor.personId ?? row.created_by,
      rendered: JSON.stringify(rendered),
      sha256: submissionHash(rendered),
      register: JSON.stringify(await registerSnapshot(unit.trx, row.organisation_number)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const documents = rendered.documents.map((document) => ({ submission_id: id, document_id: document.id }));
  if (documents.length) await unit.trx.insertInto('submission_documents').values(documents).execute();
}
