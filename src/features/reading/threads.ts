/** The threads that read documents: a few at once, kept for a moment, because the libraries in them take longer to load than most documents to read. */
import { Worker } from 'node:worker_threads';

export interface ReadingThread {
  worker: Worker;
  bytes: number;
  documents: number;
  goodbye?: NodeJS.Timeout;
}

/** So many documents are read at once by one server; the others wait their turn. */
const AT_ONCE = 2;
const KEPT_MS = 2000;
const DOCUMENTS_EACH = 25;
const MEGABYTE = 1_000_000;

let busy = 0;
const idle: ReadingThread[] = [];
const waiting: (() => void)[] = [];

/** A thread with this much memory (bytes of heap and buffers), when it is one's turn. */
export async function takeThread(bytes: number): Promise<ReadingThread> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  const at = idle.findIndex((thread) => thread.bytes === bytes);
  const [kept] = at < 0 ? [] : idle.splice(at, 1);
  const thread = kept ?? startThread(bytes);
  clearTimeout(thread.goodbye);
  thread.worker.ref();
  thread.documents += 1;
  return thread;
}

/** Gives a thread back; one that is not `sound` ends, and so does one that has read enough. */
export async function returnThread(thread: ReadingThread, sound: boolean): Promise<void> {
  if (sound && thread.documents < DOCUMENTS_EACH) {
    thread.worker.unref();
    thread.goodbye = setTimeout(() => {
      forget(thread);
      void thread.worker.terminate();
    }, KEPT_MS).unref();
    idle.push(thread);
  } else await thread.worker.terminate();
  const next = waiting.shift();
  if (next) next();
  else busy -= 1;
}

function forget(thread: ReadingThread): void {
  const at = idle.indexOf(thread);
  if (at >= 0) idle.splice(at, 1);
}

function startThread(bytes: number): ReadingThread {
  const worker = new Worker(new URL('thread/main.ts', import.meta.url), {
    env: {},
    // What a library prints about a document may hold words of it, and the log must not (GDPR-1).
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(bytes / MEGABYTE), stackSizeMb: 4 },
  });
  // An error that nobody hears would end the service; whoever reads in the thread hears it too.
  worker.on('error', () => {});
  const thread = { worker, bytes, documents: 0 };
  worker.once('exit', () => forget(thread));
  return thread;
}
