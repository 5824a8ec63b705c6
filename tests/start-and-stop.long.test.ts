import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { runToEnd, signalGroup, startServer, temporaryFolder } from './helpers/server.ts';

const root = path.join(import.meta.dirname, '..');
const main = [path.join(root, 'src/main.ts')];
const quick = { SEED: 'none' };

t.test('twice in one data directory: the second says that it is in use', async (t) => {
  const DATA_DIR = await temporaryFolder(t);
  const first = startServer(t, { ...quick, DATA_DIR });
  await first.url;
  const second = startServer(t, { ...quick, DATA_DIR });
  t.equal(await second.exited, 1);
  t.match(second.output(), `data directory is in use: another running service holds ${DATA_DIR}`);
});

t.test('a port that is taken: the message names PORT', async (t) => {
  const other = net.createServer().listen(0, '127.0.0.1');
  t.teardown(() => void other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as net.AddressInfo;
  const server = startServer(t, { ...quick, DATA_DIR: await temporaryFolder(t), PORT: String(port) });
  t.equal(await server.exited, 1);
  t.match(server.output(), new RegExp(`Port ${port} is taken.*PORT=\\d+ npm start`));
});

t.test('Ctrl-C stops everything, and the next start finds what was there', async (t) => {
  const DATA_DIR = await temporaryFolder(t);
  for (const round of ['first', 'second']) {
    const server = startServer(t, { ...quick, DATA_DIR });
    t.equal((await fetch(`${await server.url}/healthz`)).status, 200, `${round} start answers`);
    signalGroup(server.child, 'SIGINT');
    t.equal(await server.exited, 0, `${round} stop is clean`);
    t.same(databaseProcesses(DATA_DIR), [], 'no PostgreSQL is left');
  }
});

t.test('Ctrl-C drains: a request that is on its way is answered first', async (t) => {
  const server = startServer(t, { ...quick, DATA_DIR: await temporaryFolder(t) });
  const { port, host } = new URL(await server.url);
  const body = 'email=noen%40eksempel.no';
  const socket = net.connect(Number(port), '127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (text) => (answer += text));
  const head = ['POST /logg-inn HTTP/1.1', `Host: ${host}`, `Origin: http://${host}`, 'Connection: close'];
  const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`];
  socket.write(`${[...head, ...form, 'Expect: 100-continue'].join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  t.match(answer, '100 Continue', 'the server has read the head');
  signalGroup(server.child, 'SIGINT');
  await sleep(500);
  socket.write(body);
  await new Promise((resolve) => socket.once('close', resolve));
  t.match(answer, /^HTTP\/1\.1 (200|303)/m);
  t.equal(await server.exited, 0);
});

t.test('kill -9 leaves no PostgreSQL behind, and the next start recovers', async (t) => {
  const DATA_DIR = await temporaryFolder(t);
  const killed = startServer(t, { ...quick, DATA_DIR }, main);
  await killed.url;
  t.not(databaseProcesses(DATA_DIR).length, 0);
  killed.child.kill('SIGKILL');
  await killed.exited;
  const next = startServer(t, { ...quick, DATA_DIR }); // at once, while the old one is still going down
  t.equal((await fetch(`${await next.url}/healthz`)).status, 200);
  signalGroup(next.child, 'SIGKILL');
  for (let i = 0; i < 50 && databaseProcesses(DATA_DIR).length > 0; i++) await sleep(100);
  t.same(databaseProcesses(DATA_DIR), []);
});

t.test('from a folder with spaces and non-ASCII letters', async (t) => {
  const folder = path.join(await temporaryFolder(t), 'Årets søknader – æøå');
  await mkdir(folder);
  const parts = ['src', 'workflows', 'migrations', 'scripts', 'package.json', 'package-lock.json'];
  for (const part of parts) await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const server = startServer(t, quick, [path.join(folder, 'scripts/run.mjs'), 'start']);
  t.equal((await fetch(`${await server.url}/healthz`)).status, 200);
  t.ok(existsSync(path.join(folder, 'data/postgres-18')), 'its data lies in that folder');
  signalGroup(server.child, 'SIGINT');
  t.equal(await server.exited, 0);
});

t.test(
  'the launcher installs once for two at a time, takes over a stale lock, keeps last line and code',
  async (t) => {
    const folder = await temporaryFolder(t);
    const lockfile = { name: 'empty', lockfileVersion: 3, packages: { '': { name: 'empty' } } };
    await mkdir(path.join(folder, 'scripts'));
    await cp(path.join(root, 'scripts/run.mjs'), path.join(folder, 'scripts/run.mjs'));
    await writeFile(path.join(folder, 'package.json'), '{"name":"empty"}');
    await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(lockfile));
    await writeFile(
      path.join(folder, 'scripts/season.ts'),
      'console.log(JSON.stringify({ args: process.argv.slice(2) })); process.exitCode = 3;',
    );
    await writeFile(path.join(folder, '.installing'), String(await deadProcess()));
    const two = await Promise.all(
      [1, 2].map(() => runToEnd(['scripts/run.mjs', 'season', '--json'], folder)),
    );
    for (const { code, output } of two) {
      t.equal(code, 3);
      t.equal(output.trimEnd().split('\n').at(-1), '{"args":["--json"]}');
    }
    t.equal(two.filter(({ output }) => output.includes('Installing packages')).length, 1);
    t.notOk(existsSync(path.join(folder, '.installing')));
    t.match(
      await readFile(path.join(folder, 'node_modules/.etikkprisen/installed'), 'utf8'),
      process.platform,
    );
  },
);

/** The id of a process that has ended. */
function deadProcess(): Promise<number | undefined> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  return new Promise((resolve) => void child.once('close', () => resolve(child.pid)));
}

/** Ids of the PostgreSQL processes of a data directory (on Linux; elsewhere they are stopped by the next start). */
function databaseProcesses(dataDir: string): number[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => commandLine(id).includes(path.join(dataDir, 'postgres-'))).map(Number);
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
