/** Two servers on one database: what the host presses on one of them, or somebody takes down there, the other tells at once. */
import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { client } from '../../../scripts/season/client.ts';
import { applyDue } from '../../../src/features/due.ts';
import { setDatabaseClock } from '../../../src/platform/clock.ts';
import { ceremonyYear, secretWords } from '../../helpers/ceremony-year.ts';
import { testDatabase } from '../../helpers/database.ts';
import { startServer, temporaryFolder } from '../../helpers/server.ts';

const log = { error() {}, warn() {}, info() {} } as never;
const main = [`${import.meta.dirname}/../../../src/main.ts`];
const pages = ['/prisen/2026', '/', '/feed.atom', '/nn/feed.json', '/api/v1/public/editions/2026'];
/** A page that is kept without hearing of it is told for a second; what is heard is a matter of milliseconds, on a busy machine of more. */
const AT_ONCE_MS = 150;

t.test('the press on one server is on the pages of the other at once, and so is a take-down', async (t) => {
  const { db, url, ownerUrl } = await testDatabase(t);
  const { ceremony, winnerId } = await ceremonyYear(db);
  await applyDue({ db, log }, ceremony);
  await setDatabaseClock(db, { at: ceremony, running: false });
  const DATA_DIR = await temporaryFolder(t);
  const settings = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_DIR, SEED: 'none', WORKER: 'off' };
  const [pressing, reading] = [
    await startServer(t, settings, main).url,
    await startServer(t, settings, main).url,
  ];
  const { token } = await client(pressing, null).post<{ token: string }>('/dev/sign-in', {
    email: 'secretary@example.no',
  });
  const host = client(pressing, token);
  const read = async (path: string) => {
    const answer = await fetch(`${reading}${path}`);
    return { body: await answer.text(), kept: answer.headers.get('cache-control') };
  };
  /** Readers who ask without a pause while `write` happens: none that ask after it are told the old. */
  const everybodyIsTold = async (
    what: string,
    write: () => Promise<unknown>,
    isOld: (body: string) => boolean,
  ) => {
    let done = Infinity;
    const readers = pages.map(async (path) => {
      let last = -Infinity;
      while (performance.now() < done + 2500) {
        const asked = performance.now();
        if (isOld((await read(path)).body)) last = asked;
        await pause(15);
      }
      return { path, late: last - done };
    });
    await pause(700);
    await write();
    done = performance.now();
    for (const { path, late } of await Promise.all(readers))
      t.ok(late < AT_ONCE_MS, `${what}: ${path}, the last that was old asked ${Math.round(late)} ms after`);
  };

  for (const path of pages) {
    const { body, kept } = await read(path);
    t.notMatch(body, secretWords, path);
    t.equal(kept, 'public, max-age=0', `${path}: while the press is waited for nobody else keeps it`);
  }
  const press = () => host.post(`/publications/${winnerId}/press`);
  await everybodyIsTold('pressed', press, (body) => !secretWords.test(body));

  for (const path of pages) t.equal((await read(path)).kept, 'public, max-age=2', `${path} is kept again`);
  const { version } = await db
    .selectFrom('publications')
    .select('version')
    .where('id', '=', winnerId)
    .executeTakeFirstOrThrow();
  const notice = { nb: 'Vi retter en feil.', nn: 'Vi rettar ein feil.' };
  const takeDown = () => host.post(`/publications/${winnerId}/takedown`, { version, reason: 'Feil', notice });
  await everybodyIsTold('taken down', takeDown, (body) => secretWords.test(body));
});
