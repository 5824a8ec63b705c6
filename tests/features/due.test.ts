/** What is due happens once, whoever asks and however many at once; and nothing depends on it. */
import { sql } from 'kysely';
import pino from 'pino';
import t from 'tap';
import { applyDue } from '../../src/features/due.ts';
import {
  approvePublication,
  preparePublication,
  stopPublication,
} from '../../src/features/publication/commands.ts';
import { checkInvariants } from '../../src/features/records/check.ts';
import { addDays, addMinutes, instant } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { testDatabase } from '../helpers/database.ts';
import { approvedStatements, datesOf, deliberatingYear, plannedYear } from '../helpers/year.ts';

const nothing = {
  reminded: 0,
  workReminded: 0,
  substitutesAsked: 0,
  warned: 0,
  callReminded: 0,
  answered: 0,
  forgotten: 0,
  closed: 0,
  counted: 0,
  published: 0,
  batches: 0,
  frozen: 0,
};
const log = pino({ level: 'silent' });
const names = ['Fjordheimen', 'Solbakken', 'Lillevik'] as const;
const texts = { nb: 'Fagjuryen har nominert.', nn: 'Fagjuryen har nominert.' };

t.test('a call is closed at its deadline, not a moment before, by eight servers at once', async (t) => {
  const { db } = await testDatabase(t);
  const year = await plannedYear(db);
  const { opens_at, closes_at } = await datesOf(db, year.id);
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  t.same(await applyDue({ db, log }, addMinutes(closes_at, -1)), nothing);
  const all = await Promise.all(Array.from({ length: 8 }, () => applyDue({ db, log }, closes_at)));
  t.equal(
    all.reduce((sum, { closed }) => sum + closed, 0),
    1,
  );
  t.match(await datesOf(db, year.id), { state: 'closed', closed_at: closes_at });
  t.same((await checkInvariants(db)).violations, []);
});

t.test('what has become public is applied once: states, letters, log', async (t) => {
  const { db } = await testDatabase(t);
  const year = await deliberatingYear(db, names);
  const { finalists_at, ceremony_at, judging_ends_at } = await datesOf(db, year.id);
  const decided = addDays(judging_ends_at, 1);
  const [first, second] = [year.nominations['Fjordheimen']!, year.nominations['Solbakken']!];
  await year.send('chair', decided, 'decideFinalists', {
    decision: { finalists: [first, second], reason: 'Etter drøfting' },
  });
  await approvedStatements(db, year, ['Fjordheimen', 'Solbakken'], decided);
  const prepare = (kind: 'finalists' | 'winner', publishAt: Date, at: Date) =>
    year.as('secretary', at, (unit) => preparePublication(unit, year.id, { kind, publishAt, texts }));

  const stopped = await prepare('finalists', finalists_at, decided);
  await year.as('second', decided, (unit) => approvePublication(unit, stopped.id, stopped));
  await year.as('leader', decided, (unit) =>
    stopPublication(unit, stopped.id, { version: stopped.version + 1, reason: 'Feil tekst' }),
  );
  const unapproved = await prepare('finalists', finalists_at, decided);
  const told = async (template: 'publicationToApprove' | 'publicationStopped') =>
    await db
      .selectFrom('letters')
      .select(['email', 'subject', 'body'])
      .where('template', '=', template)
      .orderBy('email')
      .execute();
  t.same(
    (await told('publicationToApprove')).map(({ email }) => email),
    ['chair', 'chair', 'leader', 'leader', 'second', 'second'].map((who) => `${who}@example.no`),
  );
  t.same(
    (await told('publicationStopped')).map(({ email }) => email),
    ['second@example.no', 'secretary@example.no'],
  );
  for (const { subject, body } of await told('publicationToApprove'))
    t.notMatch(subject + body, /Fjordheimen|Solbakken|nominer|vinner/i, 'never what it says');
  t.same(await applyDue({ db, log }, finalists_at), nothing, 'stopped, and not approved');
  await year.as('second', decided, (unit) => approvePublication(unit, unapproved.id, unapproved));
  t.same(await applyDue({ db, log }, instant(finalists_at.getTime() - 1)), nothing, 'a millisecond early');

  const all = await Promise.all(Array.from({ length: 8 }, () => applyDue({ db, log }, finalists_at)));
  t.equal(
    all.reduce((sum, { published }) => sum + published, 0),
    1,
  );
  const states = await db
    .selectFrom('nominations')
    .select(['organisation_name', 'state'])
    .orderBy('organisation_name')
    .execute();
  t.same(
    states.map(({ state }) => state),
    ['finalist', 'notSelected', 'finalist'],
  );
  const letters = async (template: string) =>
    (await db.selectFrom('letters').select('id').where('template', '=', template).execute()).length;
  t.same([await letters('finalist'), await letters('notSelected'), await letters('outcome')], [2, 1, 0]);

  const later = addDays(finalists_at, 1);
  await year.send('chair', later, 'decideWinner', { decision: { winner: first, reason: 'Etter drøfting' } });
  const winner = await prepare('winner', ceremony_at, later);
  await year.as('leader', later, (unit) => approvePublication(unit, winner.id, winner));
  t.same(await applyDue({ db, log }, ceremony_at), { ...nothing, published: 1 });
  t.same(await applyDue({ db, log }, ceremony_at), nothing);
  t.match(await datesOf(db, year.id), { state: 'winnerAnnounced' });
  t.equal(await letters('outcome'), 2);
  t.same((await checkInvariants(db)).violations, []);
});

t.test('one thing that will not go does not stop the others', async (t) => {
  const { db, ownerUrl } = await testDatabase(t);
  const [one, two] = [await plannedYear(db, 2026), await plannedYear(db, 2027)];
  for (const year of [one, two])
    await year.send('secretary', addDays((await datesOf(db, year.id)).opens_at, -7), 'announce');
  const owner = openDatabase(ownerUrl);
  t.teardown(() => owner.destroy());
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(
    owner,
  );
  await sql`create trigger refuse before update on editions for each row when (old.id = ${sql.lit(one.id)}) execute function refuse()`.execute(
    owner,
  );
  const errors: string[] = [];
  const loud = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  t.same(await applyDue({ db, log: loud }, addDays((await datesOf(db, two.id)).closes_at, 1)), {
    ...nothing,
    closed: 1,
  });
  t.match(await datesOf(db, two.id), { state: 'closed' });
  t.match(await datesOf(db, one.id), { state: 'announced' });
  t.equal(errors.length, 1);
  t.match(errors[0], one.id);
});
