/** Letting the adviser in and out, and asking the secretariat. Reading only: nobody but the applicant writes in a draft. */
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { lockNomination } from '../nominations/commands.ts';
import { membersOf, nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import { cleanText } from '../nominations/words.ts';
import { identityNumbers } from '../reading/identity-numbers.ts';
import { advisersOut, draftToReadAlong, regions, regionsFor } from './queries.ts';

/** Locks an application whose members decide who helps. */
async function ours(
  unit: Unit,
  id: string,
  action: 'giveAccess' | 'askHelp',
): Promise<NominationWithRelations> {
  await lockNomination(unit, await nominationFor(unit.trx, unit, id, action));
  return nominationFor(unit.trx, unit, id, action);
}

const record = (
  unit: Unit,
  row: NominationWithRelations,
  event: EventOf<'nomination'>,
  payload: Record<string, unknown> = {},
) => unit.record({ editionId: row.edition_id, subjectType: 'nomination', subjectId: row.id, event, payload });

/**
 * Lets the adviser of a region read the draft. Asked twice, it is given once.
 *
 * @throws not-found for a region that is not the applicant's or has no adviser; auth/forbidden; process/not-now, also where the
 * adviser has told of a connection to the applicant
 */
export async function giveAccess(unit: Unit, id: string, regionId: string): Promise<void> {
  const { trx, now } = unit;
  const row = await ours(unit, id, 'giveAccess');
  const region = regionsFor(row, await regions(trx)).find((each) => each.id === regionId);
  if (!region?.adviser) throw problem('not-found');
  const { adviser } = region;
  if ((await advisersOut(trx, id)).has(adviser.id))
    throw problem('process/not-now', {}, [], (t) => t.guidance.adviser.cannot(adviser.name));
  const made = await trx
    .insertInto('adviser_access')
    .values({
      nomination_id: id,
      region_id: region.id,
      person_id: adviser.id,
      given_by: personOf(unit),
      given_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['nomination_id', 'person_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  record(unit, row, 'giveAccess', { personId: adviser.id });
  const { language } = await trx
    .selectFrom('people')
    .select('language')
    .where('id', '=', adviser.id)
    .executeTakeFirstOrThrow();
  await queueLetter(unit, {
    template: 'adviserAccess',
    key: `adviser-access:${made.id}`,
    to: { personId: adviser.id, email: adviser.email, language },
    editionId: row.edition_id,
    params: {
      organisation: row.organisation_name,
      year: (await callOf(trx, row.edition_id)).year,
      givenBy: unit.actor.name || unit.actor.email,
      path: `/soknad/${id}/les`,
    },
  });
}

/** Takes it back. @throws not-found when nobody of that id can read it */
export async function endAccess(unit: Unit, id: string, personId: string): Promise<void> {
  const row = await ours(unit, id, 'giveAccess');
  const ended = await unit.trx
    .updateTable('adviser_access')
    .set({ ended_at: unit.now, ended_by: personOf(unit) })
    .where('nomination_id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw problem('not-found');
  record(unit, row, 'endAccess', { personId });
}

/** @throws request/invalid without words, and for somebody's identity number: it is kept nowhere (GDPR-1) */
function readText(given: string): string {
  const text = cleanText(given).trim();
  if (text === '')
    throw problem('request/invalid', {}, [{ field: 'text', message: (t) => t.fieldErrors.required }]);
  if (identityNumbers(text).length > 0)
    throw problem('request/invalid', {}, [{ field: 'text', message: (t) => t.reading.identityNumberHere }]);
  return text;
}

const openRequest = ({ trx }: Unit, nominationId: string) =>
  trx
    .selectFrom('help_requests')
    .select('id')
    .where('nomination_id', '=', nominationId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

/**
 * Asks the secretariat, or says more in what is asked already. From then on the secretariat can read the draft.
 *
 * @throws request/invalid; not-found, auth/forbidden, process/not-now
 */
export async function askHelp(unit: Unit, id: string, given: string): Promise<void> {
  const { trx, now } = unit;
  const row = await ours(unit, id, 'askHelp');
  const text = readText(given);
  const open = await openRequest(unit, id);
  const request =
    open ??
    (await trx
      .insertInto('help_requests')
      .values({ nomination_id: id, asked_by: personOf(unit), asked_at: now })
      .returning('id')
      .executeTakeFirstOrThrow());
  await write(unit, request.id, text, false);
  record(unit, row, open ? 'writeHelp' : 'askHelp');
}

const write = (unit: Unit, request: string, text: string, bySecretariat: boolean) =>
  unit.trx
    .insertInto('help_messages')
    .values({
      request_id: request,
      person_id: personOf(unit),
      by_secretariat: bySecretariat,
      text,
      written_at: unit.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();

/** The applicant closes it: the secretariat reads the draft no longer. @throws process/not-now when nothing is open */
export async function closeHelp(unit: Unit, id: string): Promise<void> {
  const row = await ours(unit, id, 'askHelp');
  const open = await openRequest(unit, id);
  if (!open) throw problem('process/not-now');
  await unit.trx
    .updateTable('help_requests')
    .set({ closed_at: unit.now, closed_by: personOf(unit), closed_why: 'applicant' })
    .where('id', '=', open.id)
    .execute();
  record(unit, row, 'closeHelp');
}

/** The secretariat answers; those who work on the application get a letter with the way to it. @throws as `draftToReadAlong` */
export async function answerHelp(unit: Unit, id: string, given: string): Promise<void> {
  const { trx } = unit;
  await lockNomination(unit, await draftToReadAlong(trx, unit, id));
  const row = await draftToReadAlong(trx, unit, id);
  if (!can(nomination, 'answerHelp', row)) throw problem('auth/forbidden');
  const text = readText(given);
  const open = await openRequest(unit, id);
  if (!open) throw problem('process/not-now');
  const message = await write(unit, open.id, text, true);
  record(unit, row, 'answerHelp');
  const { year } = await callOf(trx, row.edition_id);
  for (const member of await membersOf(trx, id))
    await queueLetter(unit, {
      template: 'helpAnswered',
      key: `help:${message.id}:${member.id}`,
      to: { personId: member.id, email: member.email, language: row.language },
      editionId: row.edition_id,
      nominationId: id,
      params: { organisation: row.organisation_name, year, path: `/soknad/${id}/hjelp` },
    });
}
