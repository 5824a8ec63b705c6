/** A resumable upload that has come whole becomes a document: once, however often it is asked for and whatever broke off before. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { addDocuments } from './commands.ts';
import { documentsOf } from './queries.ts';
import type { ListedDocument } from './schema.ts';
import { takeStream } from './upload.ts';

/** An upload that has come whole. */
export interface WholeUpload {
  id: string;
  nominationId: string;
  /** Where its bytes lie; what the protocol notes of it lies beside, with `.json` after the name. */
  file: string;
  bytes: number;
  metadata: Readonly<Record<string, string | null>>;
}
export interface Finished {
  document: ListedDocument;
  /** How many bytes were sent. */
  bytes: number;
}

/** The document that an upload has become, as long as it stands on the application. */
export async function finishedUpload(
  db: Kysely<DB>,
  nominationId: string,
  upload: string,
): Promise<Finished | undefined> {
  const row = await db
    .selectFrom('finished_uploads')
    .select(['document_id', 'bytes'])
    .where('upload', '=', upload)
    .executeTakeFirst();
  const document = row && (await documentsOf(db, nominationId)).find(({ id }) => id === row.document_id);
  return document && { document, bytes: Number(row.bytes) };
}

/** The client may ask again while the first question is still being answered. */
const underWay = new Map<string, Promise<ListedDocument>>();

/**
 * The document, made now unless it was made before. Its bytes go once they are a document, or can never be one; after a fault that
 * passes they stay, so that it can be asked for again.
 *
 * @throws as `takeStream`
 */
export function finishUpload(
  request: FastifyRequest,
  services: Services,
  upload: WholeUpload,
): Promise<ListedDocument> {
  const running = underWay.get(upload.file);
  if (running) return running;
  const begun = finish(request, services, upload).finally(() => underWay.delete(upload.file));
  underWay.set(upload.file, begun);
  return begun;
}

async function finish(
  request: FastifyRequest,
  services: Services,
  upload: WholeUpload,
): Promise<ListedDocument> {
  try {
    const made = await findOrMake(request, services, upload);
    await dropUpload(upload.file);
    return made;
  } catch (error) {
    if (isFinal(error)) await dropUpload(upload.file);
    throw error;
  }
}

async function findOrMake(request: FastifyRequest, services: Services, upload: WholeUpload) {
  const { id, nominationId, file, bytes, metadata } = upload;
  const find = async () => (await finishedUpload(services.db, nominationId, id))?.document;
  const before = await find();
  if (before) return before;
  const given = {
    name: metadata['filename'] ?? '',
    description: (metadata['description'] ?? '').slice(0, 500),
    content: contentOf(file),
  };
  try {
    return await takeStream(request, services, nominationId, given, (received) =>
      transact(services.db, contextOf(request), async (unit) => {
        const [made] = await addDocuments(unit, services, nominationId, [received]);
        const { id: document_id } = made as ListedDocument;
        await unit.trx
          .insertInto('finished_uploads')
          .values({ upload: id, document_id, bytes: String(bytes) })
          .execute();
        return made as ListedDocument;
      }),
    );
  } catch (error) {
    // Another server may have been faster.
    const made = await find();
    if (made) return made;
    throw error;
  }
}

/** Opened when it is read first: what is refused before that leaves nothing open. */
async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Uint8Array>;
}

const PASSING = new Set(['document/interrupted', 'document/too-many']);
/** The file itself is refused: it would be refused again. Whoever has too many may remove one. */
const isFinal = (error: unknown): boolean =>
  error instanceof Problem && error.type.startsWith('document/') && !PASSING.has(error.type);

/** Removes what is left of an upload; what is not there is no error. */
export async function dropUpload(file: string): Promise<void> {
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
}
