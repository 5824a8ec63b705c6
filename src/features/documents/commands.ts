/** The documents of an application: added, described, put in order, removed. */
import { sql, type Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { lockForEditing } from '../nominations/editing.ts';
import { callOf } from '../nominations/queries-call.ts';
import { cleanLine } from '../nominations/words.ts';
import { uniqueName } from './names.ts';
import { documentsOf } from './queries.ts';
import type { ListedDocument } from './schema.ts';
import { registerFile } from './scanning.ts';
import type { MediaType } from './types.ts';
import { detachVersions } from './versions.ts';

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
export type Store = Pick<Services, 'files' | 'scanner'>;

/**
 * Adds files that have been received and judged. All or none.
 *
 * @throws document/too-many; and what `lockForEditing` refuses, by the arrival of the request
 */
export async function addDocuments(
  unit: Unit,
  store: Store,
  nominationId: string,
  received: readonly ReceivedFile[],
): Promise<ListedDocument[]> {
  const row = await lockForEditing(unit, nominationId, ['documents']);
  const { documents_max: max } = await callOf(unit.trx, row.edition_id);
  const present = await documentsOf(unit.trx, nominationId);
  if (present.length + received.length > max) throw problem('document/too-many', { max });
  await holdFiles(unit.trx, received);
  const taken = present.map(({ name }) => name);
  const added = new Set<string>();
  for (const file of received) {
    const name = uniqueName(file.name, taken);
    const position = (present.at(-1)?.position ?? 0) + added.size + 1;
    added.add(await insertDocument(unit, store, { ...file, name }, { nominationId, position }));
    taken.push(name);
  }
  return (await documentsOf(unit.trx, nominationId)).filter(({ id }) => added.has(id));
}

/**
 * Files beside those that are there under the names `present`, each with a name that none of them has: for the tables of what came on
 * another way than the form. The content is registered; the rows are the caller's to write.
 *
 * @throws document/too-many over `max`; document/interrupted when a file is not in the store any more
 */
export async function takeOriginals(
  unit: Unit,
  { files, scanner }: Store,
  stored: readonly ReceivedFile[],
  { present, max }: { present: readonly string[]; max: number },
) {
  if (present.length + stored.length > max) throw problem('document/too-many', { max });
  await holdFiles(unit.trx, stored);
  const taken = [...present];
  const rows = [];
  for (const { name: given, mediaType, bytes, sha256, metadataRemoved = false } of stored) {
    // Somebody else's refused upload of the same bytes may just have taken it away.
    if ((await files.size(sha256)) === undefined) throw problem('document/interrupted');
    await registerFile(unit, { sha256, bytes }, scanner !== null);
    const name = uniqueName(given, taken);
    taken.push(name);
    rows.push({
      name,
      media_type: mediaType,
      bytes: String(bytes),
      sha256,
      metadata_removed: metadataRemoved,
      added_at: unit.now,
    });
  }
  return rows;
}

/** Registers the content and the document; whoever calls holds the file. @returns the document's id */
export async function insertDocument(
  unit: Unit,
  { files, scanner }: Store,
  { name, mediaType, description, metadataRemoved = false, ...file }: ReceivedFile,
  place: { nominationId: string; position: number; withholdReason?: string | null },
): Promise<string> {
  // Somebody else's refused upload of the same bytes may just have taken it away.
  if ((await files.size(file.sha256)) === undefined) throw problem('document/interrupted');
  await registerFile(unit, file, scanner !== null);
  const { id } = await unit.trx
    .insertInto('documents')
    .values({
      nomination_id: place.nominationId,
      position: place.position,
      name,
      media_type: mediaType,
      bytes: String(file.bytes),
      sha256: file.sha256,
      description: cleanLine(description),
      withhold_reason: place.withholdReason ?? null,
      metadata_removed: metadataRemoved,
      uploaded_by: personOf(unit),
      uploaded_at: unit.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What may be changed about a document. What is left out stays. */
export interface DocumentChange {
  description?: string | undefined;
  /** Why it should not be public (OFF-3); null takes the mark away. */
  withholdReason?: string | null | undefined;
  /** Its place in the order, from 1; beyond the end is last. */
  position?: number | undefined;
}

/** @throws not-found for a document that is not on this application */
export async function changeDocument(
  unit: Unit,
  nominationId: string,
  id: string,
  { description, withholdReason, position }: DocumentChange,
): Promise<void> {
  await lockForEditing(unit, nominationId, ['documents']);
  const documents = await documentsOf(unit.trx, nominationId);
  if (!documents.some((document) => document.id === id)) throw problem('not-found');
  const set = {
    ...(description !== undefined && { description: cleanLine(description) }),
    ...(withholdReason !== undefined && {
      withhold_reason: withholdReason === null ? null : cleanLine(withholdReason),
    }),
  };
  if (Object.keys(set).length > 0)
    await unit.trx.updateTable('documents').set(set).where('id', '=', id).execute();
  if (position !== undefined) await place(unit, documents, id, position);
}

/** Moves a document one place up or down; at the end of the list nothing happens. */
export async function moveDocument(
  unit: Unit,
  nominationId: string,
  id: string,
  direction: 'up' | 'down',
): Promise<void> {
  await lockForEditing(unit, nominationId, ['documents']);
  const documents = await documentsOf(unit.trx, nominationId);
  const from = documents.findIndex((document) => document.id === id);
  if (from < 0) throw problem('not-found');
  await place(unit, documents, id, from + 1 + (direction === 'up' ? -1 : 1));
}

async function place(
  { trx }: Unit,
  documents: readonly ListedDocument[],
  id: string,
  position: number,
): Promise<void> {
  const ids = documents.map((document) => document.id).filter((each) => each !== id);
  ids.splice(Math.max(position - 1, 0), 0, id);
  for (const [index, each] of ids.entries())
    await trx
      .updateTable('documents')
      .set({ position: index + 1 })
      .where('id', '=', each)
      .execute();
}

/**
 * Takes a document off the application, with its earlier versions. What has been sent in stays with what was sent in; otherwise
 * the row goes.
 *
 * @returns the hashes, for `removeUnreferenced` after the commit
 */
export async function removeDocument(unit: Unit, nominationId: string, id: string): Promise<string[]> {
  await lockForEditing(unit, nominationId, ['documents']);
  const document = (await documentsOf(unit.trx, nominationId)).find((each) => each.id === id);
  if (!document) throw problem('not-found');
  const versions = await detachVersions(unit, nominationId, id);
  const sent = await unit.trx
    .selectFrom('submission_documents')
    .select('document_id')
    .where('document_id', '=', id)
    .executeTakeFirst();
  if (sent)
    await unit.trx.updateTable('documents').set({ removed_at: unit.now }).where('id', '=', id).execute();
  else await unit.trx.deleteFrom('documents').where('id', '=', id).execute();
  return [document.sha256, ...versions];
}

/**
 * Whoever adds a reference to a file and whoever removes an unreferenced one wait for each other. All in one order, so that
 * two uploads of the same files do not wait for each other.
 */
export async function holdFiles(db: Kysely<DB>, files: readonly { sha256: string }[]): Promise<void> {
  for (const sha256 of [...new Set(files.map((file) => file.sha256))].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`file:${sha256}`}, 0))`.execute(db);
}

/** Removes files that no document, no original and no nominated one's picture refers to any more. @returns how many */
export async function removeUnreferenced(
  db: Kysely<DB>,
  files: FileStore,
  hashes: readonly string[],
): Promise<number> {
  let removed = 0;
  for (const sha256 of new Set(hashes))
    await db.transaction().execute(async (trx) => {
      await holdFiles(trx, [{ sha256 }]);
      const { rows } = await sql`
        select from documents where sha256 = ${sha256} union all select from received_files where sha256 = ${sha256}
        union all select from old_application_files where sha256 = ${sha256} union all select from namings where picture_sha256 = ${sha256} limit 1`.execute(
        trx,
      );
      if (rows.length > 0) return;
      await trx.deleteFrom('stored_files').where('sha256', '=', sha256).execute();
      await files.remove(sha256);
      removed += 1;
    });
  return removed;
}
