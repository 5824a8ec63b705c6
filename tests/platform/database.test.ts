import { sql } from 'kysely';
import t from 'tap';
import { migrate, pendingMigrations } from '../../src/platform/db/migrate.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { OFTEN } from '../../src/platform/db/prepared.ts';
import { testDatabase } from '../helpers/database.ts';

const { db, url, ownerUrl } = await testDatabase(t);

t.test('nothing is pending on a migrated database, and migrating again changes nothing', async (t) => {
  t.same(await pendingMigrations(url), []);
  t.same(await migrate(ownerUrl), []);
});

t.test('role app may not change tables, and not rewrite the record', async (t) => {
  await t.rejects(sql`create table extra (id int)`.execute(db), { code: '42501' });
  await t.rejects(sql`delete from audit_events`.execute(db), { code: '42501' });
  await t.rejects(sql`update audit_events set event = 'x'`.execute(db), { code: '42501' });
});

t.test('role app adds jobs inside its transaction, and sees them', async (t) => {
  await db.transaction().execute(async (trx) => {
    await sql`select graphile_worker.add_job('letter', '{}'::json)`.execute(trx);
  });
  const jobs = await sql<{
    task_identifier: string;
  }>`select task_identifier from graphile_worker.jobs`.execute(db);
  t.same(jobs.rows, [{ task_identifier: 'letter' }]);
});

t.test('Norwegian order without a collation named in the query, days as strings', async (t) => {
  const names = await sql<{ all: string[] }>`
    select array_agg(n order by n) as all from unnest(array['Ås', 'Ærlig', 'Aaker', 'Zoo', 'Øy', 'Bø']) n`.execute(
    db,
  );
  t.same(names.rows[0]?.all, ['Bø', 'Zoo', 'Ærlig', 'Øy', 'Aaker', 'Ås']);
  const day = await sql`select date '2026-03-29' as day, array[date '2026-03-29'] as days`.execute(db);
  t.same(day.rows, [{ day: '2026-03-29', days: ['2026-03-29'] }]);
});

t.test('a connection that breaks while idle is told of and replaced', async (t) => {
  const errors: Error[] = [];
  const other = openDatabase(url, { poolSize: 1, onError: (error) => errors.push(error) });
  t.teardown(() => other.destroy());
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other);
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
  while (errors.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  t.same((await sql`select 1 as one`.execute(other)).rows, [{ one: 1 }]);
});

t.test(
  'what is asked often is prepared; when its table changes, one question fails and the next is answered',
  async (t) => {
    const owner = openDatabase(ownerUrl, { poolSize: 1 });
    const other = openDatabase(url, { poolSize: 1 });
    t.teardown(() => Promise.all([owner.destroy(), other.destroy()]));
    await sql`create table plates (id int, name text)`.execute(owner);
    await sql`grant select on plates to app`.execute(owner);
    await sql`insert into plates values (1, 'en')`.execute(owner);
    const ask = async () => (await sql`select * from plates where id = ${1}`.execute(other)).rows;
    const prepared = async () =>
      (
        await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(other)
      ).rows.filter(({ statement }) => statement.includes('plates'));
    for (let i = 1; i < OFTEN; i++) t.same(await ask(), [{ id: 1, name: 'en' }]);
    t.same(await prepared(), []);
    t.same(await ask(), [{ id: 1, name: 'en' }]);
    t.same((await prepared()).length, 1);
    await sql`alter table plates add column colour text`.execute(owner);
    await t.rejects(ask(), { code: '0A000' });
    t.same(await ask(), [{ id: 1, name: 'en', colour: null }]);
  },
);
