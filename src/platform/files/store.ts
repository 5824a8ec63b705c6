/**
 * Where documents lie. A file's name is the SHA-256 of its content, so that the same file is stored once,
 * a receipt's hash is its address, and nothing is ever overwritten.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { realNow } from '../clock.ts';

export interface StoredFile {
  /** Lowercase hex SHA-256 of the content: the file's name from now on. */
  sha256: string;
  bytes: number;
  /** The first bytes (up to 4100), for judging the type by content. */
  head: Buffer;
}

export interface FileStore {
  /**
   * Stores a stream. When the stream fails, `limit` is passed or `accept` throws, nothing is left behind.
   *
   * @throws FileTooLarge when more than `limit` bytes arrive
   */
  put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredFile>;
  /** Reads a file, or the bytes from `start` to `end` (both included). Undefined when there is none. */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable | undefined>;
  /** Size in bytes, or undefined when there is no such file. */
  size(sha256: string): Promise<number | undefined>;
  /** Removes a file; one that is not there is no error. Whether anything refers to it is the caller's to know. */
  remove(sha256: string): Promise<void>;
  /** Removes what a stopped process left half-written, older than this many milliseconds. Returns how many. */
  sweep(olderThanMs: number): Promise<number>;
}

export interface PutOptions {
  /** Most bytes to accept. */
  limit?: number;
  /** Called with hash, size and head before the file gets its name; throwing refuses it. `read` gives any part of it. */
  accept?: (file: StoredFile, read: ReadPart) => void | Promise<void>;
}

/** The bytes from `start`, at most `length`; fewer at the end of the file. */
export type ReadPart = (start: number, length: number) => Promise<Buffer>;

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.limit = limit;
  }
}

const HEAD_BYTES = 4100;

/** A store in a folder: `sha256/ab/<hash>` for files, `tmp/` for what is being written. */
export function diskStore(folder: string): FileStore {
  const incoming = join(folder, 'tmp');
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return join(folder, 'sha256', sha256.slice(0, 2), sha256);
  };
  const size = async (sha256: string): Promise<number | undefined> =>
    (await stat(place(sha256)).catch(absent))?.size;

  return {
    size,
    async put(content, options = {}) {
      await mkdir(incoming, { recursive: true });
      const draft = join(incoming, randomUUID());
      try {
        const file = await writeHashed(draft, content, options.limit ?? Infinity);
        await options.accept?.(file, (start, length) => readPart(draft, start, length));
        await settle(draft, place(file.sha256));
        return file;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async open(sha256, range) {
      const handle = await open(place(sha256)).catch(absent);
      return handle?.createReadStream(range);
    },
    async remove(sha256) {
      await rm(place(sha256), { force: true });
    },
    async sweep(olderThanMs) {
      const names = (await readdir(incoming).catch(absent)) ?? [];
      const oldest = realNow().getTime() - olderThanMs;
      const stale = await Promise.all(
        names.map(
          async (name) => ((await stat(join(incoming, name)).catch(absent))?.mtimeMs ?? Infinity) < oldest,
        ),
      );
      const doomed = names.filter((_, i) => stale[i]);
      await Promise.all(doomed.map((name) => rm(join(incoming, name), { force: true })));
      return doomed.length;
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function writeHashed(
  path: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  const heads: Uint8Array[] = [];
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      if (bytes < HEAD_BYTES) heads.push(chunk.subarray(0, HEAD_BYTES - bytes));
      bytes += chunk.byteLength;
      if (bytes > limit) throw new FileTooLarge(limit);
      hash.update(chunk);
      await writeAll(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(heads) };
}

async function readPart(path: string, start: number, length: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A write may be a short one; the rest is written too. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) done += (await handle.write(chunk, done)).bytesWritten;
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
