/** Letters to those who work on an application. Links only, never content (OFF-1). */
import { sql } from 'kysely';
import type { LetterTemplate } from '../../../workflows/effects.ts';
import type { Unit } from '../../core/process/unit.ts';
import { askedFor } from '../completion/queries.ts';
import { OUTDATED, wordsNow } from '../correspondence/commands.ts';
import { partName } from '../../ui/returned-parts.ts';
import type { NominationRow } from './schema.ts';
import { lettersToMembers } from './to-members.ts';

type Template = Exclude<LetterTemplate, 'judgingStarted' | 'judgingClosed' | 'rulesChanged'>;

/** Tells everybody who works on the application of what has happened to it, in the application's language. */
export async function nominationLetter(unit: Unit, row: NominationRow, template: Template): Promise<void> {
  const params = await paramsOf(unit, row, template);
  const except = template === 'notSelected' ? await toldBefore(unit, row.id) : [];
  if (template === 'notSelected' || template === 'finalist') await dropConfidential(unit, row.id);
  await lettersToMembers(unit, row, { template, key: `${row.version}:${template}`, params }, { except });
}

/** What that letter says if it goes now. */
export async function wordsOfLetter(
  unit: Unit,
  row: NominationRow,
  template: Template,
): Promise<{ language: 'nb' | 'nn'; subject: string; body: string }> {
  const { edition_id: editionId, language } = row;
  const params = await paramsOf(unit, row, template);
  const { subject, body } = await wordsNow(unit.trx, { template, editionId, language, params });
  return { language, subject, body };
}

async function paramsOf(unit: Unit, row: NominationRow, template: Template) {
  const { year } = await unit.trx
    .selectFrom('editions')
    .select('year')
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  return {
    organisation: row.organisation_name,
    year,
    receiptNumber: row.receipt_number ?? '',
    submittedAt: row.submitted_at ?? unit.now,
    dueAt: row.return_due_at ?? unit.now,
    won: row.state === 'winner',
    parts: template === 'returned' ? await partNames(unit, row) : [],
    documents: template === 'receipt' ? await documentsSent(unit, row.id) : [],
    path: template === 'receipt' ? `/soknad/${row.id}/kvittering` : `/soknad/${row.id}`,
  };
}

/** Who has had the answer before everybody: a letter that did not arrive is none. */
async function toldBefore({ trx }: Unit, nominationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('letters as l')
    .select('l.person_id as id')
    .where('l.nomination_id', '=', nominationId)
    .where('l.state', '<>', 'failed')
    .where(sql<boolean>`tells_not_nominated(l.batch_id) and not tells_what_is_taken_down(l)`)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

/** What they were to be told before everybody and did not arrive is not sent again after this: it is one letter a person. */
async function dropConfidential({ trx }: Unit, nominationId: string): Promise<void> {
  await trx
    .updateTable('letters as l')
    .set({ error: OUTDATED })
    .where('l.nomination_id', '=', nominationId)
    .where('l.state', '=', 'failed')
    .where(
      sql<boolean>`exists (select from letter_batches b where b.id = l.batch_id and (b.about = 'confidence' or tells_not_nominated(b.id)))`,
    )
    .execute();
}

/** What is asked for, by name: what is missing there is read on the page. */
async function partNames({ trx }: Unit, row: NominationRow): Promise<string[]> {
  return ((await askedFor(trx, row)) ?? []).map((part) => partName(part, row.language));
}

/** Name, size and hash of what went with the last submission. */
async function documentsSent({ trx }: Unit, nominationId: string) {
  const documents = await trx
    .selectFrom('submission_documents as sd')
    .innerJoin('submissions as s', 's.id', 'sd.submission_id')
    .innerJoin('documents as d', 'd.id', 'sd.document_id')
    .select(['d.name', 'd.bytes', 'd.sha256'])
    .where('s.nomination_id', '=', nominationId)
    .where('s.number', '=', (eb) =>
      eb
        .selectFrom('submissions')
        .select((e) => e.fn.max('number').as('n'))
        .where('nomination_id', '=', nominationId),
    )
    .orderBy('d.position')
    .execute();
  return documents.map(({ name, bytes, sha256 }) => ({ name, bytes: Number(bytes), sha256 }));
}
