/** The ceremony moves, or there is none: one letter to each who has signed up, with what their calendar is to say (decision 127). */
import ICAL from 'ical.js';
import t from 'tap';
import { addDays, addMinutes, realNow } from '../../../src/platform/clock.ts';
import { formStamp } from '../../../src/platform/http/open-form.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db, config } = call.services;
const editionId = call.year.id;
const { ceremony_at } = call.dates;
const secretary = await call.as('secretary@example.no');
const change = async (patch: object) =>
  (
    await secretary.send('PATCH', `/api/v1/editions/${editionId}`, {
      version: await call.year.version(),
      ...patch,
    })
  ).statusCode;
const letters = () =>
  db
    .selectFrom('letters')
    .select(['email', 'template', 'language', 'state', 'error', 'body', 'calendar'])
    .where('key', 'like', 'ceremony-guest:%')
    .orderBy('created_at')
    .orderBy('email')
    .execute();
const queued = async () => (await letters()).filter(({ state }) => state === 'queued');
const arrive = () => db.updateTable('letters').set({ state: 'sent' }).where('state', '=', 'queued').execute();
const eventOf = (calendar: string | null) => {
  const file = new ICAL.Component(ICAL.parse(calendar ?? ''));
  const event = new ICAL.Event(file.getFirstSubcomponent('vevent') ?? undefined);
  return {
    method: file.getFirstPropertyValue('method'),
    status: event.component.getFirstPropertyValue('status'),
    uid: event.uid,
    at: event.startDate.toJSDate(),
    sequence: event.sequence,
  };
};
const ask = (name: string, language: string) =>
  call.anyone.post('/api/v1/ceremony-guests', { name, email: `${name}@kommune.example`, language });

await secretary.send('PUT', `/api/v1/editions/${editionId}/ceremony-signup`, {
  version: 0,
  mode: 'form',
  places: 2,
  closesAt: addDays(ceremony_at, -7).toISOString(),
});
for (const [name, language] of [
  ['ada', 'nb'],
  ['bo', 'nn'],
  ['cy', 'en'],
] as const)
  await ask(name, language);
await arrive();
const first = (await letters()).map(({ calendar }) => eventOf(calendar));

t.test('a ceremony that moves before the last day for signing up takes that day along', async (t) => {
  const year = await openCall(t);
  const its = year.services.db;
  const who = await year.as('secretary@example.no');
  const api = `/api/v1/editions/${year.year.id}`;
  const closesAt = addDays(year.dates.ceremony_at, -1);
  await who.send('PUT', `${api}/ceremony-signup`, {
    version: 0,
    mode: 'form',
    places: 2,
    closesAt: closesAt.toISOString(),
  });
  const move = async (at: Date) => {
    const answer = await who.send('PATCH', api, {
      version: await year.year.version(),
      ceremonyAt: at.toISOString(),
    });
    t.equal(answer.statusCode, 200, answer.body);
    return (await who.get(`${api}/ceremony-guests`)).json<{
      settings: { closesAt: string; version: number };
    }>().settings;
  };
  t.match(await move(addDays(closesAt, 5)), { closesAt: closesAt.toISOString(), version: 1 });
  const earlier = addDays(closesAt, -2);
  t.match(await move(earlier), { closesAt: earlier.toISOString(), version: 2 }, 'an open page of it is told');
  const log = (await who.get(`${api}/log`)).json<{ entries: { event: string; details: unknown[] }[] }>()
    .entries;
  t.match(
    log.find(({ event }) => event === 'shortenSignup'),
    { details: [{ value: earlier.toISOString() }] },
  );
  t.match(await move(addDays(earlier, 9)), { closesAt: earlier.toISOString() }, 'later, people decide');
  const before = await its
    .selectFrom('audit_events')
    .select('id')
    .where('event', '=', 'shortenSignup')
    .execute();
  t.equal(before.length, 1);
});

t.test('what is not the ceremony moves nobody', async (t) => {
  t.equal(first.length, 3);
  t.equal(await change({ helpPhone: '22 33 44 55', ceremonyAt: ceremony_at.toISOString() }), 200);
  t.same(await queued(), []);
});

t.test('one letter to each in their language; moved again before it went, only the last', async (t) => {
  const later = addDays(ceremony_at, 7);
  t.equal(await change({ ceremonyAt: later.toISOString() }), 200);
  t.equal((await queued()).length, 3);
  t.equal(await change({ ceremonyPlace: 'Rådhuset' }), 200);
  const now = await queued();
  t.same(
    now.map(({ email, template, language }) => [email, template, language]),
    [
      ['ada@kommune.example', 'ceremonyMoved', 'nb'],
      ['bo@kommune.example', 'ceremonyMoved', 'nn'],
      ['cy@kommune.example', 'ceremonyMoved', 'en'],
    ],
  );
  t.match(now[0]?.body, /Rådhuset[\s\S]*Plassen din gjelder fortsatt/);
  t.match(now[1]?.body, 'Plassen din gjeld framleis');
  t.match(now[2]?.body, 'still on the waiting list');
  for (const [i, { calendar }] of now.entries()) {
    const event = eventOf(calendar);
    t.match(event, { method: 'PUBLISH', status: i === 2 ? 'TENTATIVE' : 'CONFIRMED', at: later });
    t.equal(event.uid, first[i]?.uid);
    t.ok(event.sequence > (first[i]?.sequence ?? 0));
  }
  t.same(
    (await letters()).filter(({ error }) => error === 'outdated').length,
    3,
    'those of the first move do not go',
  );
  await arrive();
});

t.test('whoever has signed off hears no more, and none of it is left', async (t) => {
  const { token } = await db
    .selectFrom('ceremony_guests')
    .select('token')
    .where('email', '=', 'bo@kommune.example')
    .executeTakeFirstOrThrow();
  t.equal(
    (await call.anyone.post(`/api/v1/ceremony-guests/${token}/events`, { type: 'leave' })).statusCode,
    204,
  );
  t.equal(
    (await call.anyone.post(`/api/v1/ceremony-guests/${token}/events`, { type: 'leave' })).statusCode,
    204,
  );
  t.notMatch(JSON.stringify(await letters()), 'bo@kommune');
  t.notOk((await letters()).some(({ email, calendar }) => email === '' && calendar !== null));
  t.match((await queued())[0], { email: 'cy@kommune.example', template: 'ceremonyPlaceFree' });
});

t.test(
  'a year that is cancelled: what was to go does not, one letter says so, and nobody signs up',
  async (t) => {
    await call.year.send('secretary', await call.services.clock.now(), 'cancel', {
      reason: 'Ingen søknader',
    });
    const now = await queued();
    t.same(
      now.map(({ email, template }) => [email, template]),
      [
        ['ada@kommune.example', 'ceremonyCancelled'],
        ['cy@kommune.example', 'ceremonyCancelled'],
      ],
    );
    for (const { calendar } of now)
      t.match(eventOf(calendar), { method: 'CANCEL', status: 'CANCELLED', uid: first[0]?.uid });
    t.equal((await ask('di', 'nb')).statusCode, 409);
    const stamp = formStamp(config.sessionSecret, addMinutes(realNow(), -1));
    const refused = await call.anyone.post('/seremoni/pamelding', {
      name: 'Eli',
      email: 'eli@kommune.example',
      stamp,
    });
    t.equal(refused.statusCode, 409);
    t.match(refused.body, 'Ingen påmelding');
    const link = /\/seremoni\/pamelding\/[\w-]{43}/.exec(now[0]?.body ?? '')?.[0] ?? '';
    t.match((await call.anyone.get(link)).body, 'Seremonien er avlyst.');
  },
);
