/**
 * The juries that could be re-drawn, computed in a thread of its own: one case at a time, with progress, and it can be
 * stopped. What came out is kept under the hash of its inputs.
 */
import { Worker } from 'node:worker_threads';
import type { Bootstrap, RankInput } from '../../core/scoring/index.ts';

export type Run =
  /** `part`: how much is done, 0 to 1. */
  | { state: 'waiting' | 'running'; part: number }
  | { state: 'done'; bootstrap: Bootstrap | null; notes: Readonly<Record<string, string>> }
  | { state: 'stopped' | 'failed' };

export interface Redraws {
  find(key: string): Run | undefined;
  /** Begins unless it runs or is done; the run as it then stands. `full`: also by the adjusted mean with more than ten jurors. */
  begin(key: string, input: RankInput, full: boolean): Run;
  stop(key: string): void;
  /** The run once it is done, or as it stands after `milliseconds`. */
  settled(key: string, milliseconds: number): Promise<Run | undefined>;
  close(): Promise<void>;
}

interface Job {
  run: Run;
  input: RankInput;
  full: boolean;
  worker: Worker | null;
  over: Promise<void>;
  end: () => void;
}

const MOST_KEPT = 100;

export function createRedraws(): Redraws {
  const jobs = new Map<string, Job>();

  function next(): void {
    const all = [...jobs.values()];
    if (all.some(({ worker }) => worker)) return;
    const job = all.find(({ run }) => run.state === 'waiting');
    if (job) start(job);
  }

  function start(job: Job): void {
    job.run = { state: 'running', part: 0 };
    const worker = new Worker(new URL('redraws-worker.ts', import.meta.url), {
      workerData: { input: job.input, full: job.full },
    });
    job.worker = worker;
    worker.on('message', (said: { part: number } | { bootstrap: Bootstrap | null; notes: object }) => {
      if (job.run.state !== 'running') return;
      job.run =
        'part' in said
          ? { state: 'running', part: said.part }
          : { state: 'done', bootstrap: said.bootstrap, notes: said.notes as Record<string, string> };
      if (job.run.state === 'done') job.end();
    });
    worker.on('error', () => {
      if (job.run.state === 'running') job.run = { state: 'failed' };
    });
    worker.on('exit', () => {
      if (job.run.state === 'running') job.run = { state: 'failed' };
      job.worker = null;
      job.end();
      next();
    });
    worker.unref();
  }

  return {
    find: (key) => jobs.get(key)?.run,
    begin(key, input, full) {
      const found = jobs.get(key);
      if (found && ['waiting', 'running', 'done'].includes(found.run.state)) return found.run;
      const { promise: over, resolve: end } = Promise.withResolvers<void>();
      jobs.delete(key);
      const job: Job = { run: { state: 'waiting', part: 0 }, input, full, worker: null, over, end };
      jobs.set(key, job);
      forget(jobs);
      next();
      return job.run;
    },
    stop(key) {
      const job = jobs.get(key);
      if (!job || (job.run.state !== 'running' && job.run.state !== 'waiting')) return;
      job.run = { state: 'stopped' };
      job.end();
      void job.worker?.terminate();
    },
    async settled(key, milliseconds) {
      const job = jobs.get(key);
      if (!job) return undefined;
      if (job.run.state === 'running' || job.run.state === 'waiting') {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, milliseconds);
        });
        await Promise.race([job.over, late]);
        clearTimeout(timer);
      }
      return jobs.get(key)?.run;
    },
    async close() {
      const workers = [...jobs.values()].flatMap(({ worker }) => worker ?? []);
      jobs.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The oldest that nobody waits for go first. */
function forget(jobs: Map<string, Job>): void {
  for (const [key, { run }] of jobs) {
    if (jobs.size <= MOST_KEPT) return;
    if (run.state !== 'running' && run.state !== 'waiting') jobs.delete(key);
  }
}
