/**
 * Uploads that go on where they were cut (the tus protocol): the bytes gather in a folder of this machine, and once they are all there
 * the file is read anew, hashed, judged and registered as any other (finishing.ts). Until then it is nobody's document.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '@tus/server';
import { contextOf, transact } from '../../core/process/unit.ts';
import { toProblem } from '../../platform/http/errors.ts';
import { describe, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { newSecret } from '../../platform/secrets.ts';
import { finishedUpload, finishUpload, type Finished, type WholeUpload } from './finishing.ts';
import { shownDocument } from './schema.ts';
import { limitsFor } from './upload.ts';

/** Where half-sent files gather. Several servers that take such uploads must share it. */
export const resumableFolder = (services: Pick<Services, 'config'>): string =>
  path.join(services.config.dataDir, 'files', 'resumable');
/** What has not been going on for so long is swept away. */
export const RESUMABLE_MS = 24 * 3_600_000;

interface Place {
  nominationId: string;
  maxBytes: number;
}

/** Answers one request of the protocol. The right and the deadline are asked at every request, by its own arrival. */
export async function answerResumable(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { id: nominationId, upload }: { id: string; upload?: string },
): Promise<void> {
  const { db, config } = services;
  const limits = await transact(db, contextOf(request), (unit) =>
    limitsFor(unit, nominationId, config.maxUploadBytes),
  );
  if (upload === undefined && limits.present >= limits.max)
    throw problem('document/too-many', { max: limits.max });
  if (upload !== undefined && request.method !== 'DELETE') {
    const finished = await finishedNow(request, services, nominationId, upload);
    if (finished) {
      await answerFinished(request, reply, finished);
      return;
    }
  }
  const server = await serverFor(request, services, { nominationId, maxBytes: limits.bytes });
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  await server.handle(request.raw, reply.raw);
}

/**
 * The upload as a document, made now when all its bytes are there: the server may have died between the last of them and the row, and
 * the client never have heard the answer.
 */
async function finishedNow(
  request: FastifyRequest,
  services: Services,
  nominationId: string,
  upload: string,
): Promise<Finished | undefined> {
  const made = await finishedUpload(services.db, nominationId, upload);
  if (made || !belongsTo(upload, nominationId)) return made;
  const store = await storeFor(services);
  const found = await store.getUpload(upload).catch(() => undefined);
  if (!found || found.size === undefined || found.offset !== found.size) return undefined;
  const whole = wholeUpload(services, nominationId, found);
  return { document: await finishUpload(request, services, whole), bytes: whole.bytes };
}

function answerFinished(request: FastifyRequest, reply: FastifyReply, { document, bytes }: Finished) {
  reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': bytes, 'cache-control': 'no-store' });
  if (request.method === 'HEAD') return reply.header('upload-length', bytes).send();
  if (request.headers['upload-offset'] !== String(bytes)) throw problem('conflict/version');
  return reply.send(shownDocument(document));
}

/** The upload belongs to the application whose address it has: its name says so. */
const belongsTo = (upload: string, nominationId: string): boolean =>
  upload.startsWith(`${nominationId}-`) && /^[\w-]+$/.test(upload);

/** Loaded when it is needed first. One lock for all requests: a second one for the same upload waits or takes over. */
let library: ReturnType<typeof load> | undefined;
const load = async () => {
  const [{ Server, MemoryLocker }, { FileStore }] = await Promise.all([
    import('@tus/server'),
    import('@tus/file-store'),
  ]);
  return {
    Server,
    locker: new MemoryLocker(),
    stores: new Map<string, InstanceType<typeof FileStore>>(),
    FileStore,
  };
};

async function storeFor(services: Services) {
  const directory = resumableFolder(services);
  library ??= load();
  const { FileStore, stores } = await library;
  await mkdir(directory, { recursive: true });
  const store = stores.get(directory) ?? new FileStore({ directory });
  stores.set(directory, store);
  return store;
}

async function serverFor(request: FastifyRequest, services: Services, place: Place): Promise<Server> {
  const datastore = await storeFor(services);
  library ??= load();
  const { Server, locker } = await library;
  const { nominationId } = place;
  const address = `/api/v1/nominations/${nominationId}/uploads`;
  return new Server({
    path: address,
    datastore,
    locker,
    maxSize: place.maxBytes,
    relativeLocation: true,
    namingFunction: () => `${nominationId}-${newSecret().replace(/[^A-Za-z0-9]/g, '')}`,
    generateUrl: (_request, { id }) => `${address}/${id}`,
    getFileIdFromRequest: (_request, last) => (last && belongsTo(last, nominationId) ? last : undefined),
    onUploadFinish: async (_request, upload) => {
      const made = await finishUpload(request, services, wholeUpload(services, nominationId, upload));
      const headers = { 'content-type': 'application/json' };
      return { status_code: 200, headers, body: JSON.stringify(shownDocument(made)) };
    },
    onResponseError: (_request, error) =>
      'status_code' in error ? undefined : inWords(request, place, error),
  });
}

/** What the library answers in the place of an error that is not the protocol's own. */
function inWords(request: FastifyRequest, { maxBytes }: Place, error: Error) {
  const found = toProblem(error, { body: maxBytes, file: maxBytes, files: 1 });
  if (found.status >= 500) request.log.error({ err: error }, found.type);
  return { status_code: found.status, body: JSON.stringify(describe(found, request.lang)) };
}

interface Arrived {
  id: string;
  offset: number;
  metadata?: Record<string, string | null> | undefined;
}

const wholeUpload = (services: Services, nominationId: string, arrived: Arrived): WholeUpload => ({
  id: arrived.id,
  nominationId,
  file: path.join(resumableFolder(services), arrived.id),
  bytes: arrived.offset,
  metadata: arrived.metadata ?? {},
});
