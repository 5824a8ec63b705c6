/** The dates of the call as a calendar, read by a library that did not write it. */
import ICAL from 'ical.js';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { iCalendar } from '../../../src/platform/icalendar.ts';
import { playground } from '../../helpers/client.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
const stateOf = (event?: ICAL.Event) => ({
  method: event?.component.parent.getFirstPropertyValue('method'),
  status: event?.component.getFirstPropertyValue('status'),
  sequence: event?.sequence ?? -1,
  lastModified: String(event?.component.getFirstPropertyValue('last-modified')),
});
const octets = (file: string) => Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)));

t.test('four dates, in every language; a date that moves moves the same event', async (t) => {
  const site = await playground(t);
  const { db } = site.services;
  const year = await plannedYear(db);
  await db
    .updateTable('editions')
    .set({ help_name: 'Sekretariatet "for" prisen', help_email: 'etikk@ks.example' })
    .execute();
  const dates = await datesOf(db, year.id);
  await site.setClock(addDays(dates.opens_at, -8));
  t.same(
    eventsOf((await site.anyone.get('/kalender.ics')).body),
    [],
    'nothing of a call that is not announced',
  );
  await year.send('secretary', addDays(dates.opens_at, -7), 'announce');
  await site.setClock(addDays(dates.opens_at, 1));
  for (const address of ['/kalender.ics', '/nn/kalender.ics', '/en/kalender.ics']) {
    const answer = await site.anyone.get(address);
    t.match(answer.headers, { 'content-type': 'text/calendar; charset=utf-8' });
    t.match(answer.headers.etag, /./);
    const events = eventsOf(answer.body);
    t.same(
      events.map(({ startDate }) => startDate.toJSDate()),
      [dates.opens_at, new Date(dates.closes_at.getTime() - 60_000), dates.finalists_at, dates.ceremony_at],
    );
    t.ok(octets(answer.body) <= 75, 'no line is longer than it may be');
    t.equal((await site.anyone.get(address)).body, answer.body, 'the same each time');
  }
  const before = eventsOf((await site.anyone.get('/kalender.ics')).body);
  t.equal(before[3]?.location ?? '', dates.ceremony_place);
  t.match((await site.anyone.get('/utlysning')).body, 'href="/kalender.ics"');
  t.match(stateOf(before[3]), { method: 'PUBLISH', sequence: 0, status: 'CONFIRMED' });
  t.match(before[3]?.component.getFirstPropertyValue('organizer'), 'mailto:etikk@ks.example');

  const secretary = await site.as('secretary@example.no');
  const move = async (patch: object) =>
    (
      await secretary.send('PATCH', `/api/v1/editions/${year.id}`, {
        version: await year.version(),
        ...patch,
      })
    ).statusCode;
  let last = before;
  let at = addDays(dates.opens_at, 2);
  for (const [patch, moves] of [
    [{ ceremonyAt: addDays(dates.ceremony_at, 7).toISOString() }, true],
    [{ prizeAmount: 1 }, false],
    [{ helpPhone: '22 33 44 55', ceremonyAt: addDays(dates.ceremony_at, 7).toISOString() }, false],
    [{ ceremonyPlace: 'Rådhuset; Oslo, Norge' }, true],
    [{ closesAt: addDays(dates.closes_at, 1).toISOString() }, true],
  ] as const) {
    at = addDays(at, 1);
    await site.setClock(at);
    const sequence = stateOf(last[3]).sequence;
    t.equal(await move(patch), 'prizeAmount' in patch ? 409 : 200, JSON.stringify(patch));
    const now = eventsOf((await site.anyone.get('/kalender.ics')).body);
    t.same(
      now.map(({ uid }) => uid),
      before.map(({ uid }) => uid),
    );
    t.equal(stateOf(now[3]).sequence > sequence, moves, `${JSON.stringify(patch)}: the sequence`);
    if (moves) t.equal(stateOf(now[3]).lastModified, at.toISOString().replace('.000', ''));
    else t.same(stateOf(now[3]), stateOf(last[3]));
    last = now;
  }
  t.equal(last[3]?.startDate.toJSDate().getTime(), addDays(dates.ceremony_at, 7).getTime());
  t.equal(last[3]?.location, 'Rådhuset; Oslo, Norge');

  await year.send('secretary', addDays(at, 1), 'cancel', { reason: 'Ingen søknader' });
  await site.setClock(addDays(at, 1));
  const off = eventsOf((await site.anyone.get('/kalender.ics')).body);
  for (const [i, event] of off.entries()) {
    t.equal(event.uid, before[i]?.uid);
    t.match(stateOf(event), { method: 'PUBLISH', status: 'CANCELLED' });
    t.ok(stateOf(event).sequence > stateOf(last[i]).sequence);
  }
});

t.test('any text comes back as it was', (t) => {
  const summary = `Æ, "ø"; \\å\nto linjer ${'🏛️ lang '.repeat(40)}`;
  const file = iCalendar(
    [
      {
        uid: 'x,y;z',
        sequence: 3,
        changedAt: new Date('2026-01-01T00:00:00Z'),
        at: new Date('2026-03-29T01:30:00Z'),
        summary,
        url: 'https://example.no/a,b',
        organizer: { name: 'KS "etikk";\r\nX: y', email: 'a b@example.no\r\nX:y' },
      },
    ],
    { name: 'Navn; med, tegn', method: 'CANCEL' },
  );
  const [event] = eventsOf(file);
  t.equal(event?.summary, summary);
  t.equal(event?.uid, 'x,y;z');
  t.match(stateOf(event), { method: 'CANCEL', sequence: 3, lastModified: '2026-01-01T00:00:00Z' });
  t.equal(event?.component.getFirstPropertyValue('x'), null, 'no name begins a line of its own');
  t.equal(event?.startDate.toJSDate().toISOString(), '2026-03-29T01:30:00.000Z');
  t.ok(octets(file) <= 75);
  t.end();
});
