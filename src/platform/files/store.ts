/**
 * Where documents lie. A file's name is the SHA-256 of its content, so that the same file is stored once,
 * a receipt's hash is its address, and nothing is ever overwritten.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { absent, receive, sweepIncoming, type Draft, type PutOptions } from './incoming.ts';

export { FileTooLarge, type Arrived, type Draft, type PutOptions } from './incoming.ts';

export interface FileStore {
  /**
   * Stores a stream. When the stream fails, `limit` is passed or `accept` throws, nothing is left behind.
   *
   * @throws FileTooLarge when more than `limit` bytes arrive
   */
  put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<Draft>;
  /** Reads a file, or the bytes from `start` to `end` (both included). Undefined when there is none. */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable | undefined>;
  /** Size in bytes, or undefined when there is no such file. */
  size(sha256: string): Promise<number | undefined>;
  /** Removes a file; one that is not there is no error. Whether anything refers to it is the caller's to know. */
  remove(sha256: string): Promise<void>;
  /** Everything that is stored. */
  list(): AsyncIterable<Stored>;
  /** Removes what a stopped process left half-written, older than this many milliseconds. Returns how many. */
  sweep(olderThanMs: number): Promise<number>;
}

export interface Stored {
  sha256: string;
  /** When it got its name, in real time. */
  storedAt: Date;
}

export const isSha256 = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** A store in a folder: `sha256/ab/<hash>` for files, `tmp/` for what is being written. */
export function diskStore(folder: string): FileStore {
  const incoming = join(folder, 'tmp');
  const kept = join(folder, 'sha256');
  const place = (sha256: string): string => {
    if (!isSha256(sha256)) throw new RangeError('not a SHA-256');
    return join(kept, sha256.slice(0, 2), sha256);
  };

  return {
    put: (content, options = {}) =>
      receive(incoming, content, options, ({ path, sha256 }) => settle(path, place(sha256))),
    async open(sha256, range) {
      const handle = await open(place(sha256)).catch(absent);
      return handle?.createReadStream(range);
    },
    async size(sha256) {
      return (await stat(place(sha256)).catch(absent))?.size;
    },
    async remove(sha256) {
      await rm(place(sha256), { force: true });
    },
    async *list() {
      for (const part of (await readdir(kept).catch(absent)) ?? [])
        for (const sha256 of await readdir(join(kept, part))) {
          const found = isSha256(sha256) && (await stat(place(sha256)).catch(absent));
          if (found) yield { sha256, storedAt: found.mtime };
        }
    },
    sweep: (olderThanMs) => sweepIncoming(incoming, olderThanMs),
  };
}

/** Gives the draft its name and makes the name itself survive a power cut. */
async function settle(draft: string, target: string): Promise<void> {
  const folder = join(target, '..');
  await mkdir(folder, { recursive: true });
  await rename(draft, target);
  const handle = await open(folder);
  try {
    await handle.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error; // a folder cannot be synced there
  } finally {
    await handle.close();
  }
}
