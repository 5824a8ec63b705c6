/** Receiving files for anything that may hold some: streamed to the store, judged before they get their name, and nothing left of what is refused. */
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { FileTooLarge } from '../../platform/files/store.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { removeUnreferenced, type ReceivedFile } from './commands.ts';
import { storeFile } from './storing.ts';

interface Limits {
  bytes: number;
  /** How many more files there is room for. */
  room: number;
  max: number;
}

export interface Purpose<Added, File extends ReceivedFile = ReceivedFile> {
  /** Refuses whoever may not add anything now. */
  limits(unit: Unit): Promise<{ bytes: number; max: number; present: number }>;
  room(max: number, present: number): number;
  add(unit: Unit, stored: readonly File[]): Promise<Added>;
  /** How each is judged and kept, where it is not as any document. */
  store?(files: Services['files'], given: GivenFile, limit: number): Promise<File>;
  /** Gets what the other fields of the form say. */
  fields?: Record<string, string>;
}
export interface GivenFile {
  name: string;
  description: string;
  content: AsyncIterable<Uint8Array>;
}

/** Takes files for anything that may hold some. @throws document/interrupted, document/missing-file, and what the purpose refuses */
export async function receiveFiles<Added, File extends ReceivedFile = ReceivedFile>(
  request: FastifyRequest,
  { db, files }: Services,
  { limits: limitsNow, room, add, store, fields = {} }: Purpose<Added, File>,
): Promise<{ added: Added | undefined; refused: Problem[] }> {
  const context = contextOf(request);
  const limits = await transact(db, context, limitsNow);
  const stored: File[] = [];
  // Whoever names a kind of file says how it is stored; without, it is as any document.
  const keep = store ?? (storeFile as NonNullable<typeof store>);
  try {
    const free = room(limits.max, limits.present);
    const refused = await receive(request, {
      limits: { ...limits, room: free },
      stored,
      fields,
      keep: (given) => keep(files, given, limits.bytes),
    });
    if (stored.length + refused.length === 0) throw problem('document/missing-file');
    const added = stored.length === 0 ? undefined : await transact(db, context, (unit) => add(unit, stored));
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

/** More than any of our forms has. */
const MOST_FIELDS = 20;
/** As much as a socket gives at once: cut into smaller pieces, each costs as much. */
const PIECE = 65_536;

interface Receiving<File> {
  limits: Limits;
  stored: File[];
  fields: Record<string, string>;
  keep(given: GivenFile): Promise<File>;
}

async function receive<File>(
  request: FastifyRequest,
  { limits, stored, fields, keep }: Receiving<File>,
): Promise<Problem[]> {
  const refused: Problem[] = [];
  // One that says how much it brings is heard to the end, so that every file gets its answer. One that does not, could go on for ever.
  const bounded = Number(request.headers['content-length'] ?? Infinity) <= (limits.max + 1) * limits.bytes;
  const options = {
    throwFileSizeLimit: false,
    highWaterMark: PIECE,
    fileHwm: PIECE,
    limits: { fileSize: limits.bytes + 1, files: limits.max + 50 },
  };
  for await (const part of request.parts(options) as AsyncIterable<Multipart>) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && Object.keys(fields).length < MOST_FIELDS)
        fields[part.fieldname] = part.value;
      continue;
    }
    // A file field that was left empty comes as a file without a name.
    if (!part.filename) {
      await drain(part);
      continue;
    }
    try {
      if (stored.length >= limits.room) throw problem('document/too-many', { max: limits.max });
      const { description = '' } = fields;
      stored.push(await keep({ name: part.filename, description, content: content(part) }));
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
