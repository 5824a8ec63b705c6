/** Approving what somebody else registered: it becomes an application like the others, sent in, with its contact as the one who works on it. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { problem } from '../../platform/http/problem.ts';
import { holdFiles, insertDocument, type ReceivedFile, type Store } from '../documents/commands.ts';
import { refuseSecretariat } from '../nominations/apart.ts';
import { dispatchNomination } from '../nominations/flow.ts';
import { ensurePerson } from '../people/commands.ts';
import { readAll } from '../reading/commands.ts';
import { lockReceived } from './commands.ts';

/**
 * All of it or nothing: the application, its contact, the original as its documents, and that it is sent in.
 *
 * @throws not-found, auth/forbidden; process/same-person; role/runs-the-year for the contact; process/not-now when it is answered or the jury reads;
 *   process/unmet without an original, and for what nobody may read: a virus, identity numbers
 */
export async function approveReceived(
  unit: Unit,
  store: Store,
  id: string,
): Promise<{ nominationId: string }> {
  const { trx, now } = unit;
  const { row } = await lockReceived(unit, id, 'approveReceived');
  const approver = personOf(unit);
  if (approver === row.registered_by) throw problem('process/same-person');
  const originals = await trx
    .selectFrom('received_files')
    .selectAll()
    .where('received_id', '=', id)
    .orderBy('id')
    .execute();
  if (originals.length === 0) throw problem('process/unmet', {}, [{ requirement: 'originalAttached' }]);
  const contact = await ensurePerson(unit, {
    email: row.contact_email,
    name: row.contact_name,
    language: row.language,
  });
  await refuseSecretariat(unit, row.edition_id, contact.id);
  const { id: nominationId } = await trx
    .insertInto('nominations')
    .values({
      edition_id: row.edition_id,
      applicant_kind: row.applicant_kind,
      organisation_name: row.organisation_name,
      organisation_key: row.organisation_key,
      organisation_number: row.organisation_number,
      partners: row.partners,
      unit_name: row.unit_name,
      language: row.language,
      created_by: contact.id,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('nomination_members')
    .values({ nomination_id: nominationId, person_id: contact.id, added_by: approver, added_at: now })
    .execute();
  await holdFiles(trx, originals);
  for (const [at, { name, media_type, bytes, sha256, metadata_removed }] of originals.entries()) {
    const mediaType = media_type as ReceivedFile['mediaType'];
    const file = {
      name,
      mediaType,
      bytes: Number(bytes),
      sha256,
      description: '',
      metadataRemoved: metadata_removed,
    };
    await insertDocument(unit, store, file, { nominationId, position: at + 1 });
  }
  await readAll(trx, store.files, nominationId, now);
  await trx
    .updateTable('received_applications')
    .set({ approved_by: approver, approved_at: now, nomination_id: nominationId })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: nominationId,
    event: 'start',
    toState: 'draft',
  });
  // The service sends it in on the word of two people; the submission names the one who approved.
  const asService: Unit = { ...unit, actor: { ...systemActor, personId: approver } };
  await dispatchNomination(asService, { id: nominationId, event: { type: 'receive', reason: row.reason } });
  return { nominationId };
}
