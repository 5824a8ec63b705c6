/**
 * Uploads that go on where they were cut (the tus protocol): the bytes gather in a folder of this machine, and once they are all there
 * the file is read anew, hashed, judged and registered as any other. Until then it is nobody's document.
 */
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '@tus/server';
import { contextOf, transact } from '../../core/process/unit.ts';
import { describe, Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { newSecret } from '../../platform/secrets.ts';
import { shownDocument } from './schema.ts';
import { limitsFor, takeStream } from './upload.ts';

/** Where half-sent files gather. Several servers that take such uploads must share it. */
export const resumableFolder = (services: Pick<Services, 'config'>): string =>
  path.join(services.config.dataDir, 'files', 'resumable');
/** What has not been going on for so long is swept away. */
export const RESUMABLE_MS = 24 * 3_600_000;

/** Answers one request of the protocol. The right and the deadline are asked at every request, by its own arrival. */
export async function answerResumable(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  nominationId: string,
): Promise<void> {
  const { db, config } = services;
  const limits = await transact(db, contextOf(request), (unit) =>
    limitsFor(unit, nominationId, config.maxUploadBytes),
  );
  const server = await serverFor(request, services, { nominationId, maxBytes: limits.bytes });
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  await server.handle(request.raw, reply.raw);
}

interface Place {
  nominationId: string;
  maxBytes: number;
}

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

async function serverFor(request: FastifyRequest, services: Services, place: Place): Promise<Server> {
  const directory = resumableFolder(services);
  library ??= load();
  const { Server, FileStore, locker, stores } = await library;
  await mkdir(directory, { recursive: true });
  const datastore = stores.get(directory) ?? new FileStore({ directory });
  stores.set(directory, datastore);
  const address = `/api/v1/nominations/${place.nominationId}/uploads`;
  return new Server({
    path: address,
    datastore,
    locker,
    maxSize: place.maxBytes,
    relativeLocation: true,
    // The upload belongs to the application whose address it has: its name says so.
    namingFunction: () => `${place.nominationId}-${newSecret().replace(/[^A-Za-z0-9]/g, '')}`,
    generateUrl: (_request, { id }) => `${address}/${id}`,
    getFileIdFromRequest: (_request, last) => (last?.startsWith(`${place.nominationId}-`) ? last : undefined),
    onUploadFinish: async (_request, upload) => {
      const file = path.join(directory, upload.id);
      try {
        return await finish(request, services, place, { file, metadata: upload.metadata ?? {} });
      } finally {
        await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
      }
    },
  });
}

interface Arrived {
  file: string;
  metadata: Record<string, string | null>;
}

async function finish(
  request: FastifyRequest,
  services: Services,
  place: Place,
  { file, metadata }: Arrived,
) {
  const headers = { 'content-type': 'application/json' };
  try {
    const made = await takeStream(request, services, place.nominationId, {
      name: metadata['filename'] ?? '',
      description: (metadata['description'] ?? '').slice(0, 500),
      content: createReadStream(file),
    });
    return { status_code: 200, headers, body: JSON.stringify(shownDocument(made)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const view = describe(error, request.lang);
    // The library's way to answer something else.
    throw Object.assign(new Error(view.title), { status_code: view.status, body: JSON.stringify(view) });
  }
}
