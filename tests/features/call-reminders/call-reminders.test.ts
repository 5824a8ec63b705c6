/** "Remind me" (issue 5 §2): nobody without a yes by link, everybody once, and no address longer than the call is open. */
import { sql } from 'kysely';
import pino from 'pino';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes, osloInstant } from '../../../src/platform/clock.ts';
import { formatDateTime } from '../../../src/ui/text/format.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';

const call = await openCall(t);
const { db, config } = call.services;
const log = pino({ level: 'silent' });
const { closes_at } = call.dates;
const ask = (email: string) => call.anyone.post('/paminnelse', { email });
const letters = (template: string) =>
  db
    .selectFrom('letters')
    .selectAll()
    .where('template', '=', template)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
const linkTo = async (email: string) => {
  const all = (await letters('callReminderLink')).filter((letter) => letter.email === email);
  return /\/paminnelse\/[\w-]{43}/.exec(all.at(-1)?.body ?? '')?.[0] ?? '';
};
const confirm = async (email: string) => call.anyone.post(await linkTo(email), { do: 'confirm' });
const reminded = async () => (await letters('callReminder')).map(({ email }) => email).toSorted();
const tick = (at: Date) => applyDue({ db, log, config }, at);
/** Eight weeks before the deadline, in the morning. */
const after = addDays(closes_at, -55);

t.test('a letter with a link comes first, and opening the link says yes to nothing', async (t) => {
  t.equal((await ask('Kari@Kommune.example')).headers.location, '/paminnelse?gjort=sendt');
  const link = await linkTo('kari@kommune.example');
  t.ok(link);
  const page = await call.anyone.get(link);
  t.match(page.body, /Skal vi sende en påminnelse om Etikkprisen 2026 til kari@kommune\.example/);
  t.match(await db.selectFrom('call_reminders').select('confirmed_at').execute(), [{ confirmed_at: null }]);
  t.equal((await confirm('kari@kommune.example')).statusCode, 303);
  t.match((await call.anyone.get(link)).body, /Vi minner kari@kommune\.example på Etikkprisen 2026, \d+\. /);
  const [row] = await db.selectFrom('call_reminders').selectAll().execute();
  t.notMatch(JSON.stringify(row), link.split('/').at(-1), 'the secret itself is kept nowhere');
});

t.test('an address that is there already is answered like any other, and stays there once', async (t) => {
  const [known, unknown] = [await ask('kari@kommune.example'), await ask('ny@kommune.example')];
  t.same([known.statusCode, known.headers.location], [unknown.statusCode, unknown.headers.location]);
  await confirm('kari@kommune.example');
  const rows = await db
    .selectFrom('call_reminders')
    .select('email')
    .where('confirmed_at', 'is not', null)
    .execute();
  t.same(rows, [{ email: 'kari@kommune.example' }]);
});

t.test('bad addresses, links that nobody has, and too much of it', async (t) => {
  const wrong = await ask('ikke en adresse');
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, 'value="ikke en adresse"');
  t.equal((await call.anyone.get(`/paminnelse/${'x'.repeat(43)}`)).statusCode, 410);
  t.equal((await call.anyone.post(`/paminnelse/${'x'.repeat(43)}`, { do: 'remove' })).statusCode, 410);
  for (let i = 0; i < 3; i++) await ask('ofte@kommune.example');
  t.equal((await ask('ofte@kommune.example')).statusCode, 429, 'three a day to one address');
  const many = [];
  for (let i = 0; i < 20; i++) many.push((await ask(`mange${i}@kommune.example`)).statusCode);
  t.ok(many.includes(429), 'and twenty from one network');
  await sql`select forget('reminders', array(select id from call_reminders where email <> 'kari@kommune.example'), now())`.execute(
    db,
  );
});

t.test(
  'never in the summer holiday: where eight weeks before the deadline is in it, on the Monday after',
  async (t) => {
    const times = async (deadline: string) =>
      (
        await sql<{
          at: Date;
        }>`select at from call_reminder_times(${osloInstant(deadline)}) as at order by at`.execute(db)
      ).rows.map(({ at }) => formatDateTime(at, 'nb'));
    t.same(await times('2026-10-16'), ['20. august 2026 kl. 08.00', '1. oktober 2026 kl. 08.00']);
    t.same(await times('2026-09-16'), ['10. august 2026 kl. 08.00', '1. september 2026 kl. 08.00']);
    t.same(await times('2026-08-25'), ['10. august 2026 kl. 08.00'], 'both on the same day are one');
    t.same(await times('2027-03-02'), ['4. januar 2027 kl. 08.00', '15. februar 2027 kl. 08.00']);
  },
);

t.test('after the summer holiday, to those who said yes, once', async (t) => {
  await tick(addDays(closes_at, -57));
  t.same(await reminded(), []);
  const due = await Promise.all([tick(after), tick(after), tick(after)]);
  t.equal(
    due.reduce((sum, { callReminded }) => sum + callReminded, 0),
    1,
    'three servers, one letter',
  );
  await tick(addDays(closes_at, -1));
  t.same(await reminded(), ['kari@kommune.example']);
  const [letter] = await letters('callReminder');
  t.match(letter, {
    subject: 'Du kan søke Etikkprisen 2026 nå',
    body: /eneste påminnelsen[\s\S]*\/utlysning/,
  });
});

t.test('who asks later is reminded two weeks before; who takes it back is not', async (t) => {
  await call.setClock(after);
  await ask('sen@kommune.example');
  await confirm('sen@kommune.example');
  await ask('angret@kommune.example');
  await confirm('angret@kommune.example');
  const link = await linkTo('angret@kommune.example');
  t.equal((await call.anyone.post(link, { do: 'remove' })).headers.location, '/paminnelse?gjort=fjernet');
  t.equal((await call.anyone.get(link)).statusCode, 410);
  await tick(addMinutes(after, 60));
  t.same(await reminded(), ['kari@kommune.example'], 'not at once');
  await tick(addDays(closes_at, -13));
  t.same(await reminded(), ['kari@kommune.example', 'sen@kommune.example']);
  t.match((await call.anyone.get(await linkTo('sen@kommune.example'))).body, /Vi har minnet sen@kommune/);
  t.notMatch(JSON.stringify(await db.selectFrom('letters').selectAll().execute()), 'angret@kommune.example');
});

t.test('the secretariat stops the next one, lets it go after all, or sends it at once', async (t) => {
  const own = await openCall(t);
  const secretary = await own.as('secretary@example.no');
  const api = `/api/v1/editions/${own.year.id}/reminders`;
  const say = async (email: string) => {
    await own.anyone.post('/paminnelse', { email });
    const [letter] = await own.services.db
      .selectFrom('letters')
      .select('body')
      .where('template', '=', 'callReminderLink')
      .where('email', '=', email)
      .execute();
    await own.anyone.post(/\/paminnelse\/[\w-]{43}/.exec(letter!.body)![0], { do: 'confirm' });
  };
  const got = async () =>
    (
      await own.services.db
        .selectFrom('letters')
        .select('email')
        .where('template', '=', 'callReminder')
        .execute()
    )
      .map(({ email }) => email)
      .toSorted();
  const due = async (at: Date) => (await applyDue({ ...own.services, log }, at)).callReminded;
  const list = async () =>
    (await secretary.get(api))
      .json<{ reminders: { kind: string; at: string; count: number; stopped: boolean; isNext: boolean }[] }>()
      .reminders.filter(({ kind }) => kind === 'call');
  const order = (type: string, at: string, rest: object = {}, who = secretary) =>
    who.post(`${api}/events`, { type, kind: 'call', at, ...rest });

  await own.setClock(addDays(own.dates.opens_at, -1));
  await say('en@kommune.example');
  const [first] = await list();
  t.match(first, { count: 1, stopped: false, isNext: false });
  const coming = (await secretary.get(`/api/v1/editions/${own.year.id}`)).json<{
    coming: { what: string; count: number | null }[];
  }>().coming;
  for (const what of ['remindCall', 'forgetAsked'])
    t.match(
      coming.filter((one) => one.what === what),
      [{ count: 1 }],
      'what the service will do by itself is announced',
    );
  t.equal(
    (await order('stop', first!.at, { reason: 'x' }, await own.as('juror@example.no'))).statusCode,
    403,
  );
  t.equal((await order('stop', first!.at, { reason: 'Vi flytter fristen' })).statusCode, 204);
  t.match(await list(), [{ stopped: true }]);
  const summer = osloInstant(new Date(first!.at).toISOString().slice(0, 10), '23:00');
  t.equal(await due(summer), 0, 'it does not go');
  t.equal((await order('resume', first!.at)).statusCode, 204);
  t.equal(await due(addMinutes(new Date(first!.at), -1)), 0, 'nor before its moment');

  t.match(await list(), [{ isNext: false }]);
  t.equal((await order('sendNow', first!.at)).statusCode, 409, 'nor before one can apply');
  await own.setClock(own.during);
  t.equal((await order('sendNow', first!.at)).statusCode, 204);
  const both = await Promise.all([due(own.during), due(own.during)]);
  t.equal(both[0] + both[1], 1, 'two servers, one letter');
  t.same(await got(), ['en@kommune.example']);
  t.same(await list(), [], 'what was sent at once is no more to come');
  await own.setClock(addDays(own.during, 1));
  await say('to@kommune.example');
  t.equal(await due(summer), 1, 'who asks after that is reminded at the moment itself');
  t.same(await got(), ['en@kommune.example', 'to@kommune.example'], 'and nobody twice');
  t.same(own.errors, []);
});

t.test('what the secretariat has stopped is not promised', async (t) => {
  const own = await openCall(t);
  const secretary = await own.as('secretary@example.no');
  await own.setClock(addDays(own.dates.closes_at, -20));
  const page = async () => (await own.anyone.get('/paminnelse')).body;
  await own.anyone.post('/paminnelse', { email: 'en@kommune.example' });
  const [letter] = await own.services.db
    .selectFrom('letters')
    .select('body')
    .where('template', '=', 'callReminderLink')
    .execute();
  await own.anyone.post(/\/paminnelse\/[\w-]{43}/.exec(letter!.body)![0], { do: 'confirm' });
  t.match(await page(), 'Vi sender deg én e-post');
  const api = `/api/v1/editions/${own.year.id}/reminders`;
  const { reminders } = (await secretary.get(api)).json<{ reminders: { kind: string; at: string }[] }>();
  const { at } = reminders.find(({ kind }) => kind === 'call')!;
  const stopped = await secretary.post(`${api}/events`, {
    type: 'stop',
    kind: 'call',
    at,
    reason: 'Fristen blir flyttet',
  });
  t.equal(stopped.statusCode, 204, stopped.body);
  t.match(await page(), 'ikke sender flere påminnelser');
  t.equal((await own.anyone.post('/paminnelse', { email: 'to@kommune.example' })).statusCode, 409);
});

t.test('so near the deadline that no reminder is left, none is promised', async (t) => {
  const own = await openCall(t);
  const near = addDays(own.dates.closes_at, -15);
  await own.setClock(near);
  await own.anyone.post('/paminnelse', { email: 'tidlig@kommune.example' });
  const letter = await own.services.db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', 'tidlig@kommune.example')
    .executeTakeFirstOrThrow();
  const link = /\/paminnelse\/[\w-]{43}/.exec(letter.body ?? '')?.[0] ?? '';
  await own.setClock(addDays(near, 3));
  const late = await own.anyone.post('/paminnelse', { email: 'sein@kommune.example' });
  t.equal(late.statusCode, 409);
  for (const { body } of [late, await own.anyone.get('/paminnelse')]) {
    t.match(body, /kort tid igjen at vi ikke sender flere påminnelser\./);
    t.match(body, /Fristen er /);
    t.match(body, '/kalender.ics', 'the calendar can remind');
    t.notMatch(body, 'name="email"');
    t.same(await htmlProblems(body), []);
  }
  t.equal(
    (await own.anyone.post('/api/v1/call-reminders', { email: 'sein@kommune.example' })).statusCode,
    409,
  );
  const page = await own.anyone.get(link);
  t.match(page.body, /ikke sender flere påminnelser/, 'whoever presses the link that late is told so');
  t.notMatch(page.body, 'value="confirm"');
  t.match(page.body, 'value="remove"');
});

t.test('who never pressed the link is forgotten after a week', async (t) => {
  await ask('aldri@kommune.example');
  await tick(addDays(after, 6));
  t.match(JSON.stringify(await db.selectFrom('call_reminders').select('email').execute()), 'aldri');
  await tick(addDays(after, 8));
  t.notMatch(JSON.stringify(await db.selectFrom('call_reminders').select('email').execute()), 'aldri');
});

t.test('when the call has closed every address is gone, also from the letters', async (t) => {
  await tick(closes_at);
  t.same(await db.selectFrom('call_reminders').selectAll().execute(), []);
  const left = JSON.stringify(await db.selectFrom('letters').selectAll().execute());
  for (const name of ['kari@', 'sen@', 'aldri@']) t.notMatch(left, name);
  await call.setClock(closes_at);
  t.equal((await ask('for.sent@kommune.example')).statusCode, 409);
  t.match((await call.anyone.get('/paminnelse')).body, 'Ingen utlysning er åpen nå');
  t.match((await call.anyone.post('/api/v1/call-reminders', { email: 'a@kommune.example' })).statusCode, 409);
  t.same(call.errors, []);
});
