import { chown, copyFile, cp, lchown, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { runToEnd, signalGroup, startServer, temporaryFolder } from './helpers/server.ts';

const root = path.join(import.meta.dirname, '..');
const notCloned = /^(node_modules|data|\.git|\.tap|\.env|\.installing)$/;

t.test(
  'a fresh clone in a folder with spaces: npm start and npm run generate at once, one install',
  async (t) => {
    const folder = await freshClone(path.join(await temporaryFolder(t), 'Etikkprisen på ny'));
    const launcher = path.join(folder, 'scripts/run.mjs');

    const started = performance.now();
    const server = startServer(t, { npm_config_prefer_offline: 'true' }, [launcher, 'start']);
    const generating = runToEnd([launcher, 'generate'], folder);
    t.equal((await fetch(await server.url)).status, 200);
    t.comment(`first start to first served page: ${seconds(started)} s, packages and examples included`);
    const generate = await generating;
    t.equal(generate.code, 0, generate.output);
    const installs = (server.output() + generate.output).match(/^Installing packages …$/gm);
    t.equal(installs?.length, 1, 'one of them installed, the other waited');
    signalGroup(server.child, 'SIGINT');
    t.equal(await server.exited, 0);

    const again = performance.now();
    const second = startServer(t, {}, [launcher, 'start']);
    t.equal((await fetch(await second.url)).status, 200);
    t.comment(`second start to first served page: ${seconds(again)} s`);
    signalGroup(second.child, 'SIGINT');
    t.equal(await second.exited, 0);
  },
);

t.test('a fresh clone of somebody who is not root', async (t) => {
  if (process.getuid?.() !== 0) {
    t.pass('whoever runs this is not root: the test above has shown it');
    return;
  }
  const home = await temporaryFolder(t);
  const folder = await freshClone(path.join(home, 'Åses mappe'));
  // This Node may lie where only root can go.
  const program = path.join(home, 'node');
  await copyFile(process.execPath, program);
  for (const one of await readdir(home, { recursive: true }))
    await lchown(path.join(home, one), nobody, nobody);
  await chown(home, nobody, nobody);
  const settings = { HOME: home, npm_config_cache: path.join(home, '.npm') };
  const started = performance.now();
  const argv = [path.join(folder, 'scripts/run.mjs'), 'start'];
  const server = startServer(t, settings, argv, { program, user: nobody });
  t.equal((await fetch(await server.url)).status, 200);
  t.comment(`as an ordinary user, first start to first served page: ${seconds(started)} s`);
  signalGroup(server.child, 'SIGINT');
  t.equal(await server.exited, 0);
});

/** The id of the user nobody on Linux and macOS (there as an unsigned number). */
const nobody = process.platform === 'darwin' ? 4_294_967_294 : 65_534;

/** Everything that a clone holds: not what npm installed, not what a server left. */
async function freshClone(folder: string): Promise<string> {
  await mkdir(folder);
  const isCloned = (file: string) => !notCloned.test(path.relative(root, file));
  await cp(root, folder, { recursive: true, filter: isCloned });
  return folder;
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
