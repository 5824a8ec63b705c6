/** A server of its own for a season: a fresh process, an empty database, a folder that goes away with it. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { open, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface SeasonServer {
  url: string;
  dataDir: string;
  /** The last of what it has printed. */
  output(): Promise<string>;
  /** Ends the process; the folder stays. */
  stop(): Promise<void>;
  /** Takes the folder away. */
  remove(): Promise<void>;
  /** Lets it run on when this process ends. */
  leave(): void;
}

export interface ServerOptions {
  /** The program: `src/main.ts`, or a build that leaks on purpose. */
  main: string;
  /** Past editions up to and including this year. */
  historyUntil: number;
  /** A folder with a season in it; a new one if left out. */
  dataDir?: string;
  /** Settings that are not those of a season. */
  settings?: Record<string, string>;
  /** Told of the server before it answers, so that an interruption stops it, too. */
  spawned(server: SeasonServer): void;
}

/** How long a server may take to start or to stop. */
const PATIENCE_MS = 60_000;

/** Starts a server and waits until it answers; stopping and removing it is the caller's, also when it does not start. Its folder has a short path: sockets allow 107 bytes. */
export async function startServer({
  main,
  historyUntil,
  dataDir: given,
  settings: others,
  spawned,
}: ServerOptions): Promise<SeasonServer> {
  const dataDir = given ?? (await mkdtemp(path.join(os.tmpdir(), 'season-')));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logFile = path.join(dataDir, 'server.log');
  const log = await open(logFile, 'a');
  const env = { ...process.env, ...settings(port, url, dataDir, historyUntil), ...others };
  // A group of its own, so that Ctrl-C reaches the season first, which then stops its servers in order.
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', log.fd, log.fd], detached: true });
  await log.close();
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      gone = true;
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const server: SeasonServer = {
    url,
    dataDir,
    output: async () => (await readFile(logFile, 'utf8').catch(() => '')).slice(-4000),
    async stop() {
      if (gone) return;
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(last);
    },
    remove: () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
    leave: () => child.unref(),
  };
  spawned(server);
  try {
    await ready(url, () => gone);
  } catch (error) {
    throw new Error(`The server did not start:\n${await server.output()}`, { cause: error });
  }
  return server;
}

/** One key for all servers of a season: what they show differs by the outcome alone. */
const signingKey = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');

const settings = (port: number, url: string, dataDir: string, historyUntil: number) => ({
  MODE: 'demo',
  PORT: String(port),
  HOST: '127.0.0.1',
  BASE_URL: url,
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  SMTP_URL: '',
  SIGNING_KEY: signingKey,
  SEED: 'history',
  HISTORY_UNTIL: String(historyUntil),
  WORKER: 'on',
  LOG_LEVEL: 'error',
});

async function ready(url: string, gone: () => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    if (gone()) throw new Error('The process ended.');
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(100);
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
