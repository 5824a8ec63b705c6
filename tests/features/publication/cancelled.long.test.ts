/** A year that is cancelled tells nobody what the jury had chosen: nothing comes out, nothing is sent, and nobody is asked any more. */
import { sql } from 'kysely';
import t from 'tap';
import { setTimeout as pause } from 'node:timers/promises';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { addMinutes, fixedClock, instant } from '../../../src/platform/clock.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { smtpServer } from '../../helpers/smtp.ts';
import { publicAddresses } from '../../helpers/public-app.ts';
import { names, problemOf, toldYear } from '../../helpers/told-year.ts';
import { datesOf } from '../../helpers/year.ts';

const why = { reason: 'Ingen seremoni i år' };
const named = new RegExp(names.join('|'));
/** Of a refusal: the problem's type, or the constraint of the database. */
const refused = (promise: Promise<unknown>): Promise<string | undefined> =>
  promise.then(
    () => 'nothing was refused',
    (error: { type?: string; constraint?: string }) => error.type ?? error.constraint,
  );

t.test('what was approved, and what had a moment of its own, stays unsaid', async (t) => {
  const w = await toldYear(t);
  const { db, year, ids, now, dates } = w;
  const { id } = (await w.write()).json<{ id: string }>();
  const later = addMinutes(now, 60);
  const set = await w.event(id, { type: 'schedule', sendAt: later.toISOString() }, w.leader);
  t.equal(set.statusCode, 200, set.body);
  const { approve } = await w.publish();
  await approve();
  await year.send('chair', now, 'decideWinner', { decision: { winner: ids[0], reason: 'Drøftet' } });

  await year.send('secretary', now, 'cancel', why);
  const rows = await db.selectFrom('publications').select(['stopped_at', 'stop_reason']).execute();
  t.same(rows, [{ stopped_at: now, stop_reason: why.reason }]);
  t.match((await w.secretary.get(`/api/v1/letter-batches/${id}`)).json(), {
    state: 'prepared',
    heldBack: 'cancelled',
  });
  t.match((await w.secretary.get(`/sekretariat/${year.id}/utsendinger/${id}`)).body, 'Prisåret ble avlyst.');
  t.equal(problemOf(await w.event(id, { type: 'send' }, w.leader)), 'process/not-now', 'nor by hand');
  const letters = () =>
    db.selectFrom('letters').select('batch_id').where('batch_id', 'is not', null).execute();
  await w.due(later);
  await w.due(addMinutes(dates.finalists_at, 1));
  t.same(await letters(), []);
  await w.setClock(addMinutes(dates.finalists_at, 1));
  for (const url of publicAddresses(year.year)) {
    const { body } = await w.app.inject(url);
    t.notMatch(body, named, url);
  }
  t.match((await w.secretary.get(`/sekretariat/${year.id}/offentliggjoring`)).body, 'Prisåret er avlyst');
  await db
    .updateTable('statements')
    .set({ nn: '', approved_by: null, approved_at: null, version: sql`version + 1` })
    .where('nomination_id', '=', ids[0]!)
    .execute();
  t.notMatch((await w.secretary.get('/min-side')).body, '/begrunnelser', 'nobody is asked for statements');
});

t.test('whoever was told in confidence is asked no more', async (t) => {
  const w = await toldYear(t);
  const { year, ids, now } = w;
  const told = await w.tell();
  t.match(await w.naming(), { state: 'current', allowedActions: ['agree', 'decline'] });
  const link = `/soknad/${ids[0]}/fortrolig`;
  t.match((await w.applicant.get('/min-side')).body, link);
  const waiting = await smtpServer(t);
  await year.send('secretary', now, 'cancel', why);
  const mailer = smtpMailer({ url: waiting.url, from: 'pris@etikkprisen.test' });
  t.teardown(() => mailer.close());
  const send = sendLetter({ db: w.db, mailer, clock: fixedClock(now), config: w.services.config });
  const confidential = () =>
    w.db.selectFrom('letters').select(['id', 'state', 'error']).where('batch_id', '=', told).execute();
  for (const { id } of await confidential()) await send({ letterId: id }, { attempt: 1, last: false });
  t.ok(
    (await confidential()).every(({ state, error }) => state === 'failed' && error === 'outdated'),
    'what waited for the mail server does not go',
  );
  t.equal(waiting.mails.length, 0);
  t.match(await w.naming(), { state: 'cancelled', allowedActions: [] });
  const page = await w.applicant.get(link);
  t.match(page.body, /Prisåret er avlyst[\s\S]*Hold det fortsatt for dere selv/);
  for (const given of ['agreed', 'declined'] as const)
    t.equal(problemOf(await w.answer(ids[0]!, given)), 'process/not-now');
  t.notMatch((await w.applicant.get('/min-side')).body, link);
});

t.test('what is about to come out, or has without the states, is not overtaken', async (t) => {
  const w = await toldYear(t);
  const { year, dates } = w;
  const { approve } = await w.publish();
  await approve();
  const before = instant(dates.finalists_at.getTime() - 10_000);
  const cancel = (at: Date) => year.send('secretary', at, 'cancel', why);
  t.equal(await refused(cancel(before)), 'publication/too-late', 'ten seconds before');
  t.equal(await refused(cancel(dates.finalists_at)), 'publication/too-late', 'out, and not applied yet');
  // It came in time, and had to wait for others until it was too late.
  const others = w.db.transaction().execute(async (trx) => {
    await sql`select from editions where id = ${year.id} for update`.execute(trx);
    await pause(1500);
  });
  await pause(200);
  t.equal(
    await refused(cancel(instant(before.getTime() - 500))),
    'publication/too-late',
    'it waited too long',
  );
  await others;
  t.equal((await datesOf(w.db, year.id)).state, 'decided');
  await w.due(dates.finalists_at);
  t.equal((await datesOf(w.db, year.id)).state, 'finalistsPublished');

  await cancel(addMinutes(dates.finalists_at, 1));
  await w.setClock(addMinutes(dates.finalists_at, 2));
  t.match((await w.app.inject(`/prisen/${year.year}`)).body, names[0]!, 'what is out is out');
  const [{ id, version }] = (await w.secretary.get(`/api/v1/editions/${year.id}/publications`)).json<{
    publications: [{ id: string; version: number }];
  }>().publications;
  const page = await w.secretary.get(`/sekretariat/${year.id}/offentliggjoring`);
  t.match(page.body, 'Ta ned', 'until somebody takes it down');
  const form = { version: String(version), reason: 'Avlyst', nb: 'Avlyst.', nn: 'Avlyst.' };
  const down = await w.secretary.post(`/sekretariat/${year.id}/offentliggjoring/${id}/ta-ned`, form);
  t.equal(down.statusCode, 303, down.body);
  t.notMatch((await w.app.inject(`/prisen/${year.year}`)).body, named);
});

t.test('the table refuses it too', async (t) => {
  const w = await toldYear(t);
  const { approve } = await w.publish();
  await approve();
  const armed = sql`update editions set state = 'cancelled', ended_at = ${w.now} where id = ${w.year.id}`;
  t.equal(await refused(armed.execute(w.db)), 'publications_year_over');
  await w.year.send('secretary', w.now, 'cancel', why);
  const anew = sql`insert into publications (edition_id, kind, decision_id, publish_at, texts, statements, prepared_by, prepared_at, approved_by, approved_at)
    select edition_id, kind, decision_id, publish_at, texts, statements, prepared_by, prepared_at, approved_by, approved_at from publications`;
  t.equal(await refused(anew.execute(w.db)), 'publications_year_over', 'nor is another approved');
});
