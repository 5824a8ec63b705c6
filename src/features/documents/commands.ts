/** The documents of an application: added, described, put in order, removed. */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockForEditing } from '../nominations/answers.ts';
import { personOf } from '../nominations/commands.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { DocumentRow } from '../nominations/schema.ts';
import { cleanLine } from '../nominations/words.ts';
import { uniqueName } from './names.ts';
import { documentsOf } from './queries.ts';
import type { MediaType } from './types.ts';

/** A file that lies in the store, and how it came. */
export interface ReceivedFile {
  name: string;
  mediaType: MediaType;
  bytes: number;
  sha256: string;
  description: string;
  /** Something of where and with what a picture was taken was left out. */
  metadataRemoved?: boolean;
}

/**
 * Adds files that have been received and judged. All or none.
 *
 * @throws document/too-many; and what `lockForEditing` refuses, by the arrival of the request
 */
export async function addDocuments(
  unit: Unit,
  files: FileStore,
  nominationId: string,
  received: readonly ReceivedFile[],
): Promise<DocumentRow[]> {
  const row = await lockForEditing(unit, nominationId);
  const { documents_max: max } = await callOf(unit.trx, row.edition_id);
  const present = await documentsOf(unit.trx, nominationId);
  if (present.length + received.length > max) throw problem('document/too-many', { max });
  // In one order, so that two uploads of the same files do not wait for each other.
  for (const { sha256 } of received.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))
    await holdFile(unit.trx, sha256);
  const taken = present.map(({ name }) => name);
  const added: DocumentRow[] = [];
  for (const { name, mediaType, bytes, sha256, description, metadataRemoved = false } of received) {
    // Somebody else's refused upload of the same bytes may just have taken it away.
    if ((await files.size(sha256)) === undefined) throw problem('document/interrupted');
    await registerFile(unit, sha256, bytes);
    const document = await unit.trx
      .insertInto('documents')
      .values({
        nomination_id: nominationId,
        position: (present.at(-1)?.position ?? 0) + added.length + 1,
        name: uniqueName(name, taken),
        media_type: mediaType,
        bytes: String(bytes),
        sha256,
        description: cleanLine(description),
        metadata_removed: metadataRemoved,
        uploaded_by: personOf(unit),
        uploaded_at: unit.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    taken.push(document.name);
    added.push(document);
  }
  return added;
}

/** The content as such, once however many documents it is. */
const registerFile = ({ trx, now }: Unit, sha256: string, bytes: number) =>
  trx
    .insertInto('stored_files')
    .values({ sha256, bytes: String(bytes), stored_at: now, scan: 'unscanned' })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();

/** @throws not-found for a document that is not on this application */
export async function describeDocument(
  unit: Unit,
  nominationId: string,
  id: string,
  description: string,
): Promise<void> {
  await lockForEditing(unit, nominationId);
  const { numUpdatedRows } = await live(unit, nominationId, id)
    .set({ description: cleanLine(description) })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problem('not-found');
}

/** Moves a document one place up or down; at the end of the list nothing happens. */
export async function moveDocument(
  unit: Unit,
  nominationId: string,
  id: string,
  direction: 'up' | 'down',
): Promise<void> {
  await lockForEditing(unit, nominationId);
  const ids = (await documentsOf(unit.trx, nominationId)).map((document) => document.id);
  const from = ids.indexOf(id);
  if (from < 0) throw problem('not-found');
  const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), ids.length - 1);
  ids.splice(to, 0, ...ids.splice(from, 1));
  for (const [index, each] of ids.entries())
    await live(unit, nominationId, each)
      .set({ position: index + 1 })
      .execute();
}

/**
 * Takes a document off the application. What has been sent in stays with what was sent in; otherwise the row goes.
 *
 * @returns the hash, for `removeUnreferenced` after the commit
 */
export async function removeDocument(unit: Unit, nominationId: string, id: string): Promise<string> {
  await lockForEditing(unit, nominationId);
  const document = (await documentsOf(unit.trx, nominationId)).find((each) => each.id === id);
  if (!document) throw problem('not-found');
  const sent = await unit.trx
    .selectFrom('submission_documents')
    .select('document_id')
    .where('document_id', '=', id)
    .executeTakeFirst();
  if (sent) await live(unit, nominationId, id).set({ removed_at: unit.now }).execute();
  else await unit.trx.deleteFrom('documents').where('id', '=', id).execute();
  return document.sha256;
}

const live = ({ trx }: Unit, nominationId: string, id: string) =>
  trx
    .updateTable('documents')
    .where('id', '=', id)
    .where('nomination_id', '=', nominationId)
    .where('removed_at', 'is', null);

/** Whoever adds a reference to a file and whoever removes an unreferenced one wait for each other. */
const holdFile = (db: Kysely<DB>, sha256: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`file:${sha256}`}, 0))`.execute(db);

/** Removes files that no document refers to any more. */
export async function removeUnreferenced(
  db: Kysely<DB>,
  files: FileStore,
  hashes: readonly string[],
): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    await db.transaction().execute(async (trx) => {
      await holdFile(trx, sha256);
      const used = await trx
        .selectFrom('documents')
        .select('id')
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      if (used) return;
      await trx.deleteFrom('stored_files').where('sha256', '=', sha256).execute();
      await files.remove(sha256);
    });
  }
}
