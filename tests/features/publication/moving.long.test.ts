/** A date that is moved past what has come out or is about to; a moment that is moved by two persons. */
import t from 'tap';
import { sql } from 'kysely';
import { applyDue } from '../../../src/features/due.ts';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import { countedTasks } from '../../../src/features/people/waiting-tasks.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../../src/features/publication/commands.ts';
import { approveMove, askToMove } from '../../../src/features/publication/commands-move.ts';
import { holdPublication, pressPublication } from '../../../src/features/publication/commands-release.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { describe } from '../../../src/platform/http/problem.ts';
import { testDatabase } from '../../helpers/database.ts';
import { publicApp } from '../../helpers/public-app.ts';
import { approved, nominated, prepared, texts } from '../../helpers/nominated-year.ts';
import { datesOf, type Year } from '../../helpers/year.ts';

const log = { error() {}, warn() {}, info() {} } as never;
const ms = (moment: Date, by: number): Date => instant(moment.getTime() + by);
interface Refused {
  type?: string;
  constraint?: string;
  errors?: { field?: string; requirement?: string; message?: unknown }[];
}
const refused = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => ({ type: 'nothing was refused' }),
    (error: Refused) => error,
  );
const refusal = async (promise: Promise<unknown>): Promise<string | undefined> => {
  const { type, constraint } = await refused(promise);
  return type ?? constraint;
};

const isPublic = async (db: Database, year: Year, kind: 'finalists' | 'winner', at: Date) => {
  const { rows } = await sql<{
    is: boolean;
  }>`select outcome_is_public(${year.id}::uuid, ${kind}, ${at}) as is`.execute(db);
  return rows[0]!.is;
};
const dated = async (year: Year, at: Date, patch: { finalistsAt?: Date; ceremonyAt?: Date }) => {
  const version = await year.version();
  return year.as('secretary', at, (unit) => updateEdition(unit, year.id, version, patch));
};
/** Until somebody waits for a lock in this database. */
async function somebodyWaits(db: Database): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and not l.granted`.execute(db);
    if (rows[0]!.count > 0) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('nobody waits');
}

t.test(
  'a date does not move once what it announces is out, nor past what waits for its moment',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, finalists, early, finalistsAt, ceremony } = await nominated(db);
    const said = async (promise: Promise<unknown>) => {
      const problem = await refused(promise);
      t.equal(problem.type, 'request/invalid');
      return describe(problem as never, 'nb').errors.map(({ field, message }) => `${field}: ${message}`);
    };
    t.match(
      (await said(dated(year, early, { finalistsAt: ms(finalistsAt, 1) })))[0],
      /^finalistsAt: .*Flytt/,
    );
    await dated(year, early, { finalistsAt: ms(finalistsAt, -60_000) });
    await dated(year, early, { finalistsAt });

    const latest = addMinutes(ceremony, 120);
    const waiting = await prepared(year, early, {
      kind: 'winner',
      release: 'press',
      publishAt: latest,
      texts,
    });
    t.match(
      (await said(dated(year, early, { ceremonyAt: ms(latest, 1) })))[0],
      /^ceremonyAt: .*senest/,
      'a prepared one holds it',
    );
    await dated(year, early, { ceremonyAt: latest });
    await dated(year, early, { ceremonyAt: ceremony });
    const { version } = await year.as('second', early, (unit) =>
      approvePublication(unit, waiting.id, waiting),
    );
    t.match(
      (await said(dated(year, early, { ceremonyAt: addDays(ceremony, 7) })))[0],
      /^ceremonyAt: .*stopp/,
    );

    // By their moment alone, before any state has followed.
    t.same(await said(dated(year, finalistsAt, { finalistsAt: addDays(finalistsAt, 1) })), [
      'finalistsAt: De nominerte er offentliggjort. Datoen kan ikke endres lenger',
    ]);
    t.same(await said(dated(year, latest, { ceremonyAt: addDays(ceremony, 7) })), [
      'ceremonyAt: Prisen er kunngjort. Datoen kan ikke endres lenger',
    ]);
    await year.as('second', early, (unit) =>
      stopPublication(unit, waiting.id, { version, reason: 'Seremonien flyttes' }),
    );
    await dated(year, early, { ceremonyAt: addDays(ceremony, 7) });
    t.ok(finalists.id);
  },
);

t.test('a date and a publication at once: whoever comes second sees the first', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalistsAt, ceremony } = await nominated(db);
  const at = addDays(finalistsAt, 1);
  const later = addDays(ceremony, 7);
  const answered: { move?: Promise<string | undefined> } = {};
  await year.as('secretary', at, async (unit) => {
    // Holds the year's lock until the move of the date waits for it.
    const { id } = await preparePublication(unit, year.id, { kind: 'winner', publishAt: ceremony, texts });
    answered.move = refusal(dated(year, at, { ceremonyAt: later }));
    await somebodyWaits(db);
    t.ok(id);
  });
  t.equal(await answered.move, 'request/invalid');
  t.same((await datesOf(db, year.id)).ceremony_at, ceremony);
});

const ask = (
  year: Year,
  who: 'secretary' | 'second' | 'leader',
  at: Date,
  id: string,
  version: number,
  to: Date,
) => year.as(who, at, (unit) => askToMove(unit, id, { version, publishAt: to }));
const agree = (
  year: Year,
  who: 'secretary' | 'second' | 'leader',
  at: Date,
  [id, version, alone]: [string, number, string?],
) => year.as(who, at, (unit) => approveMove(unit, id, version, alone));

t.test('a moment moves when one asks and another agrees, and then only the new one releases', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, early, finalistsAt, ceremony } = await nominated(db);
  const { id } = finalists;
  const later = addDays(finalistsAt, 1);
  const requirements = async (promise: Promise<unknown>) =>
    (await refused(promise)).errors?.map(({ requirement }) => requirement);

  t.equal(await refusal(ask(year, 'leader', early, id, 1, later)), 'auth/forbidden', 'who prepares, asks');
  t.same(await requirements(ask(year, 'secretary', early, id, 1, ms(early, 10_000))), ['momentAhead']);
  t.equal(await refusal(ask(year, 'secretary', early, id, 0, later)), 'conflict/version');
  t.equal(await refusal(agree(year, 'second', early, [id, 1])), 'process/not-now', 'nobody has asked');

  const { version } = await ask(year, 'secretary', early, id, 1, later);
  const [task] = await countedTasks(db, { actor: year.people.second, now: early }).then((tasks) =>
    tasks.filter(({ kind }) => kind === 'approvePublication'),
  );
  t.match(task, { count: 1, due: finalistsAt });
  t.notOk(
    (await countedTasks(db, { actor: year.people.secretary, now: early })).some(
      ({ kind }) => kind === 'approvePublication',
    ),
    'not a task of whoever asked',
  );
  const told = await db
    .selectFrom('letters')
    .select(['email', 'template'])
    .where('template', '=', 'publicationMoveToApprove')
    .orderBy('email')
    .execute();
  t.same(
    told.map(({ email }) => email),
    ['chair@example.no', 'leader@example.no', 'second@example.no'],
  );
  t.ok(await isPublic(db, year, 'finalists', finalistsAt), 'until somebody agrees, the old moment holds');
  t.equal(await refusal(agree(year, 'secretary', early, [id, version])), 'process/same-person');
  t.same(await requirements(agree(year, 'secretary', early, [id, version, ' '])), ['reasonGiven']);
  t.equal(
    await refusal(agree(year, 'leader', ms(finalistsAt, -10_000), [id, version])),
    'publication/too-late',
    'ten seconds before the old one',
  );
  await agree(year, 'leader', ms(finalistsAt, -10_001), [id, version]);

  // Two servers, and no worker.
  const sites = [await publicApp(t, db, finalistsAt), await publicApp(t, db, finalistsAt)];
  for (const [moment, out] of [
    [finalistsAt, false],
    [ms(later, -1), false],
    [later, true],
  ] as const)
    for (const { app, clock } of sites) {
      clock.set(moment);
      t.equal(/Ærfuglen/.test((await app.inject(`/prisen/${year.year}`)).body), out, moment.toISOString());
    }
  t.equal((await applyDue({ db, log }, ms(later, -1))).published, 0);
  t.equal((await applyDue({ db, log }, later)).published, 1);
  const { payload } = await db
    .selectFrom('audit_events as e')
    .innerJoin('audit_details as d', 'd.event_id', 'e.id')
    .select('d.payload')
    .where('e.event', '=', 'movePublication')
    .executeTakeFirstOrThrow();
  t.match(payload, { from: finalistsAt.toISOString(), to: later.toISOString() });
  t.equal(await refusal(ask(year, 'secretary', later, id, 3, addDays(later, 1))), 'publication/too-late');
  t.ok(ceremony > later);
});

t.test(
  'moved alone with a reason; the winner stays after the nominated; what is held does not move',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, finalists, early, finalistsAt, ceremony } = await nominated(db);
    const latest = addMinutes(ceremony, 120);
    const winner = await approved(year, early, {
      kind: 'winner',
      release: 'press',
      publishAt: latest,
      texts,
    });
    t.match(await refused(ask(year, 'secretary', early, finalists.id, 1, ms(latest, 1))), {
      errors: [{ requirement: 'afterFinalists' }],
    });
    t.match(await refused(ask(year, 'secretary', early, winner.id, 1, ms(finalistsAt, -1))), {
      errors: [{ requirement: 'afterFinalists' }],
    });
    const week = addDays(latest, 7);
    const { version } = await ask(year, 'secretary', early, winner.id, 1, week);
    await agree(year, 'secretary', early, [winner.id, version, 'De andre er på reise']);
    t.notOk(await isPublic(db, year, 'winner', ms(week, -1)));
    t.ok(await isPublic(db, year, 'winner', week));
    const alone = await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', 'publicationApprovedAlone')
      .execute();
    t.equal(alone.length, 3, 'everybody who could have agreed is told');
    // Now the ceremony itself can move.
    await dated(year, early, { ceremonyAt: addDays(ceremony, 7) });

    const asked = await ask(year, 'secretary', early, winner.id, 3, addDays(week, 1));
    await year.as('chair', early, (unit) => holdPublication(unit, winner.id, asked.version));
    t.equal(await refusal(agree(year, 'second', early, [winner.id, asked.version + 1])), 'process/not-now');
    await year.as('chair', week, (unit) => pressPublication(unit, winner.id));
    t.ok(await isPublic(db, year, 'winner', week));
  },
);

t.test('a move at once with the press, or with another move: one of them is what happens', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, early, finalistsAt, ceremony } = await nominated(db);
  const latest = addMinutes(ceremony, 120);
  const winner = await approved(year, early, { kind: 'winner', release: 'press', publishAt: latest, texts });
  const { version } = await ask(year, 'secretary', early, winner.id, 1, addDays(latest, 7));
  let move: Promise<string | undefined> = Promise.resolve('not begun');
  // The press holds the lock until the move waits for it.
  await year.as('chair', ceremony, async (unit) => {
    await pressPublication(unit, winner.id);
    move = refusal(agree(year, 'second', ceremony, [winner.id, version]));
    await somebodyWaits(db);
  });
  t.equal(await move, 'publication/too-late');
  t.ok(await isPublic(db, year, 'winner', ceremony), 'and the press is not taken back');

  const other = await ask(year, 'secretary', early, finalists.id, 1, addDays(finalistsAt, 1));
  const both = await Promise.allSettled([
    agree(year, 'second', early, [finalists.id, other.version]),
    year.as('leader', early, (unit) =>
      askToMove(unit, finalists.id, { version: other.version, publishAt: addDays(finalistsAt, 2) }),
    ),
    year.as('second', early, (unit) => approveMove(unit, finalists.id, other.version)),
  ]);
  t.equal(both.filter(({ status }) => status === 'fulfilled').length, 1, 'of several one moves it');
});

t.test('a stop and a move at once: whoever comes second is told', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, early, finalistsAt } = await nominated(db);
  const { version } = await ask(year, 'secretary', early, finalists.id, 1, addDays(finalistsAt, 1));
  let move: Promise<string | undefined> = Promise.resolve('not begun');
  await year.as('leader', early, async (unit) => {
    await stopPublication(unit, finalists.id, { version, reason: 'Feil' });
    move = refusal(agree(year, 'second', early, [finalists.id, version]));
    await somebodyWaits(db);
  });
  t.equal(await move, 'process/not-now');
  t.notOk(await isPublic(db, year, 'finalists', addDays(finalistsAt, 2)));
});

t.test('the database itself moves no moment that two have not agreed to', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, early, finalistsAt } = await nominated(db);
  const later = addDays(finalistsAt, 1);
  await ask(year, 'secretary', early, finalists.id, 1, later);
  const { secretary, second } = year.people;
  const change = (values: object) =>
    refusal(db.updateTable('publications').set(values).where('id', '=', finalists.id).execute());
  const moved = { publish_at: later, moved_at: early, moved_by: second.personId };
  t.equal(await change({ publish_at: later }), 'publications_stay');
  t.equal(await change({ ...moved, publish_at: addDays(later, 1) }), 'publications_stay');
  t.equal(await change({ ...moved, moved_by: secretary.personId }), 'publications_move_two_persons');
  t.equal(await change({ ...moved, moved_at: ms(finalistsAt, -10_000) }), 'publications_stay');
  t.equal(await change({ moved_at: early, moved_by: second.personId }), 'publications_moved');
  t.equal(await change(moved), 'nothing was refused');
});
