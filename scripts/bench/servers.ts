/** Server processes to measure: the service in production mode on a database of its own, and the bare one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const folder = (): string => mkdtempSync(path.join(os.tmpdir(), 'ep-b-'));
export const removeFolder = (dir: string): void => rmSync(dir, { recursive: true, force: true });

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export const productionSettings = (databaseUrl: string, dataDir: string): Record<string, string> => ({
  MODE: 'production',
  HOST: '127.0.0.1',
  BASE_URL: 'http://localhost',
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  SESSION_SECRET: 'for measuring only, and nothing else at all',
  SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'bench@example.no',
  FIRST_ADMINISTRATOR: 'bench@example.no',
  LOG_LEVEL: 'info',
});

export interface Running {
  url: string;
  /** From the start of the process to the first page served, in milliseconds. */
  startMs: number;
  /** Resident memory now, in MiB; null where the system does not tell. */
  memory(): number | null;
  stop(): Promise<void>;
}

/** Starts a program that listens on `port` and waits until `page` answers. */
export async function run(
  args: readonly string[],
  port: number,
  page: string,
  settings: Record<string, string> = {},
  /** It speaks no HTTP: listening is enough. */
  bare = false,
): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while (!(await (bare ? listens(port) : answers(url + page)))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url,
    startMs: Math.round(performance.now() - started),
    memory: () => memoryOf(child),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => {
      probe.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

function memoryOf(child: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return null;
  }
}
