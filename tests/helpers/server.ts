import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanEnvironment } from './cluster.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

export interface ServerProcess {
  child: ChildProcess;
  /** Where it answers, once it runs. */
  url: Promise<string>;
  /** Everything that it has printed. */
  output(): string;
  /** Its exit code; null when a signal ended it. */
  exited: Promise<number | null>;
}

/** The program behind every npm script. */
export const launcher = path.join(import.meta.dirname, '../../scripts/run.mjs');

/** A short folder of its own, removed when the test ends. */
export async function temporaryFolder(t: Teardown, prefix = 'ep-'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  t.teardown(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * `npm start` as a process of its own, with exactly these settings and an own process group (so that a signal to
 * `-child.pid` reaches all of it, as Ctrl-C does). Stopped when the test ends. Root may start it as another `user`.
 */
export function startServer(
  t: Teardown,
  settings: Record<string, string>,
  argv: string[] = [launcher, 'start'],
  { program = process.execPath, user }: { program?: string; user?: number } = {},
): ServerProcess {
  // The test runner adds itself to every process, and writes where only the user of the tests may.
  const command = user === undefined ? [program] : ['/usr/bin/env', '-u', 'NODE_OPTIONS', program];
  const child = spawn(command[0]!, [...command.slice(1), ...argv], {
    ...(user === undefined ? {} : { uid: user, gid: user }),
    env: { PATH: personalPath(), HOME: process.env['HOME'], PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const exited = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk;
      const found = /runs as a demo: (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  url.catch(() => {}); // whoever waits for it is told; the others look at `exited`
  t.teardown(async () => {
    signalGroup(child, 'SIGTERM');
    await exited;
  });
  return { child, url, output: () => text, exited };
}

/** PATH as a person has it: without the programs of node_modules, which npm puts first. */
function personalPath(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
}

/** Sends a signal to the whole process group, as a terminal does; a group that is gone is no error. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Runs a program to its end; standard output and standard error in the order in which they came. */
export function runToEnd(argv: string[], cwd?: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, argv, {
    cwd,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return new Promise((resolve) => void child.once('close', (code) => resolve({ code, output })));
}
