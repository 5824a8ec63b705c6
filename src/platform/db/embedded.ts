import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockDataDirectory } from './data-lock.ts';
import { type Binaries, findBinaries } from './postgres-binaries.ts';
import { appRole, ownerRole, roles } from './roles.ts';
import { giveTo, socketDirectory } from './socket-directory.ts';

const major = 18;

export interface EmbeddedOptions {
  /** The service's data directory; the database lies in `postgres-18` inside it. */
  dataDir: string;
  /** false gives up safety against power cuts for speed: tests only. */
  durable?: boolean;
}

export interface EmbeddedDatabase {
  /** Connection string for a role (`app`, `owner`, `postgres`) and a database (default `etikkprisen`). */
  url(role: string, database?: string): string;
  /** Makes another database, unless it is there. */
  create(database: string): Promise<void>;
  /** Stops the server, disconnecting whoever is left after a second, and frees the data directory. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with `npm ci`, creating its files, roles and database the first time. It
 * listens on a Unix socket in a private temporary directory only: no port to choose, no password to keep.
 *
 * @throws DataDirectoryInUse, or Error with the end of the server's log when it does not start
 */
export async function startEmbedded({ dataDir, durable = true }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dir = path.resolve(dataDir);
  const unlock = lockDataDirectory(dir);
  try {
    const cluster = path.join(dir, `postgres-${major}`);
    const binaries = findBinaries(existsSync(cluster) ? statSync(cluster) : null);
    if (binaries.owner) chmodSync(dir, 0o711); // the server's own user must come through to its files
    refuseOtherMajor(dir, cluster);
    if (!existsSync(cluster)) createCluster(binaries, cluster);
    stopOrphan(binaries, cluster);
    const server = await startServer(binaries, cluster, durable);
    const create = (name?: string) => createRolesAndDatabase(server.url('postgres', 'postgres'), name);
    await create();
    const stop = async () => {
      await server.stop();
      unlock();
    };
    return { url: server.url, stop, create };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Connection string of the server that another process runs on this data directory, or undefined. */
export function runningEmbedded(dataDir: string, role: string): string | undefined {
  const pidFile = path.join(path.resolve(dataDir), `postgres-${major}`, 'postmaster.pid');
  // PostgreSQL writes its socket directory on the fifth line.
  const sockets = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[4] : undefined;
  return sockets && `postgres://${role}@${encodeURIComponent(sockets)}/etikkprisen`;
}

function refuseOtherMajor(dir: string, cluster: string) {
  const other = readdirSync(dir).find((name) => /^postgres-\d+$/.test(name));
  if (other && !existsSync(cluster))
    throw new Error(
      `${dir} holds a database of another PostgreSQL version (${other}); this version of the service brings ` +
        `PostgreSQL ${major} and cannot convert it. Move the directory away, or choose another with DATA_DIR.`,
    );
}

/** Created beside and renamed, so that an interrupted first start leaves no half a cluster. */
function createCluster(binaries: Binaries, cluster: string) {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(binaries.owner, draft);
  // Norwegian order everywhere (aa as å), independent of the machine's own locales.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nb'];
  const access = ['--username=postgres', '--auth-local=trust', '--auth-host=reject'];
  const [program, ...args] = binaries.command('initdb', ['-D', draft, '--no-sync', ...access, ...locale]);
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Could not create the database in ${cluster}:\n${stderr || error}`);
  renameSync(draft, cluster);
}

/** We hold the lock, so a server that still runs here has lost its service (`kill -9` where the kernel does not stop it). */
function stopOrphan(binaries: Binaries, cluster: string) {
  if (!existsSync(path.join(cluster, 'postmaster.pid'))) return;
  const [program, ...args] = binaries.command('pg_ctl', [
    'stop',
    '-D',
    cluster,
    '-m',
    'fast',
    '-t',
    '20',
    '-s',
  ]);
  spawnSync(program, args, { stdio: 'ignore' });
}

async function startServer(binaries: Binaries, cluster: string, durable: boolean) {
  const sockets = socketDirectory(binaries.owner);
  const log = `${cluster}.log`;
  const output = openSync(log, 'w', 0o600);
  const [program, ...args] = binaries.command('postgres', ['-D', cluster, ...settings(sockets, durable)]);
  // Its own process group: Ctrl-C reaches the whole group, and would stop it under the draining service.
  const child = spawn(program, args, { stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const stopNow = () => child.kill('SIGINT');
  process.once('exit', stopNow);
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const stop = async () => {
    child.kill('SIGTERM'); // waits for connections that are just closing
    const impatient = [setTimeout(stopNow, 1000), setTimeout(() => child.kill('SIGQUIT'), 10_000)];
    await exited;
    for (const timer of impatient) clearTimeout(timer);
    process.off('exit', stopNow);
    rmSync(sockets, { recursive: true, force: true });
  };
  const url = (role: string, database = 'etikkprisen') =>
    `postgres://${role}@${encodeURIComponent(sockets)}/${database}`;
  const started = await Promise.race([answers(url('postgres', 'postgres')), exited.then(() => false)]);
  if (!started) {
    await stop();
    throw new Error(`The database in ${cluster} does not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }
  return { url, stop };
}

/** Nothing of it is kept, and no statement is asked so often that a plan for its very values pays. */
const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  plan_cache_mode: 'force_generic_plan',
};

function settings(sockets: string, durable: boolean) {
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(durable ? {} : forTests),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** true as soon as the server takes connections, false after 30 s. */
async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {}); // the server may end while we ask
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (connected) return true;
    await sleep(20);
  }
  return false;
}

async function createRolesAndDatabase(url: string, name = 'etikkprisen') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const role of roles) {
      const found = await client.query('select from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) await client.query(`create role ${role} login`);
    }
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${name} owner ${ownerRole}`);
    await client.query(`grant connect on database ${name} to ${appRole}`);
  } finally {
    await client.end();
  }
}
