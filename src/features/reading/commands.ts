/** Reading the texts of documents: after the upload by a job, and at the latest when the application is sent in. */
import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { Services } from '../../platform/services.ts';
import { extractText } from './extract.ts';
import { unreadDocuments, unreadOf, type UnreadDocument } from './queries.ts';
import { READER, textKinds, type Extracted } from './schema.ts';

export const readDocumentTask = 'readDocument';
type Reading = Pick<Services, 'db' | 'files' | 'clock'>;
/** So many are put into the queue at a time. */
const BATCH = 100;
/** A file that takes too long may have been read on a busy machine: it gets another try. */
const TRIES = 3;

/**
 * Puts every document that is not read yet into the queue. Asked by the tick, so that nothing is forgotten: not after a
 * restart, not what an older reader read.
 */
export async function enqueueUnread(db: Kysely<DB>): Promise<void> {
  for (const { id } of await unreadDocuments(db).orderBy('d.id').limit(BATCH).execute())
    await enqueue(
      db,
      readDocumentTask,
      { documentId: id },
      { key: `${readDocumentTask}:${id}`, maxAttempts: TRIES },
    );
}

/** The job: reads one document. Done twice, it leaves the same. */
export const readDocument =
  (services: Reading): JobHandler =>
  async (payload, { last }) => {
    const { documentId } = payload as { documentId: string };
    const document = await unreadDocuments(services.db).where('d.id', '=', documentId).executeTakeFirst();
    if (!document) return;
    const found = await readFile(services.files, document);
    if (found.fault === 'time' && !last) throw new Error(`document ${documentId} took too long to read`);
    await keepText(services.db, document.id, found, await services.clock.now());
  };

/**
 * Reads what is not read yet of an application that this person may send in, within the request: nothing is accepted unseen.
 * Somebody who may not send it in causes no work.
 */
export async function readBeforeSending(
  { db, files }: Pick<Reading, 'db' | 'files'>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<void> {
  const may = await db
    .selectFrom('nominations as n')
    .select('n.id')
    .where('n.id', '=', nominationId)
    .where(scope(nomination, 'submit', viewerOf(actor), now, 'n'))
    .executeTakeFirst();
  if (may) await readAll(db, files, nominationId, now);
}

/** Reads every document of an application that is not read yet. */
export async function readAll(
  db: Kysely<DB>,
  files: FileStore,
  nominationId: string,
  now: Date,
): Promise<void> {
  const unread = await unreadOf(db, nominationId);
  // Begun together, kept one after the other: the caller may hold a single connection.
  const found = await Promise.all(
    unread.map(async (document) => [document.id, await readFile(files, document)] as const),
  );
  for (const [id, text] of found) await keepText(db, id, text, now);
}

async function readFile(files: FileStore, { sha256, media_type }: UnreadDocument): Promise<Extracted> {
  const nothing = { pages: [], identityNumbersBesides: 0 };
  if (!textKinds.includes(media_type)) return { state: 'empty', fault: null, ...nothing };
  const content = await files.open(sha256);
  if (!content) return { state: 'unreadable', fault: 'lost', ...nothing };
  return extractText(await whole(content), media_type);
}

async function whole(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Puts the text in the place of what was read before, wholly. A document that is gone meanwhile leaves nothing. */
async function keepText(db: Kysely<DB>, documentId: string, found: Extracted, now: Date): Promise<void> {
  const keep = async (trx: Kysely<DB>) => {
    const document = await trx
      .selectFrom('documents')
      .select('id')
      .where('id', '=', documentId)
      .forUpdate()
      .executeTakeFirst();
    if (!document) return;
    await trx.deleteFrom('document_texts').where('document_id', '=', documentId).execute();
    const { state, fault, pages, identityNumbersBesides } = found;
    await trx
      .insertInto('document_texts')
      .values({
        document_id: documentId,
        state,
        fault,
        pages: pages.length,
        identity_numbers_besides: identityNumbersBesides,
        reader: READER,
        read_at: now,
      })
      .execute();
    for (const { number, text, nodes, identityNumbers } of pages)
      await trx
        .insertInto('document_pages')
        .values({
          document_id: documentId,
          number,
          text,
          nodes: JSON.stringify(nodes),
          identity_numbers: identityNumbers,
        })
        .execute();
  };
  await (db.isTransaction ? keep(db) : db.transaction().execute(keep));
}
