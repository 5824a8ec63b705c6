/**
 * Somebody who reads a page again and again, a little apart, in a thread of their own: what is measured is how long the service takes,
 * not how busy the thread is that sends it documents.
 */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { timed } from './figures.ts';

interface Page {
  url: string;
  cookie: string;
}
const APART_MS = 10;

/** Milliseconds of each page that is read while `work` goes on. @throws Error when a page is not answered as it should be */
export async function pageTimes(
  page: Page,
  work: (times: readonly number[]) => Promise<void>,
): Promise<number[]> {
  const reader = new Worker(new URL(import.meta.url), { workerData: page });
  const times: number[] = [];
  reader.on('message', (ms: number) => times.push(ms));
  const failed = once(reader, 'error').then(([error]) => Promise.reject(error as Error));
  try {
    await Promise.race([work(times), failed]);
  } finally {
    await reader.terminate();
  }
  return times;
}

async function read({ url, cookie }: Page, agent: Agent): Promise<void> {
  const sent = request(url, { agent, headers: { cookie } });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  await text(answer);
  if (answer.statusCode !== 200) throw new Error(`The page was answered ${answer.statusCode}.`);
}

if (!isMainThread && parentPort) {
  const agent = new Agent({ keepAlive: true });
  for (;;) {
    await sleep(APART_MS);
    parentPort.postMessage(await timed(() => read(workerData as Page, agent)));
  }
}
