/** Does the work of the queue, in this process. Any number of processes may do so at once. */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type Task } from 'graphile-worker';
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

/** So many failures in a row to fetch a job, and the runner is made anew: some of what it remembers of a failure it never forgets. */
const failuresBeforeRestart = 8;
const pauseBeforeRestart = 1000;

/**
 * Starts taking jobs, and goes on until it is stopped, also when the database was away. The tables of the queue are the
 * migration's; a worker never makes them.
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { pool, log } = options;
  // A connection that breaks while it works would otherwise end the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ err: error }, 'a connection of the worker broke')),
  );
  let runner = await startRunner(options);
  let stopping = false;
  const running = (async () => {
    for (;;) {
      await runner.promise.catch((error: unknown) =>
        log.warn({ err: error }, 'the worker stopped by itself'),
      );
      if (stopping) return;
      await sleep(pauseBeforeRestart);
      if (stopping) return;
      runner = await startRunner(options).catch((error: unknown) => {
        log.warn({ err: error }, 'the worker does not start again yet');
        return { ...runner, promise: Promise.resolve() };
      });
    }
  })();
  return {
    async stop() {
      if (!stopping) {
        stopping = true;
        await runner.stop().catch(() => {}); // it had stopped by itself
      }
      await running;
      await drained(pool);
    },
  };
}

/** What was done is written down a moment after the runner says that it has stopped: whoever ends the pool waits for that. */
async function drained(pool: pg.Pool): Promise<void> {
  const busy = () => pool.waitingCount > 0 || pool.idleCount < pool.totalCount;
  for (let tries = 0; busy() && tries < 200; tries++) await sleep(25);
}

async function startRunner({ pool, tasks, log, concurrency = 4 }: WorkerOptions): Promise<Runner> {
  const events = new EventEmitter();
  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, handler]) => [name, asTask(handler)])),
    parsedCronItems: [],
    // Signals are the service's to handle: it stops listening first.
    noHandleSignals: true,
    logger: loggerOf(log),
    events,
  });
  let failures = 0;
  for (const event of ['worker:getJob:empty', 'job:start']) events.on(event, () => (failures = 0));
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === failuresBeforeRestart) runner.stop().catch(() => {});
  });
  return runner;
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
