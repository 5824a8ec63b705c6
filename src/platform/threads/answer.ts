/** The inside of a thread of a `threadPool`. */
import { parentPort } from 'node:worker_threads';

/** Does each piece of work that comes and sends back what it gives, or that it failed. */
export function answerWith<In, Out>(work: (input: In) => Promise<Out>): void {
  parentPort?.on('message', (input: In) => {
    work(input).then(
      (out) => parentPort?.postMessage({ out }),
      (error: unknown) => parentPort?.postMessage({ error: String((error as Error).stack ?? error) }),
    );
  });
}
