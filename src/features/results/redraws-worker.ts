/** A thread of its own for the juries that could be re-drawn: seconds of arithmetic that no page should wait behind. */
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { rankCase, type RankInput } from '../../core/scoring/index.ts';

const { input, full } = workerData as { input: RankInput; full: boolean };
try {
  // Of this thread only, where the system tells threads apart: the server's pages go first.
  os.setPriority(0, os.constants.priority.PRIORITY_LOW);
} catch {
  // Not allowed here: then it runs like the others.
}
/** To the thread that began this one. */
const tell = (message: object): void => parentPort?.postMessage(message, []);
let said = 0;
const { bootstrap, notes } = rankCase(input, {
  full,
  onProgress(part) {
    if (part - said < 0.01) return;
    said = part;
    tell({ part });
  },
});
tell({ bootstrap, notes });
