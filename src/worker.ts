/** The work behind the pages: letters, what is due, and the texts of documents. Stop it, and every rule of the service still holds. */
import type pg from 'pg';
import { sendLetterTask } from './features/correspondence/commands.ts';
import { markForgotten, markInterrupted, sendLetter } from './features/correspondence/sender.ts';
import { queueUnscanned, scanFile, scanFileTask } from './features/documents/scanning.ts';
import { dropUnreferenced, sweepStore, UNDER_WAY_MS } from './features/documents/sweeping.ts';
import { applyDue } from './features/due.ts';
import { enqueueUnread, readDocument, readDocumentTask } from './features/reading/commands.ts';
import { openDatabase } from './platform/db/open.ts';
import { refreshLookups } from './features/organisations/lookups.ts';
import { releaseAbandonedJobs } from './platform/jobs/queue.ts';
import { startWorker, type JobWorker } from './platform/jobs/worker.ts';
import type { Services } from './platform/services.ts';

/**
 * Starts the job queue and the tick. Everything they do goes over `pool`, the worker's own, so that a burst of letters never
 * makes a page wait; it needs two connections more than letters are sent at once (4). It stays open after `stop`.
 */
export async function startBackgroundWork(
  services: Services,
  pool: pg.Pool,
  everyMs = 3000,
): Promise<JobWorker> {
  const own: Services = { ...services, db: openDatabase(pool) };
  const tasks = {
    [sendLetterTask]: sendLetter(own),
    [scanFileTask]: scanFile(own),
    [readDocumentTask]: readDocument(own),
  };
  const worker = await startWorker({ pool, log: own.log, tasks });
  const tick = repeat(() => tickOnce(own), everyMs);
  return {
    async stop() {
      await tick.stop();
      await worker.stop();
    },
  };
}

/** Due work and housekeeping, once. */
async function tickOnce(services: Services): Promise<void> {
  try {
    await applyDue(services, await services.clock.now());
    await refreshLookups(services);
    await markInterrupted(services.db);
    await markForgotten(services.db);
    await enqueueUnread(services.db);
    await releaseAbandonedJobs(services.db);
    await queueUnscanned(services);
    await keepStoreInStep(services);
  } catch (error) {
    services.log.warn({ err: error }, 'the tick failed and will try again');
  }
}

let sweptAt = 0;
/** What a submission has let go of at once; what crashes have left every hour, the first time a while after the start. */
async function keepStoreInStep(services: Services): Promise<void> {
  await dropUnreferenced(services);
  const now = performance.now();
  if (now - sweptAt < UNDER_WAY_MS) return;
  sweptAt = now;
  const { halfWritten, orphans } = await sweepStore(services);
  if (halfWritten + orphans > 0) services.log.info({ halfWritten, orphans }, 'swept the store');
}

/** Calls `work` again and again with a pause between, never twice at once. */
function repeat(work: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  const next = () => {
    running = work().then(() => {
      if (!stopped) timer = setTimeout(next, pauseMs);
    });
  };
  timer = setTimeout(next, 0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
