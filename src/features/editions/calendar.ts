/**
 * What a calendar says of the dates of a year: week-ends, public holidays, weeks when people are away, phases that are too short.
 * It warns and never stops anybody: a secretariat may have its reasons.
 */
import { dayOf, isoWeek, type OsloDay } from '../../platform/clock.ts';
import {
  deadlines,
  type Caution,
  type DateName,
  type EditionDates,
  type Holiday,
} from './schema-readiness.ts';

/** Days of Norway that fall on the same date each year, as month-day. */
const fixed: Readonly<Record<string, Holiday>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '05-17': 'constitutionDay',
  '12-24': 'christmas',
  '12-25': 'christmas',
  '12-26': 'christmas',
  '12-31': 'newYearsEve',
};
/** Days counted from Easter Sunday. */
const movable: Readonly<Record<number, Holiday>> = {
  [-3]: 'maundyThursday',
  [-2]: 'goodFriday',
  [-1]: 'easter',
  0: 'easter',
  1: 'easter',
  39: 'ascension',
  49: 'pentecost',
  50: 'pentecost',
};
/** Weeks of the year: the schools' autumn holiday, by county in one of the two, and when most of Norway is on leave. */
const autumnWeeks = [40, 41];
const summerWeeks = [27, 28, 29, 30, 31];

/**
 * How many working days each phase wants, named by the date that ends it. `work`: people are asked to work in it, so that weeks when they
 * are away are worth a word even where the days suffice. A call goes over the summer by custom.
 */
const phases: readonly { from: DateName; to: DateName; atLeast: number; work: boolean }[] = [
  { from: 'announcesAt', to: 'opensAt', atLeast: 5, work: false },
  { from: 'opensAt', to: 'closesAt', atLeast: 20, work: false },
  { from: 'closesAt', to: 'judgingEndsAt', atLeast: 10, work: true },
  { from: 'judgingEndsAt', to: 'finalistsAt', atLeast: 5, work: true },
  { from: 'finalistsAt', to: 'ceremonyAt', atLeast: 10, work: true },
];

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterOf(year: number): { month: number; day: number } {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { month: Math.floor(n / 31), day: (n % 31) + 1 };
}

/** The public holiday, or the eve that is treated as one, on a day. */
export function holidayOn(day: OsloDay): Holiday | undefined {
  const easter = day.with({ ...easterOf(day.year) });
  return fixed[day.toString().slice(5)] ?? movable[easter.until(day, { largestUnit: 'days' }).days];
}

const isWeekend = (day: OsloDay): boolean => day.dayOfWeek > 5;
const isAutumn = (day: OsloDay): boolean => autumnWeeks.includes(isoWeek(day));
const isSummer = (day: OsloDay): boolean => summerWeeks.includes(isoWeek(day));
const isWorkingDay = (day: OsloDay): boolean =>
  !isWeekend(day) && !holidayOn(day) && !isAutumn(day) && !isSummer(day);

const onDay = (name: DateName, at: Date): OsloDay => dayOf(at, deadlines.includes(name));

/** What people should know of the dates before they are announced. */
export function cautions(dates: EditionDates): Caution[] {
  const names = Object.keys(dates) as DateName[];
  return [
    ...names.flatMap((name) => (dates[name] ? ofDay(name, dates[name]) : [])),
    ...phases.flatMap((one) => ofPhase(one, dates)),
  ];
}

function ofDay(field: DateName, at: Date): Caution[] {
  const day = onDay(field, at);
  const holiday = holidayOn(day);
  const kinds = [
    ...(isWeekend(day) ? (['weekend'] as const) : []),
    ...(isAutumn(day) ? (['autumnHoliday'] as const) : []),
    ...(isSummer(day) ? (['summerLeave'] as const) : []),
  ];
  return [
    ...(holiday ? [{ field, kind: 'holiday' as const, holiday }] : []),
    ...kinds.filter((kind) => kind !== 'weekend' || !holiday).map((kind) => ({ field, kind })),
  ];
}

function ofPhase({ from, to, atLeast, work }: (typeof phases)[number], dates: EditionDates): Caution[] {
  const [begins, ends] = [dates[from], dates[to]];
  // Out of order is an error of its own.
  if (!begins || !ends || begins > ends) return [];
  const days = daysOf(onDay(from, begins), onDay(to, ends));
  const working = days.filter(isWorkingDay).length;
  // A date within those weeks is warned about itself.
  const across = (away: (day: OsloDay) => boolean) =>
    work && days.some(away) && ![onDay(from, begins), onDay(to, ends)].some(away);
  return [
    ...(across(isAutumn) ? [{ field: to, kind: 'acrossAutumn' as const }] : []),
    ...(across(isSummer) ? [{ field: to, kind: 'acrossSummer' as const }] : []),
    ...(working < atLeast ? [{ field: to, kind: 'short' as const, days: working, atLeast }] : []),
  ];
}

/** The days after the first, to the last; no more than a year of them, whatever somebody has written. */
function daysOf(first: OsloDay, last: OsloDay): OsloDay[] {
  const count = Math.min(Math.max(first.until(last, { largestUnit: 'days' }).days, 0), 366);
  return Array.from({ length: count }, (_, i) => first.add({ days: i + 1 }));
}
