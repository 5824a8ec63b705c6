/** Reminders of the deadline: exactly those who hold a draft, each once, and nobody after the deadline. */
import fc from 'fast-check';
import pino from 'pino';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { applyDue } from '../../../src/features/due.ts';
import { remindersDue, remindHolders } from '../../../src/features/nominations/reminders.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import {
  addDays,
  addMinutes,
  instant,
  osloFields,
  osloInstant,
  parseOsloDeadline,
} from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const log = pino({ level: 'silent' });
const { closes_at } = call.dates;
const secretary = await call.as('secretary@example.no');
const settings = `/api/v1/editions/${call.year.id}`;
/** The reminders alone, so that the call is not closed along with them. */
async function remind(now: Date): Promise<number> {
  let sent = 0;
  for (const draft of await remindersDue(db, now))
    if (
      await transact(db, { actor: systemActor, now, requestId: 'test' }, (unit) => remindHolders(unit, draft))
    )
      sent += 1;
  return sent;
}
const tick = async (at: Date) => (await applyDue({ db, log }, at)).reminded;

/** Who has been told of which application since the last time, as "address application". */
let seen = new Set<string>();
async function told(): Promise<string[]> {
  const rows = await db
    .selectFrom('letters as l')
    .innerJoin('nominations as n', 'n.id', 'l.nomination_id')
    .select(['l.id', 'l.email', 'n.organisation_name as name'])
    .where('l.template', '=', 'draftReminder')
    .execute();
  const fresh = rows.filter(({ id }) => !seen.has(id));
  seen = new Set(rows.map(({ id }) => id));
  return fresh.map(({ email, name }) => `${email.split('@')[0]} ${name}`).toSorted();
}
const person = (name: string) => call.as(`${name}@paminnes.example`);
const invite = async (who: string, id: string, email: string) => {
  const answer = await (
    await person(who)
  ).post(`/api/v1/nominations/${id}/members`, { email: `${email}@paminnes.example` });
  if (answer.statusCode !== 201) throw new Error(answer.body);
};
const setDays = async (draftReminderDays: readonly number[]) => {
  const { version } = (await secretary.get(settings)).json();
  return secretary.send('PATCH', settings, { version, draftReminderDays });
};
const clear = async () => {
  const drafts = await db.selectFrom('nominations').select('id').where('state', '=', 'draft').execute();
  for (const { id } of drafts)
    await call.year.as('applicant', call.during, async ({ trx }) => {
      await trx
        .updateTable('nominations')
        .set({ created_at: addDays(closes_at, 1) })
        .where('id', '=', id)
        .execute();
    });
  seen = new Set();
  await told();
};
/** Eight in the morning so many days before the 15th of October, the day of the deadline. */
const morning = (days: number) => osloInstant(`2026-10-${String(15 - days).padStart(2, '0')}`, '08:00');

t.test('everybody who holds a draft, and nobody else', async (t) => {
  const kari = await person('kari');
  const draft = await call.draft(kari, 'Bokn');
  await invite('kari', draft.id, 'nils');
  await invite('kari', draft.id, 'borte');
  const members = (await kari.get(`/api/v1/nominations/${draft.id}/members`)).json().members;
  const gone = members.find(({ email }: { email: string }) => email.startsWith('borte'));
  t.equal((await kari.send('DELETE', `/api/v1/nominations/${draft.id}/members/${gone.id}`)).statusCode, 204);
  await call.sent(await person('sendt'), 'Utsira');
  const withdrawn = await call.draft(await person('trukket'), 'Tysvær');
  await (
    await person('trukket')
  ).post(`/api/v1/nominations/${withdrawn.id}/events`, { type: 'withdraw', version: 0 });
  const other = await call.draft(await person('ola'), 'Vindafjord');

  t.equal(await tick(instant(morning(14).getTime() - 1)), 0, 'a millisecond early');
  t.same(await told(), []);
  t.equal(await tick(morning(14)), 2);
  t.same(await told(), ['kari Bokn', 'nils Bokn', 'ola Vindafjord']);
  t.equal(await tick(addMinutes(morning(14), 1)), 0, 'once');
  t.equal(await tick(instant(morning(3).getTime() - 1)), 0);

  await call.setClock(addDays(morning(14), 2));
  await call.fillIn(await person('ola'), other.id);
  await call.submit(await person('ola'), other.id);
  const late = await person('sein');
  await call.setClock(morning(3));
  await call.draft(late, 'Sauda');
  t.equal(await tick(morning(3)), 1, 'not who has sent in since, and not who begins at that very moment');
  t.same(await told(), ['kari Bokn', 'nils Bokn']);
  t.equal(await tick(morning(1)), 2);
  t.same(await told(), ['kari Bokn', 'nils Bokn', 'sein Sauda']);
  t.equal(await remind(closes_at), 0, 'never after the deadline');
  const letter = await db
    .selectFrom('letters')
    .select(['subject', 'body', 'language'])
    .where('template', '=', 'draftReminder')
    .executeTakeFirstOrThrow();
  t.match(letter, { subject: /15\. oktober 2026 kl\. 23\.59 \(norsk tid\)$/, language: 'nb' });
  t.notMatch(letter.body, /Etikk: /);
  await call.setClock(call.during);
  await clear();
});

t.test('each of them on or off; set on the page and over the API, also while the call is open', async (t) => {
  await call.draft(await person('valg'), 'Karmøy');
  t.equal((await setDays([7])).statusCode, 422);
  t.equal((await setDays([3, 3])).statusCode, 422);
  t.equal((await setDays([3])).statusCode, 200);
  t.same((await secretary.get(settings)).json().draftReminderDays, [3]);
  t.same([await tick(morning(14)), await tick(morning(3)), await tick(morning(1))], [0, 1, 0]);
  await told();
  const { version } = (await secretary.get(settings)).json();
  const form = await secretary.post(`/sekretariat/${call.year.id}/oppsett/paminnelser`, {
    version,
    'reminder-14': 'yes',
  });
  t.equal(form.statusCode, 303, form.body);
  t.same((await secretary.get(settings)).json().draftReminderDays, [14]);
  const page = (await secretary.get(`/sekretariat/${call.year.id}/oppsett`)).body;
  t.match(page, /name="reminder-14"[^>]*checked/);
  t.notMatch(page, /name="reminder-3"[^>]*checked/);
  t.equal((await setDays([])).statusCode, 200);
  await clear();
  await call.draft(await person('ingen'), 'Hå');
  t.same([await tick(morning(14)), await tick(morning(3)), await tick(morning(1))], [0, 0, 0]);
  t.equal(
    (await (await person('valg')).send('PATCH', settings, { version: 1, draftReminderDays: [1] })).statusCode,
    404,
    'nobody but the secretariat',
  );
  t.equal((await setDays([14, 3, 1])).statusCode, 200);
  await clear();
});

t.test('after an outage only the nearest goes out, and two servers at once send it once', async (t) => {
  await call.setClock(call.during);
  for (const name of ['en', 'to', 'tre']) await call.draft(await person(name), `Gjesdal`, { unit: name });
  const all = await Promise.all(Array.from({ length: 6 }, () => tick(addMinutes(morning(1), 90))));
  t.equal(
    all.reduce((sum, one) => sum + one, 0),
    3,
  );
  t.same(await told(), ['en Gjesdal', 'to Gjesdal', 'tre Gjesdal'], 'one letter each');
  await clear();
});

t.test('a letter that waited until the application was sent in does not go out', async (t) => {
  const kari = await person('venter');
  const { id } = await call.draft(kari, 'Suldal');
  t.equal(await tick(morning(3)), 1);
  const { id: letterId } = await db
    .selectFrom('letters')
    .select('id')
    .where('nomination_id', '=', id)
    .where('template', '=', 'draftReminder')
    .executeTakeFirstOrThrow();
  await call.fillIn(kari, id);
  await call.submit(kari, id);
  await sendLetter(call.services)({ letterId }, { attempt: 1, last: false });
  const letter = await db
    .selectFrom('letters')
    .select(['state', 'error'])
    .where('id', '=', letterId)
    .executeTakeFirstOrThrow();
  t.same(letter, { state: 'failed', error: 'outdated' });
  t.match((await secretary.get(`/sekretariat/${call.year.id}/brev`)).body, 'ble derfor ikke sendt');
  await clear();
});

t.test(
  'what was changed after it was sent in and not sent again: a letter that says so, and only then',
  async (t) => {
    await call.setClock(call.during);
    const [changed, back, same] = await Promise.all(['endret', 'tilbake', 'uendret'].map(person));
    const ids = [];
    for (const [who, place] of [
      [changed!, 'Kvitsøy'],
      [back!, 'Lund'],
      [same!, 'Time'],
    ] as const) {
      const { id } = await call.draft(who, place);
      await call.fillIn(who, id, 'Først');
      await call.submit(who, id);
      ids.push(id);
    }
    await call.fillIn(changed!, ids[0]!, 'Siden');
    await call.fillIn(back!, ids[1]!, 'Siden');
    await call.fillIn(back!, ids[1]!, 'Først');
    const letters = () =>
      db
        .selectFrom('letters')
        .select(['id', 'email', 'body'])
        .where('template', '=', 'changesReminder')
        .orderBy('id')
        .execute();
    t.equal(await tick(morning(3)), 1);
    t.equal(await tick(addMinutes(morning(3), 1)), 0, 'once');
    const [letter] = await letters();
    t.match(letter, { email: 'endret@paminnes.example', body: /Kvitsøy[^]*endret etterpå/ });
    t.notMatch(letter?.body ?? '', /Siden/, 'never what it says');
    t.same(await told(), [], 'nobody is told that it is not sent in');

    await call.fillIn(same!, ids[2]!, 'Siden');
    t.equal(await tick(addMinutes(morning(3), 2)), 0, 'who changes later waits for the next one');
    await call.setClock(addMinutes(morning(3), 3));
    await call.submit(changed!, ids[0]!, 1);
    await sendLetter(call.services)({ letterId: letter!.id }, { attempt: 1, last: false });
    const { error } = await db
      .selectFrom('letters')
      .select('error')
      .where('id', '=', letter!.id)
      .executeTakeFirstOrThrow();
    t.equal(error, 'outdated', 'sent in while the letter waited');
    t.equal(await tick(morning(1)), 1);
    t.same(
      (await letters()).map(({ email }) => email.split('@')[0]),
      ['endret', 'uendret'],
    );
    await call.setClock(call.during);
    await clear();
  },
);

t.test('whenever the deadline is, and whenever one looks: as reckoned by hand', async (t) => {
  await call.setClock(call.during);
  const kari = await person('regnet');
  const { id } = await call.draft(kari, 'Strand');
  const deadlines = [
    ['2026-10-15', '23:59'],
    ['2026-10-26', '12:00'],
    ['2026-10-25', '23:59'],
    ['2026-11-03', '08:00'],
    ['2026-11-03', '00:30'],
  ] as const;
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...deadlines),
      fc.subarray([14, 3, 1] as const),
      fc.integer({ min: -18 * 24 * 60, max: 60 }),
      fc.integer({ min: 0, max: 40 * 24 * 60 }),
      async ([date, time], days, minutes, age) => {
        const closing = parseOsloDeadline(date, time);
        if (!closing.ok) throw new Error(closing.fault);
        const now = addMinutes(closing.instant, minutes);
        const created = addMinutes(now, -age);
        await transact(db, { actor: systemActor, now, requestId: `p${n++}` }, async ({ trx }) => {
          await trx
            .updateTable('editions')
            .set({ closes_at: closing.instant, draft_reminder_days: [...days] })
            .execute();
          await trx.updateTable('nominations').set({ created_at: created }).where('id', '=', id).execute();
        });
        const day = osloFields(instant(closing.instant.getTime() - 1)).date;
        const passed = days
          .map((before) => osloInstant(osloFields(addDays(osloInstant(day, '12:00'), -before)).date, '08:00'))
          .filter((at) => at <= now && created < at);
        const expected = passed.length > 0 && now < closing.instant;
        // What went out before does not count here: each of these is a world of its own.
        const before = await db
          .selectFrom('draft_reminders')
          .select('sent_at')
          .where('nomination_id', '=', id)
          .execute();
        const nearest = Math.max(...passed.map((at) => at.getTime()));
        const already = before.some(({ sent_at }) => sent_at.getTime() >= nearest);
        t.equal((await remind(now)) > 0, expected && !already);
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});
