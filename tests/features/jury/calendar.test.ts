/** A juror's deadline as a file for a calendar, read by ical.js: the same event for ever, moved with the date. */
import ICAL from 'ical.js';
import t from 'tap';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { judgingYear } from '../../helpers/jury-year.ts';

t.test(
  'the deadline of the assessments, for those who assess; it moves and stays the same event',
  async (t) => {
    const year = await judgingYear(t, ['Kanarifugl']);
    const { db } = year.services;
    const { nina: juror, secretary } = year.clients;
    const edition = () =>
      db
        .selectFrom('editions')
        .select(['judging_ends_at', 'version'])
        .where('id', '=', year.editionId)
        .executeTakeFirstOrThrow();
    const endsAt = async () => (await edition()).judging_ends_at;
    const event = async () => {
      const file = await juror.get('/jury/frist.ics');
      t.equal(file.statusCode, 200);
      t.match(file.headers['content-type'], /^text\/calendar/);
      t.match(file.headers['content-disposition'], /attachment; filename="etikkprisen-2026-jury\.ics"/);
      t.notMatch(file.body, /Kanarifugl/, 'nothing of an application');
      const [found] = new ICAL.Component(ICAL.parse(file.body)).getAllSubcomponents('vevent');
      return new ICAL.Event(found);
    };
    const first = await event();
    t.same(first.startDate.toJSDate(), addMinutes(await endsAt(), -1), 'the last minute that counts');
    const moved = await secretary.send('PATCH', `/api/v1/editions/${year.editionId}`, {
      version: (await edition()).version,
      judgingEndsAt: addDays(await endsAt(), 2).toISOString(),
    });
    t.equal(moved.statusCode, 200, moved.body);
    const second = await event();
    t.equal(second.uid, first.uid);
    t.ok(second.sequence > first.sequence, 'a calendar keeps the later one');
    t.same(second.startDate.toJSDate(), addDays(first.startDate.toJSDate(), 2));
    t.match((await juror.get('/jury')).body, /href="\/jury\/frist\.ics"/);
    t.equal((await (await year.as('applicant@example.no')).get('/jury/frist.ics')).statusCode, 404);
    t.equal((await year.anyone.get('/jury/frist.ics', { accept: 'text/html' })).statusCode, 303);
    t.same(year.errors, []);
  },
);
