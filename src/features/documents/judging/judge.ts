/** What a file is and whether it is safe to take, by its content: judged in a thread with limits on time and memory. */
import { rm } from 'node:fs/promises';
import type { Arrived, Draft } from '../../../platform/files/store.ts';
import { problem, type Problem } from '../../../platform/http/problem.ts';
import { ThreadFailed, threadPool } from '../../../platform/threads/pool.ts';
import { documentTypes, type MediaType } from '../types.ts';
import type { Reason } from './verdict.ts';

export interface JudgeInput {
  path: string;
  /** Where to write what is kept instead, when something must be left out. */
  cleanedPath: string;
}
export type Verdict = { refused: Reason } | { type: MediaType; cleaned?: Draft };

/** A document of the largest size takes well under a second; one that takes this long was made to. */
const LONGEST_MS = 15_000;
const pool = threadPool<JudgeInput, Verdict>({
  script: new URL('thread.ts', import.meta.url),
  threads: 1,
  timeoutMs: LONGEST_MS,
  memoryMb: 256,
});

/**
 * Judges a file that has come in under `name`, the name it will be kept under.
 *
 * @returns its type, and the file to keep instead when something was left out
 * @throws document/empty, document/misnamed and one problem for each reason of verdict.ts; document/unreadable also
 *   when the judging took too long or broke down
 */
export async function judgeFile(
  name: string,
  arrived: Arrived,
): Promise<{ mediaType: MediaType; cleaned?: Draft }> {
  if (arrived.bytes === 0) throw problem('document/empty', { name });
  const input = { path: arrived.path, cleanedPath: `${arrived.path}-cleaned` };
  const verdict = await pool.run(input).catch((error: unknown): Verdict => {
    if (error instanceof ThreadFailed) return { refused: 'unreadable' };
    throw error;
  });
  if ('refused' in verdict) throw refusalOf(verdict.refused, name);
  const { type, cleaned } = verdict;
  try {
    demandName(name, type);
  } catch (error) {
    if (cleaned) await rm(cleaned.path, { force: true });
    throw error;
  }
  return { mediaType: type, ...(cleaned && { cleaned }) };
}

const refusalOf = (reason: Reason, name: string): Problem => problem(`document/${reason}`, { name });

function demandName(name: string, type: MediaType): void {
  const endings: readonly string[] = documentTypes[type];
  const fits = endings.some((ending) => name.toLowerCase().endsWith(ending));
  if (!fits) throw problem('document/misnamed', { name, extension: endings[0] as string });
}
