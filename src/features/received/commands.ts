/** Registering an application that came by post, by mail or too late, and attaching the original. */
import { edition as editionResource } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { takeOriginals, type ReceivedFile, type Store } from '../documents/commands.ts';
import { lockEdition } from '../editions/queries.ts';
import { refuseIdentityNumbers } from '../nominations/commands.ts';
import { organisationOf, partnersOf } from '../nominations/organisation.ts';
import { cleanLine } from '../nominations/words.ts';
import { demandNumber } from '../organisations/number.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import type { NewReceived } from './schema.ts';

/**
 * Registers what came. It is no application before somebody else has approved it.
 *
 * @throws not-found, auth/forbidden; process/not-now once the jury reads; request/invalid with the field
 */
export async function registerReceived(
  unit: Unit,
  editionId: string,
  given: NewReceived,
): Promise<{ id: string }> {
  const { trx, now } = unit;
  await lockEdition(unit, editionId, 'registerReceived');
  const { key, name } = organisationOf(given.kind, given.organisation, given.key);
  const unitName = cleanLine(given.unit ?? '');
  const number = demandNumber(given.organisationNumber);
  refuseIdentityNumbers({
    organisation: name,
    unit: unitName,
    partners: (given.partners ?? []).join('\n\n'),
    contactName: given.contactName,
    reason: given.reason,
  });
  if (given.receivedAt > now)
    throw problem('request/invalid', {}, [{ field: 'receivedAt', message: (t) => t.received.notAhead }]);
  if (!given.reason.trim())
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
  const { id } = await trx
    .insertInto('received_applications')
    .values({
      edition_id: editionId,
      applicant_kind: given.kind,
      organisation_name: name,
      organisation_key: key,
      organisation_number: number,
      partners: partnersOf(given.kind, given.partners),
      unit_name: unitName,
      language: given.language,
      contact_name: cleanLine(given.contactName),
      contact_email: given.contactEmail.trim().toLowerCase(),
      came_by: given.cameBy,
      received_at: given.receivedAt,
      reason: given.reason.trim(),
      registered_by: personOf(unit),
      registered_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId,
    subjectType: 'received',
    subjectId: id,
    event: 'registerReceived',
    reason: given.reason.trim(),
    payload: { cameBy: given.cameBy, receivedAt: given.receivedAt.toISOString() },
  });
  return { id };
}

/** Attaches files of the original, and asks the others to approve when the first has come. @throws as above; document/too-many */
export async function attachOriginal(
  unit: Unit,
  store: Store,
  id: string,
  stored: readonly ReceivedFile[],
): Promise<void> {
  const { row, edition } = await lockReceived(unit, id, 'registerReceived');
  const present = await unit.trx
    .selectFrom('received_files')
    .select('name')
    .where('received_id', '=', id)
    .execute();
  const rows = await takeOriginals(unit, store, stored, {
    present: present.map(({ name }) => name),
    max: edition.documents_max,
  });
  for (const file of rows)
    await unit.trx
      .insertInto('received_files')
      .values({ received_id: id, ...file })
      .execute();
  await queueEach(unit, await peopleWhoMay(unit, editionResource, 'approveReceived', edition), {
    template: 'receivedToApprove',
    key: `received:${id}:approve`,
    editionId: row.edition_id,
    params: { year: edition.year, path: `/sekretariat/${row.edition_id}/mottatt/${id}` },
  });
}

type Action = 'registerReceived' | 'approveReceived' | 'declineReceived';

/** The edition is locked, so that the jury does not begin in between. @throws not-found; process/not-now when it is answered */
export async function lockReceived(unit: Unit, id: string, action: Action) {
  const read = () =>
    unit.trx.selectFrom('received_applications').selectAll().where('id', '=', id).executeTakeFirst();
  const found = await read();
  if (!found) throw problem('not-found');
  const edition = await lockEdition(unit, found.edition_id, action);
  const row = await read();
  if (!row || row.approved_at !== null || row.declined_at !== null)
    throw problem('process/not-now', {}, [], (t) => t.received.answered);
  return { row, edition };
}

/** Does not take it in: the original goes, what was registered stays in the record. @returns hashes, for `removeUnreferenced` */
export async function declineReceived(unit: Unit, id: string): Promise<string[]> {
  const { row } = await lockReceived(unit, id, 'declineReceived');
  const files = await unit.trx
    .deleteFrom('received_files')
    .where('received_id', '=', id)
    .returning('sha256')
    .execute();
  await unit.trx
    .updateTable('received_applications')
    .set({ declined_by: personOf(unit), declined_at: unit.now })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'received',
    subjectId: id,
    event: 'declineReceived',
  });
  return files.map(({ sha256 }) => sha256);
}
