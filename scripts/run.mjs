// Starts every command of package.json: `node scripts/run.mjs <command> [arguments]`. Plain JavaScript for
// Node 18 and newer. It installs what the lockfile names when that has changed, and goes on with the Node 26
// that came with it, so that a fresh clone needs nothing else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const tap = path.join(modules, 'tap/dist/esm/run.mjs');

/**
 * Each command is a program run on Node 26, with further arguments passed on. `settings`: reads .env;
 * `tests`: needs the test runner and the browser made ready.
 */
const commands = {
  start: { run: ['src/main.ts'], settings: true },
  migrate: { run: ['scripts/migrate.ts'], settings: true },
  seed: { run: ['scripts/seed.ts'], settings: true },
  restore: { run: ['scripts/restore.ts'], settings: true },
  administrator: { run: ['scripts/administrator.ts'], settings: true },
  files: { run: ['scripts/files.ts'], settings: true },
  verify: { run: ['scripts/verify.ts'], settings: true },
  rank: { run: ['scripts/rank.ts'] },
  season: { run: ['scripts/season.ts'] },
  bench: { run: ['scripts/bench.ts'] },
  accessibility: { run: ['scripts/accessibility.ts'] },
  generate: { run: ['scripts/generate.ts'] },
  test: { run: [tap, 'run'], tests: true },
  'test:all': { run: [tap, 'run', '--timeout=3600', 'tests/**/*.long.test.ts'], tests: true },
  check: { run: ['scripts/check.ts'], tests: true },
  lint: { run: [path.join(modules, 'oxlint/bin/oxlint'), '--type-aware'] },
  format: { run: [path.join(modules, 'oxfmt/bin/oxfmt')] },
};

const [name, ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Usage: npm run <command>, where command is one of: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
await install();
if (command.tests) await prepareTests();
const flags = ['--disable-warning=ExperimentalWarning']; // the type stripping of the pinned Node
if (command.settings && existsSync(path.join(root, '.env'))) flags.push('--env-file=.env');
process.exitCode = await run([
  findNode(),
  ...flags,
  ...command.run,
  ...(command.tests ? rest.map(testsOf) : rest),
]);

/** A folder is its tests without the long ones; the runner by itself would find none in it, and say nothing. */
function testsOf(given) {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? `${given.replace(/\/$/, '')}/**/!(*.long).test.ts` : given;
}

/** `npm ci`, when the lockfile is not the one that was installed. */
async function install() {
  await once('installed', async () => {
    await step('Installing packages', [
      ...findNpm(),
      'ci',
      '--include=dev',
      '--loglevel=error',
      '--no-progress',
    ]);
    const links = "import('./src/platform/db/postgres-binaries.ts').then((m) => m.linkLibraries())";
    // Where there is no embedded PostgreSQL, the start itself says what to do.
    await step('Preparing the database', [findNode(), '--eval', links]).catch(() => {});
  });
}

async function prepareTests() {
  await once('tests', async () => {
    await step('Preparing the test runner', [findNode(), tap, 'build']);
    const browser = "import('./tests/helpers/chromium.ts').then((m) => m.findChromium())";
    // Where there is no browser, the tests that need one fail and say what to do.
    await step('Preparing the browser', [findNode(), '--eval', browser]).catch(() => {});
  });
}

/** Does the work once for each lockfile; a second process waits until the first is done. */
async function once(what, work) {
  const lockfile = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const wanted = `${lockfile} ${process.platform}-${process.arch}\n`;
  const stamp = path.join(modules, '.etikkprisen', what);
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isDone()) return;
  const release = await lock(path.join(root, '.installing'));
  try {
    if (isDone()) return;
    await work();
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    release();
  }
  if (process.exitCode) process.exit();
}

/**
 * A lock file that its holder touches every few seconds: one that grows old belongs to a process that was
 * killed, and is taken over.
 */
async function lock(file) {
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (waited === 1) console.error('Waiting for another process that installs …');
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await sleep(500);
  }
  const touch = setInterval(() => utimesSync(file, new Date(), new Date()), 3000);
  return () => {
    clearInterval(touch);
    rmSync(file, { force: true });
  };
}

function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > 20_000) return true;
    process.kill(Number(readFileSync(file, 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // no such process; the file itself may be gone, too
  }
}

/** A long step: a running count of seconds in a terminal, plain lines elsewhere, what it printed if it fails. */
async function step(title, argv) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const live = process.stderr.isTTY;
  process.stderr.write(live ? `${title} …` : `${title} …\n`);
  const ticker = live && setInterval(() => process.stderr.write(`\r${title} … ${seconds()}`), 1000);
  let output = '';
  const code = await run(argv, ['ignore', 'pipe', 'pipe'], (text) => (output += text));
  clearInterval(ticker);
  process.stderr.write(live ? `\r${title}: ${code === 0 ? 'done' : 'failed'}, ${seconds()}\n` : '');
  if (code !== 0) throw new Error(`${title} failed:\n${output}`);
  if (!live) process.stderr.write(`${title}: done, ${seconds()}\n`);
}

/** Runs a program to its end; a stop signal is passed on. Resolves with its exit code. */
function run([program, ...args], stdio = 'inherit', onOutput = () => {}) {
  // What Node has once made of our TypeScript is kept: it starts a quarter sooner.
  const env = { NODE_COMPILE_CACHE: path.join(modules, '.etikkprisen/compiled'), ...process.env };
  const child = spawn(program, args, { cwd: root, stdio, env });
  child.stdout?.on('data', onOutput);
  child.stderr?.on('data', onOutput);
  const pass = (signal) => {
    // In a terminal, Ctrl-C reaches the child by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

/** The Node that the lockfile brings; on other platforms the current one, when it is new enough. */
function findNode() {
  const { platform, arch } = process;
  const system = platform === 'win32' ? 'win' : platform;
  for (const folder of [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]) {
    const program = path.join(modules, folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(program)) return program;
  }
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error(
    `There is no Node 26 for ${platform}-${arch} among the packages. Install Node 26 and try again.`,
  );
  return process.exit(1);
}

function findNpm() {
  const script = process.env.npm_execpath;
  return script && path.basename(script).startsWith('npm-cli') ? [process.execPath, script] : ['npm'];
}
