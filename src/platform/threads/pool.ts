/** Work that must not hold up the service: done in threads of its own, with limits on time and memory. */
import { Worker } from 'node:worker_threads';

export interface ThreadPoolOptions {
  /** The program of a thread; it answers with `answerWith`. */
  script: URL;
  /** Most threads at once. */
  threads: number;
  /** Longest time for one piece of work, in milliseconds. */
  timeoutMs: number;
  /** Most memory for the objects of one thread, in MiB. */
  memoryMb: number;
  /** A thread without work for so long is ended, and its memory given back. */
  idleMs?: number;
}
export interface ThreadPool<In, Out> {
  /** @throws ThreadFailed when the thread took too long, ran out of memory or broke down; other work goes on */
  run(input: In): Promise<Out>;
  close(): Promise<void>;
}

export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed';
}

interface Work<In, Out> {
  input: In;
  done: (out: Out) => void;
  failed: (error: Error) => void;
}
type Answer<Out> = { out: Out } | { error: string };

/** Threads are started when there is work, and a thread that fails is replaced by a new one. */
export function threadPool<In, Out>(options: ThreadPoolOptions): ThreadPool<In, Out> {
  const { script, threads, timeoutMs, memoryMb, idleMs = 20_000 } = options;
  const waiting: Work<In, Out>[] = [];
  const idle = new Map<Worker, NodeJS.Timeout>();
  const all = new Set<Worker>();

  const next = () => {
    while (waiting.length > 0 && (idle.size > 0 || all.size < threads))
      give(takeIdle() ?? start(), waiting.shift() as Work<In, Out>);
  };
  function takeIdle(): Worker | undefined {
    const [first] = idle;
    if (!first) return undefined;
    clearTimeout(first[1]);
    idle.delete(first[0]);
    return first[0];
  }
  function start(): Worker {
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    all.add(worker);
    // What a thread says when nobody waits for it must not end the process.
    worker.on('error', () => end(worker)).on('exit', () => end(worker));
    return worker;
  }
  const end = (worker: Worker) => {
    idle.delete(worker);
    all.delete(worker);
    worker.terminate().catch(() => {});
  };
  function give(worker: Worker, { input, done, failed }: Work<In, Out>): void {
    worker.ref();
    const settle = (usable: boolean) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', erred).off('exit', ended);
      if (usable) {
        worker.unref();
        idle.set(worker, setTimeout(end, idleMs, worker).unref());
      } else end(worker);
      next();
    };
    const broken = (why: string) => {
      settle(false);
      failed(new ThreadFailed(why));
    };
    const answered = (answer: Answer<Out>) => {
      if ('error' in answer) return broken(answer.error);
      settle(true);
      done(answer.out);
    };
    const erred = (error: Error) => broken(error.message);
    const ended = (code: number) => broken(`ended with ${code}`);
    const timer = setTimeout(broken, timeoutMs, `took longer than ${timeoutMs} ms`);
    worker.on('message', answered).on('error', erred).on('exit', ended);
    worker.postMessage(input);
  }
  return {
    run: (input) =>
      new Promise((done, failed) => {
        waiting.push({ input, done, failed });
        next();
      }),
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
    },
  };
}
