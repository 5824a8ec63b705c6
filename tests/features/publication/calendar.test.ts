/** The dates of the call as a calendar, read by a library that did not write it. */
import ICAL from 'ical.js';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { iCalendar } from '../../../src/platform/icalendar.ts';
import { playground } from '../../helpers/client.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
const octets = (file: string) => Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)));

t.test('four dates, in every language; a date that moves moves the same event', async (t) => {
  const site = await playground(t);
  const { db } = site.services;
  const year = await plannedYear(db);
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
  await db
    .updateTable('editions')
    .set({ ceremony_at: addDays(dates.ceremony_at, 7), ceremony_place: 'Rådhuset; Oslo, Norge' })
    .where('id', '=', year.id)
    .execute();
  await site.setClock(addDays(dates.opens_at, 2));
  const after = eventsOf((await site.anyone.get('/kalender.ics')).body);
  t.same(
    after.map(({ uid }) => uid),
    before.map(({ uid }) => uid),
  );
  t.equal(after[3]?.startDate.toJSDate().getTime(), addDays(dates.ceremony_at, 7).getTime());
  t.equal(after[3]?.location, 'Rådhuset; Oslo, Norge');
  t.match((await site.anyone.get('/utlysning')).body, 'href="/kalender.ics"');
});

t.test('any text comes back as it was', (t) => {
  const summary = `Æ, "ø"; \\å\nto linjer ${'🏛️ lang '.repeat(40)}`;
  const file = iCalendar(
    [{ uid: 'x,y;z', at: new Date('2026-03-29T01:30:00Z'), summary, url: 'https://example.no/a,b' }],
    { name: 'Navn; med, tegn', stamp: new Date('2026-01-01T00:00:00Z') },
  );
  const [event] = eventsOf(file);
  t.equal(event?.summary, summary);
  t.equal(event?.uid, 'x,y;z');
  t.equal(event?.startDate.toJSDate().toISOString(), '2026-03-29T01:30:00.000Z');
  t.ok(octets(file) <= 75);
  t.end();
});
