/** Does the work of the queue, in this process. Any number of processes may do so at once. */
import { Logger, run, type Task } from 'graphile-worker';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';

export interface JobInfo {
  /** 1 for the first try. */
  attempt: number;
  /** After this one nobody tries again. */
  last: boolean;
}
/** Does one job. What it throws is logged and tried again later, each time after a longer wait. */
export type JobHandler = (payload: unknown, job: JobInfo) => Promise<void>;

export interface WorkerOptions {
  pool: pg.Pool;
  tasks: Readonly<Record<string, JobHandler>>;
  log: FastifyBaseLogger;
  concurrency?: number;
}
export interface JobWorker {
  /** Takes no new job and waits for those under way. */
  stop(): Promise<void>;
}

/** Starts taking jobs. The tables of the queue are the migration's; a worker never makes them. */
export async function startWorker({ pool, tasks, log, concurrency = 4 }: WorkerOptions): Promise<JobWorker> {
  // A connection that breaks while it works would otherwise end the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ err: error }, 'a connection of the worker broke')),
  );
  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, handler]) => [name, asTask(handler)])),
    parsedCronItems: [],
    // Signals are the service's to handle: it stops listening first.
    noHandleSignals: true,
    logger: loggerOf(log),
  });
  const ended = runner.promise.catch((error: unknown) =>
    log.error({ err: error }, 'the worker stopped by itself'),
  );
  let stopping: Promise<void> | undefined;
  return {
    stop: () =>
      (stopping ??= runner.stop().then(
        () => ended,
        () => ended,
      )),
  };
}

const asTask =
  (handler: JobHandler): Task =>
  async (payload, { job }) =>
    handler(payload, { attempt: job.attempts, last: job.attempts >= job.max_attempts });

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
/** A job that failed will be tried again: worth a warning, not somebody's sleep. */
const loggerOf = (log: FastifyBaseLogger) =>
  new Logger(
    () => (level, message, meta) =>
      log[level === 'error' ? 'warn' : levels[level]]({ worker: meta?.['workerId'] }, message),
  );
