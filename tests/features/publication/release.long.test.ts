/** How a publication comes out: by the press of the ceremony or its latest moment, at once, alone; held, taken down, corrected. */
import t from 'tap';
import { sql } from 'kysely';
import { applyDue } from '../../../src/features/due.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../../src/features/publication/commands.ts';
import {
  holdPublication,
  pressPublication,
  resumePublication,
  takeDownPublication,
} from '../../../src/features/publication/commands-release.ts';
import type { NewPublication } from '../../../src/features/publication/schema.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { describe } from '../../../src/platform/http/problem.ts';
import { testDatabase } from '../../helpers/database.ts';
import { readFeed } from '../../helpers/feeds.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { approved, nominated, prepared, texts } from '../../helpers/nominated-year.ts';
import { publicAddresses, publicApp } from '../../helpers/public-app.ts';
import { datesOf, type Year } from '../../helpers/year.ts';

const log = { error() {}, warn() {}, info() {} } as never;
const ms = (moment: Date, by: number): Date => instant(moment.getTime() + by);
type Refused = { type?: string; constraint?: string; errors?: { requirement: string }[] };
const refused = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => ({ type: 'nothing was refused' }),
    (error: Refused) => error,
  );
const refusal = async (promise: Promise<unknown>): Promise<string | undefined> => {
  const { type, constraint } = await refused(promise);
  return type ?? constraint;
};

const forPress = (year: Year, at: Date, latest: Date) =>
  approved(year, at, { kind: 'winner', release: 'press', publishAt: latest, texts });
const isWinnerPublic = async (db: Database, year: Year, at: Date): Promise<boolean> => {
  const { rows } = await sql<{
    is: boolean;
  }>`select outcome_is_public(${year.id}::uuid, 'winner', ${at}) as is`.execute(db);
  return rows[0]!.is;
};

t.test(
  'the press releases at its very millisecond, on every server, with the worker off; the states follow later',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, ceremony, at } = await nominated(db);
    const latest = addMinutes(ceremony, 120);
    const { id } = await forPress(year, at, latest);
    const press = addMinutes(ceremony, 37);
    const [one, other] = [await publicApp(t, db, ms(press, -1)), await publicApp(t, db, ms(press, -1))];
    for (const { app } of [one, other])
      for (const address of publicAddresses(year.year))
        t.notMatch(
          (await app.inject(address)).body,
          /Vinner av|fikk Etikkprisen/,
          `${address} before the press`,
        );
    t.notOk(await isWinnerPublic(db, year, ms(latest, -1)));

    const presses = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) =>
        year.as(i % 2 ? 'leader' : 'chair', press, (unit) => pressPublication(unit, id)),
      ),
    );
    t.equal(
      presses.filter(({ status }) => status === 'fulfilled').length,
      1,
      'of several that press, one does',
    );
    for (const result of presses)
      if (result.status === 'rejected') t.match(result.reason, { type: 'process/not-now' });
    t.notOk(await isWinnerPublic(db, year, ms(press, -1)));
    t.ok(await isWinnerPublic(db, year, press));
    for (const { app, clock } of [one, other]) {
      // The other server keeps an answer for two seconds at most; this one sees its own write at once.
      clock.set(ms(press, 2000));
      t.match(
        (await app.inject(`/prisen/${year.year}`)).body,
        /Vinner av Etikkprisen 2026[\s\S]*Ærfuglen sykehjem/,
      );
      t.match((await app.inject('/feed.atom')).body, /Ærfuglen sykehjem fikk/);
    }
    t.equal((await datesOf(db, year.id)).state, 'decided', 'no tick has run');
    const due = await Promise.all(Array.from({ length: 3 }, () => applyDue({ db, log }, ms(press, 10))));
    t.equal(
      due.reduce((sum, { published }) => sum + published, 0),
      2,
      'the nominated and the winner, each once',
    );
    t.equal((await datesOf(db, year.id)).state, 'winnerAnnounced');
    t.match(
      await db.selectFrom('audit_events').select('id').where('event', '=', 'pressPublication').execute(),
      { length: 1 },
    );
  },
);

t.test('without a press the latest moment releases; held it does not, and says so', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony, at } = await nominated(db);
  const latest = addMinutes(ceremony, 120);
  const { id, version } = await forPress(year, at, latest);
  t.notOk(await isWinnerPublic(db, year, ms(latest, -1)));
  t.ok(await isWinnerPublic(db, year, latest), 'nobody pressed');
  const hold = (when: Date, seen = version) =>
    year.as('leader', when, (unit) => holdPublication(unit, id, seen));
  t.equal(await refusal(hold(ms(latest, -10_000))), 'publication/too-late', 'the last ten seconds are quiet');
  t.equal(await refusal(hold(latest)), 'process/not-now', 'it is out');
  t.equal(await refusal(hold(ceremony, version - 1)), 'conflict/version');
  t.equal(
    await refusal(year.as('juror', ceremony, (unit) => holdPublication(unit, id, version))),
    'auth/forbidden',
  );
  t.equal(await refusal(year.as('applicant', ceremony, (unit) => pressPublication(unit, id))), 'not-found');
  const held = await hold(ms(latest, -10_001));
  t.notOk(await isWinnerPublic(db, year, addDays(latest, 30)), 'held: nothing by itself');
  t.equal((await applyDue({ db, log }, addDays(latest, 30))).published, 1, 'the nominated alone');
  const resume = (when: Date) => year.as('chair', when, (unit) => resumePublication(unit, id, held.version));
  t.equal(
    await refusal(resume(ms(latest, -10_000))),
    'publication/too-late',
    'it would come out by surprise',
  );
  t.equal(await refusal(resume(addDays(latest, 1))), 'publication/too-late');
  await resume(addMinutes(latest, -1));
  t.ok(await isWinnerPublic(db, year, latest));
  const again = await hold(addMinutes(latest, -1), held.version + 1);
  await year.as('secretary', addMinutes(latest, 30), (unit) => pressPublication(unit, id));
  t.notOk(await isWinnerPublic(db, year, ms(addMinutes(latest, 30), -1)));
  t.ok(
    await isWinnerPublic(db, year, addMinutes(latest, 30)),
    'the press releases what is held, also after the latest',
  );
  t.ok(again.version > held.version);
});

t.test('a hold that waited for a lock into the last ten seconds is too late', async (t) => {
  const { db } = await testDatabase(t, { poolSize: 4 });
  const { year, ceremony, at } = await nominated(db);
  const latest = addMinutes(ceremony, 120);
  const { id, version } = await forPress(year, at, latest);
  const { promise: let_, resolve: go } = Promise.withResolvers<void>();
  const { promise: locked, resolve: has } = Promise.withResolvers<void>();
  const other = db.transaction().execute(async (trx) => {
    await trx.selectFrom('editions').select('id').where('id', '=', year.id).forUpdate().execute();
    has();
    await let_;
  });
  await locked;
  const late = refusal(year.as('leader', ms(latest, -11_000), (unit) => holdPublication(unit, id, version)));
  setTimeout(go, 1500);
  t.equal(await late, 'publication/too-late');
  await other;
});

t.test('at once: with the approval, and never without the nominated', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalistsAt, at } = await nominated(db);
  const early = addDays(finalistsAt, -1);
  const now: NewPublication = { kind: 'winner', release: 'approval', publishAt: early, texts };
  t.match(await refused(prepared(year, early, now)), { errors: [{ requirement: 'afterFinalists' }] });
  const { id, version } = await prepared(year, at, now);
  t.notOk(await isWinnerPublic(db, year, addDays(at, 9)), 'nobody has approved it');
  await year.as('chair', addMinutes(at, 5), (unit) => approvePublication(unit, id, { version }));
  t.notOk(await isWinnerPublic(db, year, ms(addMinutes(at, 5), -1)));
  t.ok(await isWinnerPublic(db, year, addMinutes(at, 5)));
});

t.test('alone: with a reason that stays, and everybody else is told', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony, at } = await nominated(db);
  const { id, version } = await prepared(year, at, { kind: 'winner', publishAt: ceremony, texts });
  const alone = (because?: string) =>
    year.as('secretary', at, (unit) => approvePublication(unit, id, { version, aloneBecause: because }));
  t.equal(await refusal(alone()), 'process/same-person');
  t.match(await refused(alone('  ')), { errors: [{ requirement: 'reasonGiven' }] });
  await alone('De andre er på fly');
  const [row] = await db
    .selectFrom('publications')
    .select(['alone_reason', 'approved_by', 'prepared_by'])
    .where('id', '=', id)
    .execute();
  t.match(row, { alone_reason: 'De andre er på fly', approved_by: row!.prepared_by });
  const told = await db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'publicationApprovedAlone')
    .orderBy('email')
    .execute();
  t.same(
    told.map(({ email }) => email),
    ['chair@example.no', 'leader@example.no', 'second@example.no'],
  );
  t.equal(
    await refusal(db.updateTable('publications').set({ alone_reason: ' ' }).where('id', '=', id).execute()),
    'publications_two_persons',
    'the reason cannot go',
  );
});

t.test('taken down at once, with a notice; a correction is a version of its own with its date', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, finalistsAt, ceremony, at } = await nominated(db);
  const winner = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
  await applyDue({ db, log }, ceremony);
  const site = await publicApp(t, db, addMinutes(ceremony, 1));
  const page = async () => (await site.app.inject(`/prisen/${year.year}`)).body;
  const take = (when: Date, rest: object = {}) =>
    year.as('leader', when, (unit) =>
      takeDownPublication(unit, winner.id, {
        version: winner.version,
        reason: 'Navnet er skrevet feil',
        notice: { nb: 'Vi retter en feil.', nn: 'Vi rettar ein feil.' },
        ...rest,
      }),
    );
  t.equal(
    await refusal(
      year.as('juror', ceremony, (unit) =>
        takeDownPublication(unit, winner.id, { version: 1, reason: 'x', notice: texts }),
      ),
    ),
    'auth/forbidden',
  );
  t.match(await refused(take(ceremony, { reason: ' ', notice: { nb: 'Bare', nn: '' } })), {
    errors: [{ requirement: 'reasonGiven' }, { requirement: 'noticeGiven' }],
  });
  t.match(await page(), /Vinner av Etikkprisen/);
  const down = addMinutes(ceremony, 5);
  await take(down);
  site.clock.set(down);
  const gone = await page();
  t.match(gone, /Tatt ned[\s\S]*Vi retter en feil\./);
  t.notMatch(gone, /Vinner av|Navnet er skrevet feil/, 'the reason is for those who answer for it');
  t.match(gone, /Zakken omsorgssenter/, 'the nominated stay');
  t.same(await htmlProblems(gone), []);
  for (const address of publicAddresses(year.year))
    t.notMatch(
      (await site.app.inject(address)).body,
      /Vinner av Etikkprisen 2026|fikk Etikkprisen 2026/,
      address,
    );
  t.match((await site.app.inject(`/api/v1/public/editions/${year.year}`)).json(), {
    winner: null,
    takenDown: { at: down.toISOString(), notice: { nb: 'Vi retter en feil.' } },
  });
  t.equal(await refusal(take(down)), 'process/not-now');

  const mended: NewPublication = {
    kind: 'winner',
    release: 'approval',
    publishAt: down,
    texts: { nb: 'Nå er det riktig.', nn: 'No er det rett.' },
  };
  t.match(await refused(prepared(year, down, mended)), { errors: [{ requirement: 'correctionSaid' }] });
  const correction = { nb: 'Navnet på vinneren.', nn: 'Namnet på vinnaren.' };
  const fixed = addMinutes(ceremony, 20);
  await approved(year, fixed, { ...mended, correction });
  site.clock.set(fixed);
  const after = await page();
  t.match(after, /Rettet [\s\S]*Navnet på vinneren\.[\s\S]*Vinner av Etikkprisen[\s\S]*Nå er det riktig\./);
  t.notMatch(after, /Vi retter en feil|Tatt ned/);
  t.same(await htmlProblems(after), []);
  t.match((await site.app.inject(`/api/v1/public/editions/${year.year}`)).json(), {
    winner: { at: ceremony.toISOString(), corrected: { at: fixed.toISOString(), what: correction } },
  });
  for (const address of ['/feed.atom', '/nn/feed.json']) {
    const [first] = readFeed((await site.app.inject(address)).body).items;
    t.match(first, { published: ceremony, at: fixed, summary: /Nå er det riktig|No er det rett/ }, address);
  }
  const itemsOf = async (address: string) => readFeed((await site.app.inject(address)).body).items;
  const idsIn = async (address: string) => (await itemsOf(address)).map(({ id }) => id);
  const base = new URL((await itemsOf('/feed.atom'))[0]!.url).origin;
  for (const [lang, prefix] of [
    ['nb', ''],
    ['nn', '/nn'],
    ['en', '/en'],
  ]) {
    const ids = await idsIn(`${prefix}/feed.atom`);
    t.equal(ids[0], `${base}${prefix}/prisen/${year.year}#winner`, `${lang}: an entry of its own`);
    t.same(await idsIn(`${prefix}/feed.json`), ids, 'the same in both kinds of feed');
    const { body } = await site.app.inject(`${prefix}/feed.atom`);
    t.equal(body.match(/<id>([^<]*)/)?.[1], `${base}${prefix}/feed.atom`, 'a feed of its own');
  }
  const map = (await site.app.inject('/sitemap.xml')).body;
  const lastmod = (path: string) => map.match(`${path}</loc>(?:<lastmod>([^<]*)</lastmod>)?`)?.[1];
  t.equal(lastmod(`/prisen/${year.year}`), fixed.toISOString());
  t.equal(lastmod('/utlysning'), undefined);
  t.equal((await applyDue({ db, log }, fixed)).published, 1, 'its letters have gone: it only is marked');
  t.equal((await applyDue({ db, log }, fixed)).published, 0);
  t.equal((await datesOf(db, year.id)).state, 'winnerAnnounced');

  // With the nominated goes the winner.
  const all = addMinutes(ceremony, 30);
  await year.as('secretary', all, (unit) =>
    takeDownPublication(unit, finalists.id, {
      version: finalists.version,
      reason: 'Alt er feil',
      notice: texts,
    }),
  );
  site.clock.set(all);
  for (const address of publicAddresses(year.year))
    t.notMatch((await site.app.inject(address)).body, /Ærfuglen|Zakken/, address);
  t.ok(finalistsAt < all);
});

t.test('taking down the nominated stops the winner that waits, unless it is about to come out', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, ceremony, at } = await nominated(db);
  const winner = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
  const take = (when: Date) =>
    year.as('secretary', when, (unit) =>
      takeDownPublication(unit, finalists.id, { version: finalists.version, reason: 'Feil', notice: texts }),
    );
  const late = (await refused(take(ms(ceremony, -10_000)))) as Refused & Parameters<typeof describe>[0];
  t.equal(late.type, 'publication/too-late');
  for (const [lang, words] of [
    ['nb', /om noen sekunder.*Vent ti sekunder og prøv igjen/],
    ['nn', /om nokre sekund.*Vent ti sekund og prøv igjen/],
    ['en', /in a few seconds.*Wait ten seconds and try again/],
  ] as const)
    t.match(describe(late, lang).detail, words, `${lang}: it says what to do`);
  await take(ms(ceremony, -10_001));
  t.notOk(await isWinnerPublic(db, year, ceremony));
  t.match(
    await db.selectFrom('publications').select('stop_reason').where('id', '=', winner.id).executeTakeFirst(),
    { stop_reason: 'Feil' },
  );
});

t.test('the database itself keeps what was approved as it was', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony, at } = await nominated(db);
  const latest = addMinutes(ceremony, 120);
  const { id } = await forPress(year, at, latest);
  const change = (values: object) =>
    refusal(db.updateTable('publications').set(values).where('id', '=', id).execute());
  t.equal(await change({ texts: JSON.stringify({ nb: 'Annet', nn: 'Anna' }) }), 'publications_stay');
  t.equal(await change({ publish_at: addDays(latest, 1) }), 'publications_stay', 'nobody moves its moment');
  t.equal(await change({ stopped_at: ms(latest, -9000), stop_reason: 'x' }), 'publications_quiet');
  t.equal(await change({ held_at: latest, held_by: year.people.leader.personId }), 'publications_quiet');
  t.equal(
    await change({
      pressed_at: addDays(latest, 1),
      pressed_by: year.people.leader.personId,
      publish_at: addDays(latest, 1),
    }),
    'publications_stay',
    'a press after the latest moment would take back what is out',
  );
  await year.as('second', at, (unit) => stopPublication(unit, id, { version: 1, reason: 'Feil' }));
  t.equal(await refusal(year.as('second', at, (unit) => pressPublication(unit, id))), 'process/not-now');
});

t.test(
  'left out, it comes out as the form proposes; the press is for the first announcement alone',
  async (t) => {
    const { db } = await testDatabase(t);
    const { year, ceremony, at, early } = await nominated(db);
    const prepare = (when: Date, rest: Omit<NewPublication, 'publishAt' | 'texts'>, publishAt = ceremony) =>
      year.as('secretary', when, (unit) => preparePublication(unit, year.id, { texts, publishAt, ...rest }));
    const releaseOf = async (id: string) =>
      (await db.selectFrom('publications').select('release').where('id', '=', id).executeTakeFirstOrThrow())
        .release;
    const { id, version } = await prepare(early, { kind: 'winner' });
    t.equal(await releaseOf(id), 'press');
    await year.as('second', at, (unit) => approvePublication(unit, id, { version }));
    await applyDue({ db, log }, ceremony);
    const later = addDays(ceremony, 1);
    const correction = { nb: 'Navnet.', nn: 'Namnet.' };
    for (const kind of ['winner', 'finalists'] as const) {
      t.match(await refused(prepare(later, { kind, release: 'press', correction }, addDays(later, 1))), {
        type: 'process/unmet',
        errors: [{ requirement: 'pressForWinner' }],
      });
      t.equal(await releaseOf((await prepare(later, { kind, correction })).id), 'approval', kind);
    }
  },
);

t.test('nor are the nominated pressed; the API says how it comes out', async (t) => {
  const { db } = await testDatabase(t);
  const { year, finalists, early, finalistsAt } = await nominated(db);
  await year.as('second', early, (unit) =>
    stopPublication(unit, finalists.id, { version: finalists.version, reason: 'Ny tekst' }),
  );
  const prepare = (release?: 'press') =>
    year.as('secretary', early, (unit) =>
      preparePublication(unit, year.id, { kind: 'finalists', publishAt: finalistsAt, texts, release }),
    );
  t.match(await refused(prepare('press')), { errors: [{ requirement: 'pressForWinner' }] });
  const { id } = await prepare();
  t.match(await db.selectFrom('publications').select('release').where('id', '=', id).execute(), [
    { release: 'moment' },
  ]);
});
