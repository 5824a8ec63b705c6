/** Receiving the documents of an application. */
import type { FastifyRequest } from 'fastify';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { demandParts } from '../completion/queries.ts';
import { demand, findNomination } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { demandOpen } from '../nominations/window.ts';
import { addDocuments, removeUnreferenced, type ReceivedFile } from './commands.ts';
import { documentsOf } from './queries.ts';
import type { ListedDocument } from './schema.ts';
import { replaceDocument } from './replacing.ts';
import { receiveFiles, type Purpose } from './receiving.ts';
import { storeFile } from './storing.ts';

export interface Upload {
  added: ListedDocument[];
  /** What was refused, each with its own reason; the others were added all the same. */
  refused: Problem[];
}
/**
 * Takes the files of a multipart request. The right and the deadline are checked before the first byte is stored, by the
 * arrival of the request. A stream that is cut leaves nothing: no row, no file.
 *
 * @throws document/interrupted, document/missing-file; not-found, auth/forbidden, process/not-now, nomination/deadline-passed
 */
export const receiveDocuments = (
  request: FastifyRequest,
  services: Services,
  nominationId: string,
): Promise<Upload> =>
  receiveInto(request, services, nominationId, {
    room: (max, present) => max - present,
    add: (unit, stored) => addDocuments(unit, services, nominationId, stored),
  });

/** Takes one file in the place of a document. @throws as `receiveDocuments` */
export const receiveReplacement = (
  request: FastifyRequest,
  services: Services,
  nominationId: string,
  id: string,
): Promise<Upload> =>
  receiveInto(request, services, nominationId, {
    room: () => 1,
    add: async (unit, [file]) =>
      file ? [await replaceDocument(unit, services, nominationId, { id, file })] : [],
  });

async function receiveInto(
  request: FastifyRequest,
  services: Services,
  nominationId: string,
  purpose: Omit<Purpose<ListedDocument[]>, 'limits'>,
): Promise<Upload> {
  const { added = [], refused } = await receiveFiles(request, services, {
    ...purpose,
    limits: (unit) => limitsFor(unit, nominationId, services.config.maxUploadBytes),
  });
  return { added, refused };
}

/** What the edition allows. @throws for whoever may not add documents now */
export async function limitsFor(unit: Unit, id: string, most: number) {
  const row = await findNomination(unit.trx, unit, id);
  demand(row, 'edit');
  const call = await callOf(unit.trx, row.edition_id);
  demandOpen(call, row, unit.now);
  await demandParts(unit.trx, row, ['documents']);
  return {
    bytes: Math.min(call.document_bytes_max, most),
    max: call.documents_max,
    present: (await documentsOf(unit.trx, id)).length,
  };
}

/**
 * Takes one file that has come in another way: stores it once it is judged, and hands it to `register`.
 *
 * @throws as `receiveDocuments`, and what the file itself is refused for
 */
export async function takeStream<T>(
  request: FastifyRequest,
  { db, files, config }: Services,
  nominationId: string,
  given: { name: string; description: string; content: AsyncIterable<Uint8Array> },
  register: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const { bytes, max, present } = await transact(db, contextOf(request), (unit) =>
    limitsFor(unit, nominationId, config.maxUploadBytes),
  );
  if (present >= max) throw problem('document/too-many', { max });
  const file = await storeFile(files, given, bytes);
  try {
    return await register(file);
  } catch (error) {
    await removeUnreferenced(db, files, [file.sha256]);
    throw error;
  }
}
