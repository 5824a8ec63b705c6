/** A server of its own for a season: a fresh process, an empty database, a folder that goes away with it. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface SeasonServer {
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The program: `src/main.ts`, or a build that leaks on purpose. */
  main: string;
  /** Past editions up to and including this year. */
  historyUntil: number;
  /** Stays when the season is over, to be looked at. */
  keep?: boolean;
}

/** Starts a server and waits until it answers. Its folder has a short path: sockets allow 107 bytes. */
export async function startServer({
  main,
  historyUntil,
  keep = false,
}: ServerOptions): Promise<SeasonServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'season-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      MODE: 'demo',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      SEED: 'history',
      HISTORY_UNTIL: String(historyUntil),
      WORKER: 'on',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: keep,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-20_000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start:\n${output}`, { cause: error });
  }
  return { url, dataDir, stop };
}

async function ready(url: string, gone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (gone()) throw new Error('The process ended.');
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No answer within a minute.');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
