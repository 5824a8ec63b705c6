/** Puts work into the queue, in the transaction of what it follows from: rolled back together, done at least once after the commit. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

export interface JobOptions {
  /** One waiting job per key; adding it again replaces payload and time. */
  key?: string;
  /**
   * Earliest start in REAL time, for back-off and housekeeping. The queue compares it with the database's own clock,
   * so what is due in the time of the domain is never a `runAt` but a question to our tables, asked by the tick.
   */
  runAt?: Date;
  /** How often it is tried at most. Default 25, which with the back-off is about four days. */
  maxAttempts?: number;
}

/** Adds a job to the queue within `trx`. */
export async function enqueue(
  trx: Kysely<DB>,
  task: string,
  payload: Record<string, unknown>,
  { key, runAt, maxAttempts }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}::text,
    run_at => ${runAt ?? null}::timestamptz, max_attempts => ${maxAttempts ?? null}::smallint)`.execute(trx);
}

/** A task takes less than this; one that has been held longer belongs to a process that is gone. */
const abandonedAfter = '10 minutes';

/**
 * Gives back the jobs of workers that died without a word, so that another takes them.
 * The queue would do so by itself only after four hours.
 */
export async function releaseAbandonedJobs(db: Kysely<DB>): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_at < now() - ${abandonedAfter}::interval and locked_by is not null))`.execute(
    db,
  );
}
