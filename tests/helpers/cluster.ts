import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One PostgreSQL for all test files. tap runs each file in a process of its own, so the cluster belongs to a
 * keeper process (cluster-keeper.ts), started by whichever file comes first. Every file holds a connection to
 * the keeper; when the last is gone the keeper stops the cluster and removes its files.
 */
export const clusterFolder = path.join(
  os.tmpdir(),
  `etikkprisen-tests-${os.userInfo().uid}-${repositoryKey()}`,
);
export const keeperSocket = path.join(clusterFolder, 'keeper');

/** Connection string of the cluster for a role and a database. */
export type ClusterUrl = (role: string, database: string) => string;

let joined: Promise<ClusterUrl> | undefined;

/** Joins the shared cluster, starting it when nobody has; held until this process ends. */
export function joinCluster(): Promise<ClusterUrl> {
  joined ??= join();
  return joined;
}

async function join(): Promise<ClusterUrl> {
  mkdirSync(clusterFolder, { recursive: true, mode: 0o700 });
  if (lstatSync(clusterFolder).uid !== os.userInfo().uid)
    throw new Error(`${clusterFolder} belongs to someone else.`);
  // Two minutes: a busy machine may still be clearing away what the run before has left.
  for (let attempt = 0; attempt < 1200; attempt++) {
    const base = await greet();
    if (base) return (role, database) => base.replace('ROLE', role).replace('DATABASE', database);
    if (attempt % 50 === 0) startKeeper();
    await sleep(100);
  }
  throw new Error(`The test database did not start; see ${clusterFolder}.`);
}

/** The keeper's greeting is the connection string; null when there is no keeper, or one that is just leaving. */
function greet(): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = net.connect(keeperSocket);
    socket.setEncoding('utf8');
    socket.once('data', (url) => {
      socket.unref(); // held open, but no reason to stay alive
      resolve(String(url).trim());
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}

function startKeeper() {
  const keeper = path.join(import.meta.dirname, 'cluster-keeper.ts');
  spawn(process.execPath, [keeper], { detached: true, stdio: 'ignore', env: cleanEnvironment() }).unref();
}

/** The environment without what tap sets for coverage and reporting in its own children. */
export function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(TAP|NODE_OPTIONS|_TAPJS)/.test(name)),
  );
}

function repositoryKey() {
  return createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
}
