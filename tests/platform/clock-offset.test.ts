/** How far this server's clock is from that of the database, which every server has in common. */
import fastify from 'fastify';
import pg from 'pg';
import t from 'tap';
import { clockOffset, warnOfClock } from '../../src/platform/db/clock-offset.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { health } from '../../src/platform/http/health.ts';
import { testDatabase } from '../helpers/database.ts';

const base = await testDatabase(t);

const listeningLog = () => {
  const warnings: object[] = [];
  return { warnings, log: { warn: (about: object) => void warnings.push(about) } as never };
};

t.test('on one machine there is no difference to speak of', async (t) => {
  t.ok(Math.abs(await clockOffset(base.db)) < 250);
  const { warnings, log } = listeningLog();
  await warnOfClock(base.db, log);
  t.same(warnings, []);
  const app = fastify();
  await app.register(health, { services: { db: base.db } });
  t.same((await app.inject('/readyz')).json(), { ok: true }, 'the public is not told what the clock says');
  await app.close();
});

t.test('a clock that is another is measured, warned of, and shown to the watchman', async (t) => {
  const admin = new pg.Client(base.adminUrl);
  await admin.connect();
  await admin.query(`create function public.clock_timestamp() returns timestamptz language sql volatile as
    $$ select pg_catalog.clock_timestamp() + interval '2 seconds' $$`);
  await admin.query(
    `do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`,
  );
  await admin.end();
  const db = openDatabase(base.url);
  t.teardown(() => db.destroy());
  const offset = await clockOffset(db);
  t.ok(offset < -1750 && offset > -2250, `this server is ${offset} ms after the database`);
  const { warnings, log } = listeningLog();
  await warnOfClock(db, log);
  t.match(warnings, [{ clockOffsetMs: Number }]);
});
