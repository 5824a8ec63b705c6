/** The booklet as a file, drawn in a thread. */
import { problem } from '../../platform/http/problem.ts';
import { ThreadFailed, threadPool } from '../../platform/threads/pool.ts';
import type { BookletOnPaper } from './booklet-pdf.ts';

/** 50 long applications with their documents take about a quarter of this. */
const LONGEST_MS = 60_000;
const pool = threadPool<BookletOnPaper, Uint8Array>({
  script: new URL('booklet-thread.ts', import.meta.url),
  threads: 1,
  timeoutMs: LONGEST_MS,
  memoryMb: 1024,
});

/** @throws ballot/booklet-not-made when it took too long or broke down */
export async function drawBooklet(input: BookletOnPaper): Promise<Buffer> {
  try {
    const { buffer, byteOffset, byteLength } = await pool.run(input);
    return Buffer.from(buffer, byteOffset, byteLength);
  } catch (error) {
    if (!(error instanceof ThreadFailed)) throw error;
    throw problem('ballot/booklet-not-made');
  }
}
