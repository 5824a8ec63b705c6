/** The demonstration is played through the commands, so that nothing in it is impossible. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { checkInvariants } from '../../../src/features/records/check.ts';
import { seed } from '../../../src/features/seed/index.ts';
import { databaseClock, fixedClock, osloInstant } from '../../../src/platform/clock.ts';
import { diskStore } from '../../../src/platform/files/store.ts';
import { testDatabase } from '../../helpers/database.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'ep-'));
t.teardown(() => rm(folder, { recursive: true }));
const files = diskStore(folder);

t.test('an empty database becomes a year under way, once, also with two servers at once', async (t) => {
  const { db } = await testDatabase(t);
  const services = { db, files, clock: fixedClock('2026-11-23T10:00:00Z') };
  const filled = await Promise.all([seed(services, { kind: 'demo' }), seed(services, { kind: 'demo' })]);
  t.same(filled.toSorted(), [false, true]);
  t.equal(await seed(services, { kind: 'demo' }), false, 'not a second time');

  const report = await checkInvariants(db, files);
  t.same(report.violations, []);
  t.equal(report.files, 10);
  const backwards =
    await sql`select from audit_events a join audit_events b on b.chain = a.chain and b.seq = a.seq + 1 where b.at < a.at`.execute(
      db,
    );
  t.equal(backwards.rows.length, 0, 'as it would have happened: the log never runs backwards');
  const edition = await db.selectFrom('editions').selectAll().executeTakeFirstOrThrow();
  t.match(edition, { year: 2026, state: 'judging' });
  const clock = await databaseClock(db).now();
  t.ok(
    edition.judging_started_at! < clock && clock < edition.judging_ends_at,
    'the clock stands in the middle of the judging',
  );
  t.ok(clock >= osloInstant('2026-10-28', '09:00'));
  const count = async (table: 'nominations' | 'past_editions') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  t.equal(await count('nominations'), 6);
  t.equal(await count('past_editions'), 11);
  const criteria = await db
    .selectFrom('criteria')
    .select('texts')
    .where('edition_id', '=', edition.id)
    .execute();
  for (const { texts } of criteria) {
    const { nb, nn } = texts as Record<string, { name: string; prompts: string[] }>;
    t.ok(nb!.prompts.length > 0, `${nb!.name}: helped with when writing on it`);
    t.equal(nn!.prompts.length, nb!.prompts.length, `${nb!.name}: in nynorsk, too`);
  }
  const ballots = await db
    .selectFrom('ballots')
    .select((eb) => ['state', eb.fn.countAll<string>().as('n')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  t.same(ballots, [
    { state: 'assigned', n: '18' },
    { state: 'delivered', n: '19' },
    { state: 'recused', n: '2' },
    { state: 'started', n: '3' },
  ]);
});

t.test('history only: past editions up to a year, and an administrator', async (t) => {
  const { db } = await testDatabase(t);
  await seed(
    { db, files, clock: fixedClock('2022-01-01T10:00:00Z') },
    { kind: 'history', historyUntil: 2021 },
  );
  const years = await db
    .selectFrom('past_editions')
    .select(['year', 'winner', 'honourable'])
    .orderBy('year', 'desc')
    .execute();
  t.same(
    years.map(({ year }) => year),
    [2021, 2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012, 2011],
    'none in 2020',
  );
  t.same(years[1], { year: 2019, winner: 'Bærum kommune', honourable: ['Eigersund kommune'] });
  t.match(await db.selectFrom('role_grants').select('role').execute(), [{ role: 'administrator' }]);
});
