/**
 * The only place that knows what time it is. Domain time comes from a `Clock` and is passed on as a plain
 * `now`; sign-in sessions, links and rate limits use `realNow`. In the demo the clock is a row that every
 * server reads, so that it can be moved.
 */
import type { Database } from './db/open.ts';

/** Tells the time of the domain. */
export interface Clock {
  now(): Promise<Date>;
}

/** Real time, for what protects people (sessions, links, limits) and for measuring. */
export function realNow(): Date {
  return new Date();
}

/** What every entry of an archive says of its age, in whatever zone the server stands: the earliest that the format knows. */
export const archiveDate = new Date(1980, 0, 1);

/** An instant from milliseconds since 1970 or from an ISO 8601 text with an offset. */
export function instant(from: number | string): Date {
  const made = new Date(from);
  if (Number.isNaN(made.getTime())) throw new RangeError(`not an instant: ${from}`);
  return made;
}

export const realClock: Clock = { now: async () => realNow() };

/** A clock for tests: stands still until it is set. */
export function fixedClock(start: Date | string): Clock & { set(to: Date | string): void } {
  let current = instant(typeof start === 'string' ? start : start.getTime());
  return {
    now: async () => instant(current.getTime()),
    set: (to) => {
      current = instant(typeof to === 'string' ? to : to.getTime());
    },
  };
}

/** Setting of the demo's clock: `running` goes on from `set_to`, otherwise it stands still there. */
export interface ClockSetting {
  set_to: Date;
  set_at: Date;
  running: boolean;
}

/** The domain's time by a setting; without one it is real time. */
export function timeBy(setting: ClockSetting | undefined, real: Date): Date {
  if (!setting) return real;
  if (!setting.running) return setting.set_to;
  return instant(setting.set_to.getTime() + real.getTime() - setting.set_at.getTime());
}

/** The demo's clock: the row `demo_clock`, read each time it is asked. */
export function databaseClock(db: Database): Clock {
  return {
    async now() {
      const setting = await db
        .selectFrom('demo_clock')
        .select(['set_to', 'set_at', 'running'])
        .executeTakeFirst();
      return timeBy(setting, realNow());
    },
  };
}

/** Moves the demo's clock for every server at once; null gives real time back. */
export async function setDatabaseClock(
  db: Database,
  to: { at: Date; running: boolean } | null,
): Promise<void> {
  if (to === null) {
    await db.deleteFrom('demo_clock').execute();
    return;
  }
  const row = { set_to: to.at, set_at: realNow(), running: to.running };
  await db
    .insertInto('demo_clock')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

const ZONE = 'Europe/Oslo';

/** Why a date and time from a form is not an instant. `skipped` and `twice` happen when the clocks change. */
export type TimeFault = 'notDate' | 'notTime' | 'timeSkipped' | 'timeTwice';
export type OsloTime = { ok: true; instant: Date } | { ok: false; fault: TimeFault };

/**
 * Reads a date (2026-10-14) and a time (23:59 or 23.59) as people in Norway mean them. A time that the
 * change of clocks skips, or that comes twice, is refused with its reason: guessing would move a deadline.
 */
export function parseOslo(date: string, time: string): OsloTime {
  const day = parseDate(date);
  if (!day) return { ok: false, fault: 'notDate' };
  const clock = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim());
  if (!clock) return { ok: false, fault: 'notTime' };
  const local = day.toPlainDateTime({ hour: Number(clock[1]), minute: Number(clock[2]) });
  const earlier = local.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(ZONE, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { ok: true, instant: instant(earlier.epochMilliseconds) };
  }
  // In a gap both answers are other clock faces; in an overlap both show the time that was asked for.
  return { ok: false, fault: earlier.toPlainDateTime().equals(local) ? 'timeTwice' : 'timeSkipped' };
}

/**
 * A deadline as people write it. 23.59 includes its whole minute, so it is stored as the midnight after:
 * every deadline is the first instant that is too late.
 */
export function parseOsloDeadline(date: string, time: string): OsloTime {
  const read = parseOslo(date, time);
  if (!read.ok || !/^23[.:]59$/.test(time.trim())) return read;
  return { ok: true, instant: instant(read.instant.getTime() + 60_000) };
}

/** parseOslo for times that are known to exist: code, seeds and tests. Throws on others. */
export function osloInstant(date: string, time = '00:00'): Date {
  const read = parseOslo(date, time);
  if (!read.ok) throw new RangeError(`${date} ${time}: ${read.fault}`);
  return read.instant;
}

function parseDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return undefined;
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: 'reject' });
  } catch {
    return undefined; // 31 June
  }
}

const inOslo = (at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);

/** Date and time as form fields want them: { date: '2026-10-14', time: '12:00' }. */
export function osloFields(at: Date): { date: string; time: string } {
  const zoned = inOslo(at);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The fields of a deadline: midnight is written as 23:59 of the day before. */
export function osloDeadlineFields(at: Date): { date: string; time: string } {
  const zoned = inOslo(at);
  return osloFields(zoned.hour === 0 && zoned.minute === 0 ? instant(at.getTime() - 60_000) : at);
}

/** Midnight in Oslo of the day that holds this instant. */
export function startOfDay(at: Date): Date {
  return instant(inOslo(at).startOfDay().epochMilliseconds);
}

/** The same time of day so many days later in Oslo; negative goes back. A day may have 23 or 25 hours. */
export function addDays(at: Date, days: number): Date {
  return instant(inOslo(at).add({ days }).epochMilliseconds);
}

/** So many minutes later; negative goes back. */
export function addMinutes(at: Date, minutes: number): Date {
  return instant(at.getTime() + minutes * 60_000);
}

/** The year in Oslo. */
export function yearOf(at: Date): number {
  return inOslo(at).year;
}

export type OsloDay = Temporal.PlainDate;

/** The day in Oslo that an instant falls on. Of a `deadline` it is the day that people know it by: midnight ends the day before. */
export function dayOf(at: Date, deadline = false): OsloDay {
  const zoned = inOslo(at);
  const midnight = zoned.hour === 0 && zoned.minute === 0;
  return zoned.toPlainDate().subtract({ days: deadline && midnight ? 1 : 0 });
}

/** Its number among the weeks of the year, as calendars in Norway count them (ISO 8601). */
export const isoWeek = (day: OsloDay): number => day.weekOfYear ?? 0;
