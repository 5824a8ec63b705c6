/** The SHA-256 of a file that lies on this machine, lowercase hex. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { threadPool } from '../threads/pool.ts';

/** What is smaller is hashed sooner than a thread is asked. */
const LARGE = 1_048_576;
const pool = threadPool<string, string>({
  script: new URL('hash-thread.ts', import.meta.url),
  threads: 1,
  timeoutMs: 120_000,
  memoryMb: 64,
});

/** Large files are hashed in a thread of their own: it takes about a millisecond for each megabyte, and answers to others wait for nobody. */
export const hashFile = async (path: string, bytes: number): Promise<string> =>
  bytes < LARGE ? hash('sha256', await readFile(path)) : pool.run(path);
