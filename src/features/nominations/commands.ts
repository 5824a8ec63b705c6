/** Starting an application, and what moves it: sending in, withdrawing, the formal check. */
import { sql } from 'kysely';
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { identityNumbers } from '../reading/identity-numbers.ts';
import { readParts } from '../completion/commands.ts';
import { withdrawNomination } from '../decisions/withdrawal.ts';
import { demandNumber } from '../organisations/number.ts';
import { refuseSecretariat } from './apart.ts';
import { findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import { dispatchNomination } from './flow.ts';
import { organisationOf, partnersOf } from './organisation.ts';
import { requestable, type ApplicantKind, type NominationRow } from './schema.ts';
import { renderSubmission, submissionHash } from './submission.ts';
import { demandOpen, newDraft } from './window.ts';
import { cleanLine } from './words.ts';

export interface NewNomination {
  editionId: string;
  kind: ApplicantKind;
  /** Name as it was written; a municipality's is looked up in the register. */
  organisation: string;
  /** Key of the register where one was chosen: 'kommune:1101'. */
  key?: string | undefined;
  organisationNumber?: string | undefined;
  unit?: string | undefined;
  partners?: readonly string[] | undefined;
  language: 'nb' | 'nn';
}

/**
 * Starts a draft with the person as its only member. Others' drafts for the same organisation are neither opened nor
 * mentioned. Asked twice for the same, the person gets the same draft.
 *
 * @throws not-found without such a call; nomination/deadline-passed and process/unmet outside of [opens, closes);
 *   role/runs-the-year; request/invalid
 */
export async function startNomination(
  unit: Unit,
  { editionId, kind, ...given }: NewNomination,
): Promise<{ id: string; created: boolean; number: string | null }> {
  const { trx, now } = unit;
  const personId = personOf(unit);
  const edition = await trx
    .selectFrom('editions')
    .selectAll()
    .where('id', '=', editionId)
    .where('announced_at', 'is not', null)
    .forShare()
    .executeTakeFirst();
  if (!edition) throw problem('not-found');
  demandOpen(edition, newDraft, now);
  await refuseSecretariat(unit, editionId, personId);
  const number = demandNumber(given.organisationNumber);
  const { key, name } = organisationOf(kind, given.organisation, given.key);
  const unitName = cleanLine(given.unit ?? '');
  refuseIdentityNumbers({
    organisation: name,
    unit: unitName,
    partners: (given.partners ?? []).join('\n\n'),
  });
  // A double click must not make two drafts.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`start:${editionId}:${personId}`}, 0))`.execute(
    trx,
  );
  const mine = await ownDraft(unit, personId, { editionId, kind, key, unitName });
  if (mine) return { id: mine.id, created: false, number };
  const { id } = await trx
    .insertInto('nominations')
    .values({
      edition_id: editionId,
      applicant_kind: kind,
      organisation_name: name,
      organisation_key: key,
      organisation_number: number,
      unit_name: unitName,
      partners: partnersOf(kind, given.partners),
      language: given.language,
      created_by: personId,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('nomination_members')
    .values({ nomination_id: id, person_id: personId, added_by: personId, added_at: now })
    .execute();
  unit.record({ editionId, subjectType: 'nomination', subjectId: id, event: 'start', toState: 'draft' });
  return { id, created: true, number };
}

/**
 * What names the applicant is shown to many and cannot be changed later: a person's number never gets into it (GDPR-1).
 *
 * @throws request/invalid with the fields
 */
export function refuseIdentityNumbers(fields: Readonly<Record<string, string>>): void {
  const holding = Object.keys(fields).filter((field) => identityNumbers(fields[field] ?? '').length > 0);
  if (holding.length > 0)
    throw problem(
      'request/invalid',
      {},
      holding.map((field) => ({ field, message: (t) => t.reading.identityNumberHere })),
    );
}

const ownDraft = (
  { trx }: Unit,
  personId: string,
  wanted: { editionId: string; kind: ApplicantKind; key: string; unitName: string },
) =>
  trx
    .selectFrom('nominations as n')
    .innerJoin('nomination_members as m', 'm.nomination_id', 'n.id')
    .select('n.id')
    .where('m.person_id', '=', personId)
    .where('m.removed_at', 'is', null)
    .where('n.edition_id', '=', wanted.editionId)
    .where('n.applicant_kind', '=', wanted.kind)
    .where('n.organisation_key', '=', wanted.key)
    .where('n.unit_name', '=', wanted.unitName)
    .where('n.state', '=', 'draft')
    .executeTakeFirst();

export interface NominationCommand {
  event: NominationEvent;
  version?: number | undefined;
  /** Hash of the submission as it was shown before sending; refused when it has changed since. */
  seen?: string | undefined;
}

/**
 * Moves an application by what a person asks for.
 *
 * @throws process/unknown-event for what nobody may ask for; nomination/deadline-passed for what comes late;
 *   conflict/version when somebody was faster or the content is not what was shown; process/unmet with what is missing
 */
export async function sendEvent(
  unit: Unit,
  id: string,
  { event, version, seen }: NominationCommand,
): Promise<NominationRow> {
  if (!(requestable as readonly string[]).includes(event.type))
    throw problem('process/unknown-event', { event: event.type });
  if (event.type === 'withdraw') return withdrawNomination(unit, id, version);
  if (event.type === 'submit') await demandSendable(unit, id, seen);
  return dispatchNomination(unit, { id, event: await checked(unit, id, event), version });
}

/** What is asked for is read before the machine is asked; whoever may not return it gets the machine's answer. */
async function checked(unit: Unit, id: string, event: NominationEvent): Promise<NominationEvent> {
  if (event.type !== 'return') return event;
  const row = await findNomination(unit.trx, unit, id);
  return can(nomination, 'return', row)
    ? { ...event, parts: await readParts(unit, row, event.parts) }
    : event;
}

/** The deadline in its own words, before the list of what is missing. The machine asks the same again after the lock. */
async function demandSendable(unit: Unit, id: string, seen: string | undefined): Promise<void> {
  const { trx, now } = unit;
  const row = await findNomination(trx, unit, id);
  if (row.rel.applicant) demandOpen(await callOf(trx, row.edition_id), row, now);
  if (seen === undefined) return;
  await lockNomination(unit, row);
  if (submissionHash(await renderSubmission(trx, row)) !== seen) throw problem('conflict/version');
}

/** In the order in which everybody locks: the edition, then the application. */
export async function lockNomination(
  { trx }: Unit,
  { id, edition_id }: Pick<NominationRow, 'id' | 'edition_id'>,
): Promise<void> {
  await trx.selectFrom('editions').select('id').where('id', '=', edition_id).forShare().execute();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
}
