/** Reminders that somebody stops, lets go after all, or sends at once (issue 5 §1): a right, a reason, and once with the worker. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { addDays, addMinutes, instant, osloInstant } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { judgingYear, jurors } from '../../helpers/jury-year.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

interface Out {
  kind: string;
  at: string;
  count: number | null;
  stopped: boolean;
  stoppedBy: string | null;
  isNext: boolean;
  recipients: string[] | null;
}
/** Eight in the morning, so many days before the day of `date`. */
const at = (date: Date, days: number) =>
  osloInstant(addDays(date, -days).toISOString().slice(0, 10), '08:00');

async function judging(t: Parameters<typeof judgingYear>[0]) {
  const year = await judgingYear(t, ['Modum', 'Nesbyen']);
  const { db, editionId, clients } = year;
  const days = JSON.stringify({ declarations: [7, 3, 1] });
  await db.updateTable('editions').set({ reminder_days: days }).where('id', '=', editionId).execute();
  const api = `/api/v1/editions/${editionId}/reminders`;
  const order = (type: string, when: Date, rest: object = {}, who: keyof typeof clients = 'secretary') =>
    clients[who].post(`${api}/events`, { type, kind: 'declarations', at: when.toISOString(), ...rest });
  const list = async () => (await clients.secretary.get(api)).json<{ reminders: Out[] }>().reminders;
  const sent = async () =>
    (await db.selectFrom('letters').select('email').where('template', '=', 'declarationsReminder').execute())
      .length;
  const due = async (now: Date) => (await applyDue({ db, log: year.services.log }, now)).workReminded;
  return { ...year, api, order, list, sent, due, page: `/sekretariat/${editionId}/paminnelser` };
}

t.test('one is stopped with a reason and does not go; let go after all it goes', async (t) => {
  const year = await judging(t);
  const { dates, order, list, sent, due, clients, db } = year;
  const [seven, three, one] = [7, 3, 1].map((days) => at(dates.ends, days)) as [Date, Date, Date];
  await year.setClock(addDays(seven, -1));
  t.match(await list(), [
    { kind: 'declarations', at: seven.toISOString(), isNext: true, stopped: false },
    { at: three.toISOString(), isNext: false },
    { at: one.toISOString(), isNext: false },
  ]);
  t.equal((await list())[0]!.recipients?.length, jurors.length, 'by name, those for whom something is left');

  t.equal((await order('stop', seven)).statusCode, 422, 'not without a reason');
  t.equal((await order('stop', seven, { reason: '  ' })).statusCode, 422);
  t.equal(
    (await order('stop', addMinutes(seven, 1), { reason: 'x' })).statusCode,
    409,
    'none at that instant',
  );
  t.equal((await order('resume', seven)).statusCode, 409, 'it is not stopped');
  for (const who of ['chair', 'nina', 'leader'] as const)
    t.equal((await order('stop', seven, { reason: 'x' }, who)).statusCode, 403, who);
  t.equal((await order('stop', seven, { reason: 'x' }, 'applicant')).statusCode, 404);
  t.equal((await clients.nina.get(year.api)).statusCode, 403);
  t.equal((await clients.applicant.get(year.page)).statusCode, 404);

  t.equal((await order('stop', seven, { reason: 'Alle er på ferie' })).statusCode, 204);
  t.match((await list())[0], { stopped: true, stoppedBy: 'Ingeborg Aashagen', isNext: false });
  t.equal((await order('stop', seven, { reason: 'igjen' })).statusCode, 409, 'once');
  t.equal(await due(seven), 0, 'it does not go');
  t.equal(await due(addMinutes(three, -1)), 0, 'nor later');

  await year.setClock(addMinutes(seven, 60));
  t.equal((await order('resume', seven)).statusCode, 409, 'what has passed is not let go after all');
  t.equal((await order('stop', three, { reason: 'Ring heller' })).statusCode, 204);
  t.equal((await order('resume', three)).statusCode, 204);
  t.equal(await due(three), 1);
  t.equal(await sent(), jurors.length);
  const events = await db
    .selectFrom('audit_events as e')
    .innerJoin('audit_details as d', 'd.event_id', 'e.id')
    .select(['e.event', 'd.reason'])
    .where('e.event', 'like', '%Reminder')
    .orderBy('e.seq')
    .execute();
  t.same(events, [
    { event: 'stopReminder', reason: 'Alle er på ferie' },
    { event: 'stopReminder', reason: 'Ring heller' },
    { event: 'resumeReminder', reason: null },
  ]);
});

t.test('the next is sent at once, and not again at its moment; the others go as they were', async (t) => {
  const { dates, order, list, sent, due, setClock, db, editionId } = await judging(t);
  const [seven, three] = [at(dates.ends, 7), at(dates.ends, 3)];
  const now = addDays(seven, -2);
  await setClock(now);
  t.equal((await order('sendNow', three)).statusCode, 409, 'only the next');
  t.equal((await order('sendNow', seven)).statusCode, 204);
  t.equal((await order('sendNow', seven)).statusCode, 409, 'once');
  t.equal((await order('stop', seven, { reason: 'Angret' })).statusCode, 409, 'what goes cannot be stopped');
  t.match(await list(), [{ at: three.toISOString(), isNext: true }, {}]);
  t.equal(await due(addMinutes(now, -1)), 0);
  t.equal(await due(now), 1);
  t.equal(await sent(), jurors.length);
  t.equal(await due(seven), 0, 'not again');
  t.equal(await due(three), 1);
  t.equal(await sent(), 2 * jurors.length);
  const early = {
    edition_id: editionId,
    kind: 'ceremony',
    remind_at: addDays(now, 9),
    sent_at: now,
  } as const;
  await t.rejects(db.insertInto('work_reminders').values(early).execute(), /work_reminders_not_early/);
  await t.rejects(db.deleteFrom('reminder_orders').execute(), /permission denied/);
});

t.test(
  'at once by two people while workers tick: each letter once; stopping and sending: one of the two',
  async (t) => {
    const { dates, order, sent, due, setClock, db } = await judging(t);
    const [seven, three] = [at(dates.ends, 7), at(dates.ends, 3)];
    const moment = addMinutes(seven, -1);
    await setClock(moment);
    const all = await Promise.all([
      order('sendNow', seven),
      due(seven),
      order('sendNow', seven, {}, 'second'),
      due(seven),
      due(moment),
    ]);
    t.equal(await sent(), jurors.length);
    const pressed = [all[0], all[2]].map(({ statusCode }) => statusCode).toSorted();
    t.match(String(pressed), /^(204,409|409,409)$/);
    await due(seven);
    t.equal(await sent(), jurors.length, 'and not once more');

    await setClock(addMinutes(three, -1));
    const [stop, send] = await Promise.all([
      order('stop', three, { reason: 'Nei' }),
      order('sendNow', three, {}, 'second'),
    ]);
    t.same([stop.statusCode, send.statusCode].toSorted(), [204, 409]);
    await Promise.all([due(three), due(three)]);
    t.equal(await sent(), stop.statusCode === 204 ? jurors.length : 2 * jurors.length);
    t.equal(
      (await db.selectFrom('reminder_orders').select('kind').where('remind_at', '=', three).execute()).length,
      1,
    );
  },
);

t.test(
  'drafts: at once to those who have begun; whoever begins later is reminded at the moment itself',
  async (t) => {
    const play = await playground(t);
    const { db, log } = play.services;
    const year = await plannedYear(db);
    const { opens_at, closes_at } = await datesOf(db, year.id);
    await year.send('secretary', addDays(opens_at, -14), 'announce');
    const begin = (now: Date, organisation: string) =>
      year.as('applicant', now, (unit) =>
        startNomination(unit, { editionId: year.id, kind: 'enterprise', organisation, language: 'nb' }),
      );
    const during = addDays(opens_at, 3);
    await play.setClock(during);
    await begin(addMinutes(during, -5), 'Solbakken');
    const secretary = await play.as('secretary@example.no');
    const page = `/sekretariat/${year.id}/paminnelser`;
    const shown = await secretary.get(page);
    t.match(shown.body, /Gjelder ett utkast nå/);
    t.same(await htmlProblems(shown.body), []);
    const first = at(closes_at, 14).toISOString();
    const field = `reason-drafts-${first}`;
    const empty = await secretary.post(`${page}/stopp`, { kind: 'drafts', at: first, [field]: '' });
    t.equal(empty.statusCode, 422);
    t.match(empty.body, `href="#field-reason-drafts-${first.replaceAll(/[:.]/g, '-')}"`);
    t.same(await htmlProblems(empty.body), []);
    const done = await secretary.post(`${page}/send`, { kind: 'drafts', at: first });
    t.equal(done.headers.location, `${page}?gjort=send`, done.body);
    t.match((await secretary.get(`${page}?gjort=send`)).body, /Påminnelsen går nå/);
    const due = async (now: Date) => (await applyDue({ db, log }, now)).reminded;
    const counts = await Promise.all([due(during), due(during), due(addMinutes(during, 1))]);
    t.equal(
      counts.reduce((sum, n) => sum + n, 0),
      1,
    );
    const late = addDays(during, 1);
    await begin(late, 'Lillevik');
    await play.setClock(late);
    t.match((await secretary.get(`/api/v1/editions/${year.id}/reminders`)).json().reminders[0], {
      at: first,
      count: 1,
    });
    t.match((await secretary.get(`/sekretariat/${year.id}`)).body, `href="${page}"`);
    t.equal(await due(instant(first)), 1, 'only the one that was begun since');
    const told = await db
      .selectFrom('letters')
      .select('id')
      .where('template', '=', 'draftReminder')
      .execute();
    t.equal(told.length, 2);
  },
);
