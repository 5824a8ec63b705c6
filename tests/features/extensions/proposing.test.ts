/** Proposing a later deadline: what cannot be, with what was typed kept; who is in conflict; and the reminders that follow it. */
import t from 'tap';
import pino from 'pino';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, osloInstant } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t, {}, (year) =>
  year.as('secretary', osloInstant('2026-04-02'), ({ trx }) =>
    trx.updateTable('editions').set({ leader_approval: 'link' }).where('id', '=', year.id).execute(),
  ),
);
const { db } = call.services;
const log = pino({ level: 'silent' });
const { closes_at, judging_ends_at } = call.dates;
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const page = `/sekretariat/${call.year.id}/frister`;

t.test(
  'a moment that cannot be and a missing reason are said at the field, and what was typed stays',
  async (t) => {
    const kari = await call.as('kari@feil.example');
    const { id } = await call.draft(kari, 'Bokn');
    const send = (date: string, time: string, reason = 'Streik') =>
      secretary.post(page, { application: id, until: date, untilTime: time, reason });
    for (const [date, time, said] of [
      ['2026-05-01', '12.00', 'Velg et tidspunkt fram i tid'],
      ['2026-10-15', '23.59', 'Velg et tidspunkt etter fristen'],
      ['2027-10-15', '23.59', 'Velg et tidspunkt før juryen skal være ferdig'],
      ['2026-02-30', '12.00', 'Skriv en dato'],
      ['2026-10-25', '02.30', 'to ganger'],
    ] as const) {
      const answer = await send(date, time);
      t.equal(answer.statusCode, 422, date);
      t.match(answer.body, said);
      t.match(answer.body, `value="${date}"`);
      t.match(answer.body, 'Streik</textarea>', 'what was typed stays');
    }
    t.equal((await send('2026-10-20', '23.59', '   ')).statusCode, 422);
    t.equal((await db.selectFrom('deadline_extensions').select('id').execute()).length, 0);
    const good = await send('2026-10-20', '23.59');
    t.match([good.statusCode, good.headers.location], [303, `${page}?gjort=foreslatt`]);
    t.match((await secretary.get(String(good.headers.location))).body, 'Nå må en annen godkjenne');
    const { id: extension } = await db
      .selectFrom('deadline_extensions')
      .select('id')
      .executeTakeFirstOrThrow();
    const own = await secretary.post(`${page}/${extension}/godkjenn`);
    t.equal(own.statusCode, 403);
    const approved = await second.post(`${page}/${extension}/godkjenn`);
    t.match([approved.statusCode, approved.headers.location], [303, `${page}?gjort=godkjent`]);
  },
);

t.test('a confirmation may come so many days after the own deadline', async (t) => {
  const kari = await call.as('kari@feil.example');
  const { nominations } = (await kari.get(`/api/v1/editions/${call.year.id}/nominations`)).json();
  const { id } = nominations[0];
  const ask = { kind: 'leader', organisation: '', name: 'Lise Leder', email: 'lise@bokn.example' };
  const { confirmation_days } = await db
    .selectFrom('editions')
    .select('confirmation_days')
    .executeTakeFirstOrThrow();
  await call.setClock(addDays(closes_at, confirmation_days + 1));
  const answer = await kari.post(`/api/v1/nominations/${id}/confirmations`, ask);
  t.ok(answer.statusCode < 300, answer.body);
  await call.setClock(call.during);
});

t.test('reminders go by the own deadline, and none is sent for time that has just been given', async (t) => {
  const kari = await call.as('kari@paminnelse.example');
  const { id } = await call.draft(kari, 'Utsira');
  const at = osloInstant('2026-10-15', '07:00');
  await call.setClock(at);
  const made = await secretary.post(`/api/v1/nominations/${id}/extensions`, {
    until: osloInstant('2026-10-21').toISOString(),
    reason: 'Sykdom i prosjektgruppa',
  });
  t.equal((await second.post(`/api/v1/extensions/${made.json().id}/approve`)).statusCode, 204);
  const reminded = async (now: Date): Promise<number> => {
    await applyDue({ db, log }, now);
    const letters = await db
      .selectFrom('letters')
      .select('id')
      .where('template', '=', 'draftReminder')
      .where('nomination_id', '=', id)
      .execute();
    return letters.length;
  };
  t.equal(await reminded(osloInstant('2026-10-15', '08:30')), 0);
  t.equal(
    await reminded(osloInstant('2026-10-17', '08:00')),
    1,
    'three days before, when the call has closed',
  );
  t.equal(await reminded(osloInstant('2026-10-19', '08:00')), 2, 'the day before');
  t.equal(await reminded(osloInstant('2026-10-21')), 2, 'never after it');
  t.ok(judging_ends_at > closes_at);
});

t.test('a secretary in conflict neither sees nor answers', async (t) => {
  const kari = await call.as('kari@inhabil.example');
  await call.setClock(call.during);
  await db.updateTable('editions').set({ leader_approval: 'tick' }).execute();
  const sent = await call.sent(kari, 'Kvitsøy');
  const made = await secretary.post(`/api/v1/nominations/${sent.id}/extensions`, {
    until: addDays(closes_at, 3).toISOString(),
    reason: 'KANARIFUGL',
  });
  t.equal(made.statusCode, 201);
  t.match((await second.get(page)).body, 'KANARIFUGL');
  const declared = await second.post(`/api/v1/nominations/${sent.id}/declarations`, { answer: 'unsure' });
  t.ok(declared.statusCode < 300, declared.body);
  t.notMatch((await second.get(`/api/v1/editions/${call.year.id}/extensions`)).body, /KANARIFUGL|Kvitsøy/);
  t.notMatch((await second.get(page)).body, /KANARIFUGL|Kvitsøy/);
  t.equal((await second.post(`/api/v1/extensions/${made.json().id}/approve`)).statusCode, 404);
});
