import fc from 'fast-check';
import t from 'tap';
import {
  addDays,
  databaseClock,
  fixedClock,
  instant,
  osloDeadlineFields,
  osloFields,
  osloInstant,
  parseOslo,
  parseOsloDeadline,
  realNow,
  setDatabaseClock,
  startOfDay,
  timeBy,
  yearOf,
} from '../../src/platform/clock.ts';
import { testDatabase } from '../helpers/database.ts';

const iso = (at: Date): string => at.toISOString();

t.test('a form’s date and time is what people in Norway mean', async (t) => {
  const read = (date: string, time: string): string => {
    const result = parseOslo(date, time);
    return result.ok ? iso(result.instant) : result.fault;
  };
  t.equal(read('2026-10-14', '12:00'), '2026-10-14T10:00:00.000Z');
  t.equal(read('2026-12-09', '12.00'), '2026-12-09T11:00:00.000Z', 'winter, with the Norwegian full stop');
  t.equal(read(' 2026-12-09 ', ' 9.05 '), '2026-12-09T08:05:00.000Z');
  t.equal(read('2026-06-31', '12:00'), 'notDate');
  t.equal(read('14.10.2026', '12:00'), 'notDate');
  t.equal(read('2026-10-14', '24:00'), 'notTime');
  t.equal(read('2026-10-14', '12'), 'notTime');
  t.equal(read('2026-03-29', '02:30'), 'timeSkipped', 'the clocks go forward');
  t.equal(read('2026-10-25', '02:30'), 'timeTwice', 'the clocks go back');
  t.equal(read('2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z');
  t.equal(read('2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
  t.throws(() => osloInstant('2026-03-29', '02:30'), RangeError);
});

t.test('"kl. 23.59" includes that minute: stored as the midnight after', async (t) => {
  const read = (date: string, time: string): string => {
    const result = parseOsloDeadline(date, time);
    return result.ok ? iso(result.instant) : result.fault;
  };
  t.equal(read('2026-10-14', '23:59'), '2026-10-14T22:00:00.000Z');
  t.equal(read('2026-10-14', '23.59'), iso(osloInstant('2026-10-15', '00:00')));
  t.equal(read('2026-10-14', '12:00'), '2026-10-14T10:00:00.000Z');
  t.same(osloDeadlineFields(osloInstant('2026-10-15')), { date: '2026-10-14', time: '23:59' });
  t.same(osloDeadlineFields(osloInstant('2026-10-14', '12:00')), { date: '2026-10-14', time: '12:00' });
  t.same(osloFields(osloInstant('2026-10-15')), { date: '2026-10-15', time: '00:00' });
});

t.test('fields and instants are each other’s inverse, at every minute that exists once', async () => {
  const start = osloInstant('2020-01-01').getTime();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 * 366 * 1440 }), (minutes) => {
      const at = instant(start + minutes * 60_000);
      const { date, time } = osloFields(at);
      const back = parseOslo(date, time);
      return back.ok ? back.instant.getTime() === at.getTime() : back.fault === 'timeTwice';
    }),
  );
});

t.test('days in Oslo have 23, 24 or 25 hours', async (t) => {
  const hours = (from: string): number =>
    (addDays(osloInstant(from), 1).getTime() - osloInstant(from).getTime()) / 3_600_000;
  t.same(['2026-03-29', '2026-06-01', '2026-10-25'].map(hours), [23, 24, 25]);
  t.equal(iso(startOfDay(instant('2026-10-14T22:30:00Z'))), iso(osloInstant('2026-10-15')));
  t.equal(yearOf(instant('2026-12-31T23:30:00Z')), 2027);
});

t.test('a fixed clock stands still, and nobody can move it through what it gives out', async (t) => {
  const clock = fixedClock('2026-10-14T10:00:00Z');
  (await clock.now()).setFullYear(1999);
  t.equal(iso(await clock.now()), '2026-10-14T10:00:00.000Z');
  clock.set('2026-10-15T10:00:00Z');
  t.equal(iso(await clock.now()), '2026-10-15T10:00:00.000Z');
});

t.test('the demo’s clock is a row that every server reads', async (t) => {
  const { db } = await testDatabase(t);
  const [one, other] = [databaseClock(db), databaseClock(db)];
  const close = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) < 5000;
  t.ok(close(await one.now(), realNow()), 'without a row it is real time');
  const at = osloInstant('2022-10-14', '12:00');
  await setDatabaseClock(db, { at, running: false });
  t.same(await other.now(), at, 'stands still');
  await setDatabaseClock(db, { at, running: true });
  t.ok(close(await other.now(), at), 'goes on from there');
  const setting = { set_to: at, set_at: instant('2026-01-01T00:00:00Z'), running: true };
  t.equal(iso(timeBy(setting, instant('2026-01-01T01:00:00Z'))), iso(instant(at.getTime() + 3_600_000)));
  await setDatabaseClock(db, null);
  t.ok(close(await one.now(), realNow()));
});
