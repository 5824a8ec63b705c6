/** A document of 25 MB over HTTP beside a raw loop that reads, hashes, writes and flushes the same bytes; and fifty of them at once. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/db/open.ts';
import { withDatabases } from '../databases.ts';
import { median, percentile, rounded, timed } from '../figures.ts';
import { largePdf, variant } from '../files.ts';
import { pageTimes } from '../page-reader.ts';
import { atLeast, atMost, type Part } from '../part.ts';
import { freePort, productionSettings, run, type Running } from '../servers.ts';
import { makeWriters, type Writer } from '../writers.ts';

const BYTES = 25_000_000;
const ROUNDS = 12;
const AT_ONCE = 50;
const PAGES = 150;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE + 1 });

export const measure: Part = (tell) =>
  withDatabases(async (make, dataDir) => {
    const own = await make('uploads');
    const owner = openDatabase(own.owner);
    const writers = await makeWriters(owner, AT_ONCE);
    await owner.updateTable('editions').set({ documents_max: 1000 }).execute();
    await owner.destroy();
    const rawPort = await freePort();
    const raw = await run(
      ['scripts/bench/raw-upload.ts', path.join(dataDir, 'raw'), String(rawPort)],
      rawPort,
      '',
      {},
      true,
    );
    try {
      const measured = (worker: 'on' | 'off') =>
        measureService(productionSettings(own.app, dataDir), worker, { writers, rawPort, tell });
      // In production the worker that reads the text of documents is a process of its own; the receiving is measured without it, then with.
      const alone = await measured('off');
      const withWorker = await measured('on');
      return {
        figures: { uploads: { bytes: BYTES, ...alone, withWorker } },
        goals: [
          atLeast('upload over HTTP, share of the raw loop', alone.ratio, 0.8),
          atMost('growth of memory with fifty at once, MiB', alone.atOnce.growthMiB ?? NaN, 100),
          atMost('uploads that failed', alone.atOnce.failed + withWorker.atOnce.failed, 0),
          atMost('p95 of other pages meanwhile, times the p95 before', alone.atOnce.pageRatio, 2),
        ],
      };
    } finally {
      await raw.stop();
    }
  });

async function measureService(
  settings: Record<string, string>,
  worker: 'on' | 'off',
  { writers, rawPort, tell }: { writers: readonly Writer[]; rawPort: number; tell: (line: string) => void },
) {
  tell(`The service with its worker ${worker} …`);
  const port = await freePort();
  const service = await run(['src/main.ts'], port, '/', { ...settings, WORKER: worker });
  try {
    const pdf = largePdf(BYTES);
    const one = await oneAtATime(pdf, { service, rawPort, writer: writers[0] as Writer, tell });
    return { ...one, atOnce: await manyAtOnce(pdf, { service, writers, tell }) };
  } finally {
    await service.stop();
  }
}

interface Single {
  service: Running;
  rawPort: number;
  writer: Writer;
  tell: (line: string) => void;
}

async function oneAtATime(pdf: Buffer, { service, rawPort, writer, tell }: Single) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 4 === 0) tell(`Round ${round + 1} of ${ROUNDS}: over HTTP, then through the raw loop …`);
    const http = await timed(() => upload(service.url, writer, variant(pdf)));
    const direct = await timed(() => sendRaw(rawPort, variant(pdf)));
    if (round < 2) continue; // both warm up
    ours.push(BYTES / 1000 / http);
    theirs.push(BYTES / 1000 / direct);
  }
  return {
    megabytesPerSecond: rounded(median(ours), 1),
    rawMegabytesPerSecond: rounded(median(theirs), 1),
    ratio: rounded(median(ours.map((value, i) => value / (theirs[i] as number)))),
  };
}

/** @throws Error when it is not stored */
async function upload(
  base: string,
  { session, nomination }: Writer,
  pieces: readonly Buffer[],
): Promise<void> {
  const boundary = 'grense';
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="Stor.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
  );
  const body = [head, ...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)];
  const sent = request(`${base}/api/v1/nominations/${nomination}/documents`, {
    method: 'POST',
    agent,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': body.reduce((sum, { length }) => sum + length, 0),
      cookie: `sid=${session}`,
      'sec-fetch-site': 'same-origin',
    },
  });
  for (const piece of body) sent.write(piece);
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const told = await text(answer);
  if (answer.statusCode !== 201) throw new Error(`An upload was answered ${answer.statusCode}: ${told}`);
}

async function sendRaw(port: number, pieces: readonly Buffer[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(pieces.reduce((sum, piece) => sum + piece.length, 0)));
  for (const piece of [length, ...pieces]) socket.write(piece);
  const hash = await buffer(socket);
  socket.destroy();
  if (hash.length !== 32) throw new Error('The raw loop did not finish.');
}

interface Many {
  service: Running;
  writers: readonly Writer[];
  tell: (line: string) => void;
}

async function manyAtOnce(pdf: Buffer, { service, writers, tell }: Many) {
  tell(`${AT_ONCE} uploads at once, and a page of somebody else meanwhile …`);
  const reader = writers[0] as Writer;
  const page = { url: `${service.url}/soknad/${reader.nomination}`, cookie: `sid=${reader.session}` };
  const before = await pageTimes(page, async (times) => {
    while (times.length < PAGES) await sleep(50);
  });
  const memoryBefore = service.memory();
  let most = memoryBefore ?? 0;
  const watching = setInterval(() => (most = Math.max(most, service.memory() ?? 0)), 50);
  let seconds = 0;
  let answers: PromiseSettledResult<void>[] = [];
  const during = await pageTimes(page, async () => {
    const started = performance.now();
    answers = await Promise.allSettled(writers.map((writer) => upload(service.url, writer, variant(pdf))));
    seconds = (performance.now() - started) / 1000;
  });
  clearInterval(watching);
  const failed = answers.filter(({ status }) => status === 'rejected');
  for (const each of failed) tell(String((each as PromiseRejectedResult).reason));
  const [p95Before, p95During] = [percentile(before, 0.95), percentile(during, 0.95)];
  return {
    uploads: AT_ONCE,
    failed: failed.length,
    seconds: rounded(seconds, 1),
    memoryBeforeMiB: memoryBefore,
    memoryMostMiB: memoryBefore === null ? null : most,
    growthMiB: memoryBefore === null ? null : most - memoryBefore,
    pagesRead: during.length,
    pageP95BeforeMs: rounded(p95Before, 1),
    pageP95DuringMs: rounded(p95During, 1),
    pageRatio: rounded(p95During / p95Before),
  };
}
