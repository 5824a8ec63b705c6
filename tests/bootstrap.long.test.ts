import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { runToEnd, signalGroup, startServer, temporaryFolder } from './helpers/server.ts';

const root = path.join(import.meta.dirname, '..');
const notCloned = /^(node_modules|data|\.git|\.tap|\.env|\.installing)$/;

t.test(
  'a fresh clone in a folder with spaces: npm start and npm run generate at once, one install',
  async (t) => {
    const folder = path.join(await temporaryFolder(t), 'Etikkprisen på ny');
    await mkdir(folder);
    const isCloned = (file: string) => !notCloned.test(path.relative(root, file));
    await cp(root, folder, { recursive: true, filter: isCloned });
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

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
