/** Receiving files: streamed to the store, judged before they get their name, and nothing left of what is refused. */
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { FileTooLarge } from '../../platform/files/store.ts';
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
import { storeFile } from './storing.ts';

export interface Upload {
  added: ListedDocument[];
  /** What was refused, each with its own reason; the others were added all the same. */
  refused: Problem[];
}
interface Limits {
  bytes: number;
  /** How many more files there is room for. */
  room: number;
  max: number;
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

interface Purpose {
  room(max: number, present: number): number;
  add(unit: Unit, stored: readonly ReceivedFile[]): Promise<ListedDocument[]>;
}

async function receiveInto(
  request: FastifyRequest,
  { db, files, config }: Services,
  nominationId: string,
  { room, add }: Purpose,
): Promise<Upload> {
  const context = contextOf(request);
  const limits = await transact(db, context, (unit) => limitsFor(unit, nominationId, config.maxUploadBytes));
  const stored: ReceivedFile[] = [];
  try {
    const free = room(limits.max, limits.present);
    const refused = await receive(request, { files, limits: { ...limits, room: free }, stored });
    if (stored.length + refused.length === 0) throw problem('document/missing-file');
    const added = stored.length === 0 ? [] : await transact(db, context, (unit) => add(unit, stored));
    return { added, refused };
  } catch (error) {
    await removeUnreferenced(
      db,
      files,
      stored.map(({ sha256 }) => sha256),
    );
    throw asInterruption(error);
  }
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

/** As much as a socket gives at once: cut into smaller pieces, each costs as much. */
const PIECE = 65_536;

interface Receiving {
  files: Services['files'];
  limits: Limits;
  stored: ReceivedFile[];
}

async function receive(request: FastifyRequest, { files, limits, stored }: Receiving): Promise<Problem[]> {
  const refused: Problem[] = [];
  // One that says how much it brings is heard to the end, so that every file gets its answer. One that does not, could go on for ever.
  const bounded = Number(request.headers['content-length'] ?? Infinity) <= (limits.max + 1) * limits.bytes;
  let description = '';
  const options = {
    throwFileSizeLimit: false,
    highWaterMark: PIECE,
    fileHwm: PIECE,
    limits: { fileSize: limits.bytes + 1, files: limits.max + 50 },
  };
  for await (const part of request.parts(options) as AsyncIterable<Multipart>) {
    if (part.type === 'field') {
      if (part.fieldname === 'description' && typeof part.value === 'string') description = part.value;
      continue;
    }
    // A file field that was left empty comes as a file without a name.
    if (!part.filename) {
      await drain(part);
      continue;
    }
    try {
      if (stored.length >= limits.room) throw problem('document/too-many', { max: limits.max });
      const given = { name: part.filename, description, content: content(part) };
      stored.push(await storeFile(files, given, limits.bytes));
    } catch (error) {
      const why =
        error instanceof FileTooLarge ? problem('document/too-large', { maxBytes: error.limit }) : error;
      if (!(why instanceof Problem) || !bounded) throw why;
      refused.push(why);
      await drain(part);
    }
  }
  return refused;
}

/** Without closing the stream when the file is refused: the parts that follow are still to come. */
const content = (part: MultipartFile): AsyncIterable<Uint8Array> =>
  part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;

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

async function drain(part: MultipartFile): Promise<void> {
  const rest = content(part)[Symbol.asyncIterator]();
  while (!(await rest.next()).done);
}

/** Ways in which a cut stream shows: by the multipart reader, by its parser, by the socket. */
function asInterruption(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const cut =
    code === 'FST_MP_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    /unexpected end|terminated early|premature close/i.test(message);
  return cut ? problem('document/interrupted') : error;
}
