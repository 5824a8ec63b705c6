import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { checkPort } from '../src/platform/port.ts';
import { testDatabase } from './helpers/database.ts';
import { launcher, signalGroup, startServer, temporaryFolder } from './helpers/server.ts';

const main = [path.join(import.meta.dirname, '../src/main.ts')];

t.test('production names all missing settings at once; empty ones are missing', async (t) => {
  const server = startServer(t, { MODE: 'production', DATABASE_URL: ' ', SMTP_URL: '' }, main);
  t.equal(await server.exited, 1);
  const required = 'DATABASE_URL BASE_URL SESSION_SECRET SIGNING_KEY SMTP_URL MAIL_FROM FIRST_ADMINISTRATOR';
  for (const name of required.split(' ')) t.match(server.output(), `${name} is missing`);
});

t.test(
  'production refuses pending migrations; after npm run migrate it serves, without demo routes',
  async (t) => {
    const { url, ownerUrl } = await testDatabase(t, { migrated: false });
    const port = await checkPort(0, '127.0.0.1');
    const production = {
      MODE: 'production',
      PORT: String(port),
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      DATA_DIR: await temporaryFolder(t),
      BASE_URL: 'https://etikkprisen.test',
      SESSION_SECRET: 'x'.repeat(32),
      SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({
        format: 'pem',
        type: 'pkcs8',
      }),
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'etikkprisen@etikkprisen.test',
      FIRST_ADMINISTRATOR: 'ansvarlig@etikkprisen.test',
    };
    const refused = startServer(t, production, main);
    t.equal(await refused.exited, 1);
    t.match(refused.output(), /lacks \d+ migration\(s\): 0001-\w+.*npm run migrate/);
    t.equal(await startServer(t, production, [launcher, 'migrate']).exited, 0);

    const server = startServer(t, production, main);
    while (!server.output().includes('the service is running') && server.child.exitCode === null)
      await sleep(100);
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    t.equal(await status('/healthz'), 200, server.output());
    for (const demo of ['/dev', '/dev/mailbox', '/dev/clock', '/api/v1/dev/clock', '/api/v1/dev/mailbox'])
      t.equal(await status(demo), 404, demo);
    signalGroup(server.child, 'SIGTERM');
    t.equal(await server.exited, 0);
  },
);
