/** Files on their way in: written to a folder of this machine and hashed while they come, until they are kept or thrown away. */
import { createHash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { realNow } from '../clock.ts';
import { gateOf } from './gate.ts';

/**
 * However many uploads there are, only a few pieces are worked on at once: what else the process is asked comes between them, memory
 * holds a few pieces of each, and a slow line keeps nobody waiting. The threads that Node has for files are four.
 */
const writing = gateOf(2);
const flushing = gateOf(1);

/** A file that has come in and has no name yet. */
export interface Draft {
  path: string;
  /** Lowercase hex SHA-256 of the content. */
  sha256: string;
  bytes: number;
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
  accept?: (draft: Draft) => Promise<Draft | void>;
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
    const draft = { path, ...(await writeHashed(handle, content, limit)) };
    // While the disk settles, the content can be judged.
    const synced = flushing(() => handle.sync());
    synced.catch(() => {});
    const chosen = (await accept?.(draft)) ?? draft;
    left.push(chosen.path);
    await synced;
    await keep(chosen);
    return chosen;
  } finally {
    await handle.close();
    await Promise.all(left.map((each) => rm(each, { force: true })));
  }
}

/** So many bytes are hashed and written in one go: a trip to the threads that write takes longer than the writing. */
const BATCH = 262_144;

async function writeHashed(handle: FileHandle, content: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  let batch: Uint8Array[] = [];
  let gathered = 0;
  let flight = Promise.resolve();
  // While one batch is written, the next one comes in.
  const send = async () => {
    await flight;
    const full = batch;
    [batch, gathered] = [[], 0];
    flight = writing(() => {
      for (const chunk of full) hash.update(chunk);
      return writeAll(handle, full);
    });
    flight.catch(() => {});
  };
  try {
    for await (const chunk of content) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw new FileTooLarge(limit);
      batch.push(chunk);
      gathered += chunk.byteLength;
      if (gathered >= BATCH) await send();
    }
    await send();
  } finally {
    await flight;
  }
  return { sha256: hash.digest('hex'), bytes };
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
