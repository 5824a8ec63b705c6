/** Reminders of what is left before a date of the year (issue 5 §2): on or off by the year, to exactly the right people, each once. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { addDays, addMinutes, osloInstant } from '../../../src/platform/clock.ts';
import type { Database } from '../../../src/platform/db/open.ts';
import { playground } from '../../helpers/client.ts';
import { declareAll, deliverBallot, judgingYear, jurors } from '../../helpers/jury-year.ts';
import { approvedStatements, datesOf, deliberatingYear } from '../../helpers/year.ts';

const told = async (db: Database, template: string) =>
  (
    await db
      .selectFrom('letters')
      .select('email')
      .where('template', '=', template)
      .orderBy('created_at')
      .orderBy('email')
      .execute()
  ).map(({ email }) => email.split('@')[0]);
/** Eight in the morning, so many days before the day of `date`. */
const at = (date: Date, days: number) =>
  osloInstant(addDays(date, -days).toISOString().slice(0, 10), '08:00');

t.test(
  'the jury: who has not answered hears of that, who has not delivered of that, and nobody else',
  async (t) => {
    const year = await judgingYear(t, ['Modum', 'Nesbyen']);
    const { db, log } = { db: year.db, log: year.services.log };
    const { ends } = year.dates;
    const settings = `/api/v1/editions/${year.editionId}`;
    const version = async () =>
      (await year.clients.secretary.get(settings)).json<{ version: number }>().version;
    const due = async (now: Date) => (await applyDue({ db, log }, now)).workReminded;
    t.equal(await due(at(ends, 7)), 0, 'nothing unless the year says so');
    const wrong = { version: await version(), reminderDays: { ballots: [5] } };
    t.equal((await year.clients.secretary.send('PATCH', settings, wrong)).statusCode, 422);
    await t.rejects(
      db
        .updateTable('editions')
        .set({ reminder_days: '{"ballots": [5]}' })
        .where('id', '=', year.editionId)
        .execute(),
      /editions_reminder_days/,
    );
    const form = {
      version: await version(),
      'reminder-ballots-7': 'yes',
      'reminder-ballots-1': 'yes',
      'reminder-declarations-7': 'yes',
    };
    const saved = await year.clients.secretary.post(
      `/sekretariat/${year.editionId}/oppsett/paminnelser`,
      form,
    );
    t.equal(saved.statusCode, 303, saved.body);
    const { reminderDays } = (await year.clients.secretary.get(settings)).json<{ reminderDays: object }>();
    t.same(reminderDays, { declarations: [7], ballots: [7, 1], statements: [], ceremony: [] });

    const [quiet, ...others] = jurors;
    await declareAll(year, {}, others);
    const [ready] = others;
    for (const id of Object.values(year.nominations)) await deliverBallot(year, ready, id, 4, 'Godt arbeid.');
    t.equal(await due(addMinutes(at(ends, 7), -1)), 0, 'not before its moment');
    const counts = await Promise.all(Array.from({ length: 4 }, () => due(at(ends, 7))));
    t.equal(
      counts.reduce((sum, n) => sum + n, 0),
      2,
      'one of each, however many servers there are',
    );
    t.same(await told(db, 'declarationsReminder'), [quiet]);
    t.same(await told(db, 'ballotsReminder'), others.slice(1).toSorted());
    t.equal(await due(addMinutes(at(ends, 7), 60)), 0, 'and once');
    t.equal(await due(at(ends, 1)), 1);
    t.same((await told(db, 'ballotsReminder')).length, 2 * (others.length - 1));
    t.equal(await due(ends), 0, 'never after the date');
    const useless = await db
      .selectFrom('letters')
      .select('useless_after')
      .where('template', 'in', ['declarationsReminder', 'ballotsReminder'])
      .execute();
    t.ok(
      useless.every(({ useless_after }) => useless_after?.getTime() === ends.getTime()),
      'nor does one go then that waits in the outbox',
    );
  },
);

t.test(
  'after an outage one letter, not three; and none of a moment before there was anything to do',
  async (t) => {
    const year = await judgingYear(t, ['Modum']);
    const { db } = year;
    const { ends } = year.dates;
    const days = JSON.stringify({ declarations: [14, 7, 3, 1] });
    await db.updateTable('editions').set({ reminder_days: days }).where('id', '=', year.editionId).execute();
    await applyDue({ db, log: year.services.log }, at(ends, 1));
    t.same((await told(db, 'declarationsReminder')).length, jurors.length);
    await db
      .deleteFrom('letters')
      .execute()
      .catch(() => undefined);
    const late = JSON.stringify({ ballots: [3] });
    await db
      .updateTable('editions')
      .set({ reminder_days: late, judging_started_at: at(ends, 2) })
      .where('id', '=', year.editionId)
      .execute();
    const { workReminded } = await applyDue({ db, log: year.services.log }, at(ends, 1));
    t.equal(workReminded, 0);
  },
);

t.test('statements: whoever may write one that is missing, whoever may approve one that waits', async (t) => {
  const { services } = await playground(t);
  const { db, log } = services;
  const names = ['Modum', 'Nesbyen', 'Årdal'];
  const year = await deliberatingYear(db, names);
  const dates = await datesOf(db, year.id);
  const now = addDays(dates.finalists_at, -10);
  const finalists = names.map((name) => year.nominations[name]);
  await year.send('chair', now, 'decideFinalists', { decision: { finalists, reason: 'Drøftet' } });
  const days = JSON.stringify({ statements: [7, 3, 1], ceremony: [3] });
  await db.updateTable('editions').set({ reminder_days: days }).where('id', '=', year.id).execute();
  await approvedStatements(db, year, names.slice(0, 2), now);
  const due = async (when: Date) => (await applyDue({ db, log }, when)).workReminded;
  t.equal(await due(at(dates.finalists_at, 7)), 1);
  t.same(await told(db, 'statementsReminder'), ['second', 'secretary'], 'one is not written');
  await approvedStatements(db, year, names.slice(2), now);
  await db
    .updateTable('statements')
    .set({ approved_at: null, approved_by: null })
    .where('nomination_id', '=', finalists[2]!)
    .execute();
  t.equal(await due(at(dates.finalists_at, 3)), 1);
  t.same((await told(db, 'statementsReminder')).slice(2), ['chair'], 'one waits for approval');
  await db
    .updateTable('statements')
    .set({ approved_at: now, approved_by: year.people.chair.personId })
    .where('nomination_id', '=', finalists[2]!)
    .execute();
  await due(at(dates.finalists_at, 1));
  t.equal((await told(db, 'statementsReminder')).length, 3, 'nobody is told when nothing is left');

  const texts = { nb: 'Tre.', nn: 'Tre.' };
  const { id, version } = await year.as('secretary', now, (unit) =>
    preparePublication(unit, year.id, { kind: 'finalists', publishAt: dates.finalists_at, texts }),
  );
  await year.as('second', now, (unit) => approvePublication(unit, id, { version }));
  t.same(await told(db, 'ceremonyReminder'), [], 'nothing of the ceremony before the nominated are public');
  await due(dates.finalists_at);
  await due(at(dates.ceremony_at, 3));
  t.same(
    await told(db, 'ceremonyReminder'),
    ['applicant', 'chair', 'juror', 'other', 'third'],
    'once each, jury and nominated',
  );
});
