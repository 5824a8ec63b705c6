/** Files on their way in: written to a folder of this machine until they are kept or thrown away. */
import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { realNow } from '../clock.ts';
import { gateOf } from './gate.ts';
import { hashFile } from './hashing.ts';
import { noteSpent } from './spent.ts';
import { turnsOf } from './turns.ts';

/** However many uploads there are, only so many pieces are taken in between two looks at what else the process is asked. */
const turn = turnsOf(2);
/** The threads that Node has for files are four, and the disk is one. */
const flushing = gateOf(1);

/** A file that has come in and has no name yet. */
export interface Arrived {
  path: string;
  bytes: number;
}
/** One that may be kept: its hash is known. */
export interface Draft extends Arrived {
  /** Lowercase hex SHA-256 of the content. */
  sha256: string;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.limit = limit;
  }
}

export interface PutOptions {
  /** Most bytes to accept. */
  limit?: number;
  /** Called before the file is kept; throwing refuses it. Gives another file to keep in its place, or nothing. */
  accept?: (arrived: Arrived) => Promise<Draft | void>;
}

/**
 * Receives a stream and hands it to `keep` once it is accepted and surely on the disk. Whatever fails, nothing is left in `folder`.
 *
 * @throws FileTooLarge when more than `limit` bytes arrive
 */
export async function receive(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  { limit = Infinity, accept }: PutOptions,
  keep: (draft: Draft) => Promise<void>,
): Promise<Draft> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx', 0o600);
  const left = [path];
  try {
    const bytes = await write(handle, content, limit);
    // While the disk settles, the content can be hashed and judged.
    const synced = flushing(() => handle.sync());
    const hashed = hashFile(path, bytes);
    for (const each of [synced, hashed]) each.catch(() => {});
    const chosen = (await accept?.({ path, bytes })) ?? { path, bytes, sha256: await hashed };
    left.push(chosen.path);
    await Promise.all([synced, hashed]);
    await keep(chosen);
    return chosen;
  } finally {
    await handle.close();
    await Promise.all(left.map((each) => rm(each, { force: true })));
  }
}

/** So many bytes are written in one go: a trip to the threads that write takes longer than the writing. */
const BATCH = 262_144;
/** So many are sent on to the disk while the rest comes in, so that little is left to wait for at the end. */
const FLUSH = 4_194_304;

async function write(handle: FileHandle, content: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
  let bytes = 0;
  let batch: Uint8Array[] = [];
  let gathered = 0;
  let flight = Promise.resolve();
  const flush = flusher(handle);
  // While one batch is written, the next one comes in.
  const send = async () => {
    await flight;
    flush.note(gathered);
    flight = writeAll(handle, batch);
    flight.catch(() => {});
    noteSpent(gathered);
    [batch, gathered] = [[], 0];
  };
  try {
    for await (const piece of content) {
      bytes += piece.byteLength;
      if (bytes > limit) throw new FileTooLarge(limit);
      batch.push(piece);
      gathered += piece.byteLength;
      if (gathered >= BATCH) await send();
      await turn();
    }
    await send();
  } finally {
    await flight;
    await flush.done();
  }
  return bytes;
}

/** Sends to the disk what has been written so far, each time that enough has come together; one at a time. */
function flusher(handle: FileHandle) {
  let written = 0;
  let running: Promise<void> | undefined;
  return {
    note(bytes: number): void {
      written += bytes;
      if (written < FLUSH || running) return;
      written = 0;
      // What fails here fails again at the end, where somebody waits for it.
      running = flushing(() => handle.datasync())
        .catch(() => {})
        .finally(() => (running = undefined));
    },
    done: async () => running,
  };
}

/** A write may be a short one; the rest is written too. */
async function writeAll(handle: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  if (chunks.length === 0) return;
  const { bytesWritten } = await handle.writev(chunks as Uint8Array[]);
  const all = chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (bytesWritten === all) return;
  const rest = Buffer.concat(chunks).subarray(bytesWritten);
  for (let done = 0; done < rest.length;) done += (await handle.write(rest, done)).bytesWritten;
}
/** Removes what a stopped process left half-written, older than this many milliseconds. Returns how many. */
export async function sweepIncoming(folder: string, olderThanMs: number): Promise<number> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  const oldest = realNow().getTime() - olderThanMs;
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    if (((await stat(path).catch(absent))?.mtimeMs ?? Infinity) >= oldest) continue;
    await rm(path, { force: true, recursive: true });
    removed += 1;
  }
  return removed;
}

/** For what is not there; any other fault of the disk is thrown on. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
