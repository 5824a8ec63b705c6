/** The inside of a thread of a `threadPool`. */
import os from 'node:os';
import { parentPort } from 'node:worker_threads';

/** Does each piece of work that comes and sends back what it gives, or that it failed. */
export function answerWith<In, Out>(work: (input: In) => Promise<Out>): void {
  // Answers to people come first. Linux gives each thread a priority of its own; elsewhere it would be the whole service's.
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  parentPort?.on('message', (input: In) => {
    work(input).then(
      (out) => parentPort?.postMessage({ out }),
      (error: unknown) => parentPort?.postMessage({ error: String((error as Error).stack ?? error) }),
    );
  });
}
