/**
 * Bringing along what came before there was a service, or outside of it. It is no application of that year: nothing counts it, lists it
 * or publishes it, for it is in no table that those read.
 */
import { sql } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { osloInstant } from '../../platform/clock.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { takeOriginals, type ReceivedFile, type Store } from '../documents/commands.ts';
import { refuseIdentityNumbers } from '../nominations/commands.ts';
import { organisationOf } from '../nominations/organisation.ts';
import { cleanLine } from '../nominations/words.ts';
import { demandNumber } from '../organisations/number.ts';
import { authoriseService } from '../people/commands.ts';
import { forget, type Outside } from '../retention/forgetting.ts';
import { oldApplicationOf } from './queries.ts';
import { MOST_FILES, type NewOld } from './schema.ts';

/**
 * @throws auth/forbidden; request/invalid for a year that is not over or that nobody knows, for a day that is still to come, and for what
 *   the schedule would have erased already
 */
export async function registerOld(unit: Unit, given: NewOld): Promise<{ id: string }> {
  const { trx, now } = unit;
  await authoriseService(unit, 'keepOldApplications');
  const { key, name } = organisationOf(given.kind, given.organisation, given.key);
  const number = demandNumber(given.organisationNumber);
  const unitName = cleanLine(given.unit ?? '');
  const note = given.note?.trim() ?? '';
  refuseIdentityNumbers({ organisation: name, unit: unitName, note });
  const errors = [...(await yearFaults(unit, given)), ...dayFaults(given, now)];
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  const { id } = await trx
    .insertInto('old_applications')
    .values({
      year: given.year,
      applicant_kind: given.kind,
      organisation_name: name,
      organisation_key: key,
      organisation_number: number,
      unit_name: unitName,
      nominated: given.nominated,
      came_by: given.cameBy,
      received_on: given.receivedOn,
      note,
      reader_email: addressOf(given.readerEmail),
      registered_by: personOf(unit),
      registered_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  record(unit, id, 'registerOld', { year: given.year });
  return { id };
}

const addressOf = (email: string | null | undefined): string | null => email?.trim().toLowerCase() || null;

const record = (unit: Unit, subjectId: string, event: EventOf<'oldApplication'>, payload = {}): void =>
  unit.record({ editionId: null, subjectType: 'oldApplication', subjectId, event, payload });

async function yearFaults({ trx, now }: Unit, { year, nominated }: NewOld): Promise<ProblemError[]> {
  const rule = nominated ? 'oldNominated' : 'oldOthers';
  const { rows } = await sql<{ isOver: boolean; keptUntil: Date | null }>`
    select coalesce((select coalesce(e.ended_at <= ${now}, false) from editions e where e.year = ${year}), exists (select from past_editions p where p.year = ${year})) as "isOver",
      prize_year_end(${year}::int) + (select r.keep from retention_rules r where r.name = ${rule}) as "keptUntil"`.execute(
    trx,
  );
  const { isOver = false, keptUntil = null } = rows[0] ?? {};
  if (!isOver) return [{ field: 'year', message: (t) => t.oldApplications.faults.year(year) }];
  if (keptUntil && keptUntil <= now)
    return [
      {
        field: 'year',
        message: (t) => t.oldApplications.faults.past(year, keptUntil),
      },
    ];
  return [];
}

const dayFaults = ({ receivedOn }: NewOld, now: Date): ProblemError[] =>
  osloInstant(receivedOn) > now
    ? [{ field: 'receivedOn', message: (t) => t.oldApplications.faults.ahead }]
    : [];

/** Attaches files to one of them. @throws auth/forbidden, not-found; process/not-now when it is struck out; document/too-many */
export async function attachOld(
  unit: Unit,
  store: Store,
  id: string,
  stored: readonly ReceivedFile[],
): Promise<void> {
  const { files: present } = await lockOld(unit, id);
  const rows = await takeOriginals(unit, store, stored, {
    present: present.map(({ name }) => name),
    max: MOST_FILES,
  });
  for (const row of rows)
    await unit.trx
      .insertInto('old_application_files')
      .values({ application_id: id, added_by: personOf(unit), ...row })
      .execute();
  record(unit, id, 'attachOld', { files: stored.length });
}

/** @throws auth/forbidden, not-found; process/not-now when it is struck out */
export async function lockOld(unit: Unit, id: string) {
  await authoriseService(unit, 'keepOldApplications');
  await unit.trx.selectFrom('old_applications').select('id').where('id', '=', id).forUpdate().execute();
  const found = await oldApplicationOf(unit.trx, unit, id);
  if (found.struckAt !== null) throw problem('process/not-now', {}, [], (t) => t.oldApplications.isStruck);
  return found;
}

/** Who reads it from now on: nobody else, and nobody at all for null. @throws as `lockOld` */
export async function setReader(unit: Unit, id: string, email: string | null): Promise<void> {
  await lockOld(unit, id);
  await unit.trx
    .updateTable('old_applications')
    .set({ reader_email: addressOf(email) })
    .where('id', '=', id)
    .execute();
  record(unit, id, 'setOldReader');
}

/**
 * It was registered by mistake: its files go and what was noted with it, and nobody reads it any more.
 *
 * @returns hashes, for `removeUnreferenced`
 * @throws as `lockOld`
 */
export async function strikeOld(unit: Unit, outside: Outside, id: string): Promise<string[]> {
  const { files } = await lockOld(unit, id);
  await unit.trx
    .updateTable('old_applications')
    .set({ struck_by: personOf(unit), struck_at: unit.now })
    .where('id', '=', id)
    .execute();
  await forget(unit, outside, { rule: 'struckOld', subjects: [id], by: 'office' });
  record(unit, id, 'strikeOld');
  return files.map(({ sha256 }) => sha256);
}
