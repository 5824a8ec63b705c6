/** Dates, numbers and lists as people here write them. Always Europe/Oslo, whatever the server thinks. */
import { durationIn, type Units } from '../browser/duration.ts';
import type { Lang } from './index.ts';

const ZONE = 'Europe/Oslo';
/** What a language is called where machines read it: in a PDF, to Intl. */
export const LOCALES: Record<Lang, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const DAY_MS = 86_400_000;

function perLanguage<T>(make: (locale: string) => T): Record<Lang, T> {
  return { nb: make(LOCALES.nb), nn: make(LOCALES.nn), en: make(LOCALES.en) };
}

const parts = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: ZONE,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'shortOffset',
    }),
);
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const shares = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
// Names are sorted the Norwegian way in every language: an order must not change with the reader.
const collator = new Intl.Collator('nb', { numeric: true });

interface Pieces {
  weekday: string;
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
  second: string;
  timeZoneName: string;
}

function pieces(instant: Date | number, lang: Lang): Pieces {
  const found: Record<string, string> = {};
  for (const part of parts[lang].formatToParts(instant)) found[part.type] = part.value;
  return found as unknown as Pieces;
}

const dayMonthYear = (p: Pieces, lang: Lang): string =>
  lang === 'en' ? `${p.day} ${p.month} ${p.year}` : `${p.day}. ${p.month} ${p.year}`;
const clock = (p: Pieces, lang: Lang): string =>
  lang === 'en' ? `${p.hour}:${p.minute}` : `kl. ${p.hour}.${p.minute}`;

/** A name as it stands within a sentence: one that begins with an abbreviation keeps its letters. */
export const withinSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** "9. desember 2022" / "9 December 2022". */
export function formatDate(instant: Date, lang: Lang): string {
  return dayMonthYear(pieces(instant, lang), lang);
}

/** "fredag 9. desember 2022". */
export function formatWeekday(instant: Date, lang: Lang): string {
  const p = pieces(instant, lang);
  return `${p.weekday} ${dayMonthYear(p, lang)}`;
}

/** "kl. 12.00" / "12:00". */
export function formatTime(instant: Date, lang: Lang): string {
  return clock(pieces(instant, lang), lang);
}

/** "9. desember 2022 kl. 12.00" / "9 December 2022 at 12:00". */
export function formatDateTime(instant: Date, lang: Lang): string {
  return dateTime(instant, lang);
}

function dateTime(instant: Date | number, lang: Lang): string {
  const p = pieces(instant, lang);
  return `${dayMonthYear(p, lang)}${lang === 'en' ? ' at ' : ' '}${clock(p, lang)}`;
}

const ZONE_WORDS: Record<Lang, string> = { nb: 'norsk tid', nn: 'norsk tid', en: 'Norwegian time' };

/** Date, time to the second and zone, for receipts and records: "… kl. 12.00.07 (norsk tid, GMT+1)". */
export function formatExact(instant: Date, lang: Lang): string {
  const p = pieces(instant, lang);
  const seconds = lang === 'en' ? `:${p.second}` : `.${p.second}`;
  return `${formatDateTime(instant, lang)}${seconds} (${ZONE_WORDS[lang]}, ${p.timeZoneName})`;
}

/**
 * A deadline. The stored instant is the first one that is too late, so a deadline at midnight is shown
 * as the last minute that counts: stored 15 October 00.00 reads "14. oktober 2022 kl. 23.59".
 */
export function formatDeadline(instant: Date, lang: Lang): string {
  const p = pieces(instant, lang);
  const atMidnight = p.hour === '00' && p.minute === '00';
  // A minute before, as an instant: reckoning on the clock face would be wrong at a change of the clocks.
  return dateTime(atMidnight ? instant.getTime() - 60_000 : instant, lang);
}

/** The last day of a time that ends at midnight: what ends at the beginning of the 6th ends on the 5th. */
export const formatLastDay = (end: Date, lang: Lang): string =>
  dayMonthYear(pieces(end.getTime() - 1, lang), lang);

/** A deadline with its zone: "14. oktober 2022 kl. 23.59 (norsk tid)". */
export const formatDeadlineExact = (instant: Date, lang: Lang): string =>
  `${formatDeadline(instant, lang)} (${ZONE_WORDS[lang]})`;

/** The words of a length of time, also for browser scripts. */
export const DURATION_UNITS: Record<Lang, Units> = {
  nb: {
    day: ['dag', 'dager'],
    hour: ['time', 'timer'],
    minute: ['minutt', 'minutter'],
    under: 'under ett minutt',
    and: 'og',
  },
  nn: {
    day: ['dag', 'dagar'],
    hour: ['time', 'timar'],
    minute: ['minutt', 'minutt'],
    under: 'under eitt minutt',
    and: 'og',
  },
  en: {
    day: ['day', 'days'],
    hour: ['hour', 'hours'],
    minute: ['minute', 'minutes'],
    under: 'less than a minute',
    and: 'and',
  },
};

/** A length of time in at most two words: "12 dager", "3 timer og 5 minutter", "under ett minutt". */
export const formatDuration = (milliseconds: number, lang: Lang): string =>
  durationIn(milliseconds, DURATION_UNITS[lang]);

/** How long to wait, rounded up: "40 sekunder", "12 minutter". */
export function formatWait(seconds: number, lang: Lang): string {
  if (seconds >= 60) return formatDuration(Math.ceil(seconds / 60) * 60_000, lang);
  return `${seconds} ${{ nb: seconds === 1 ? 'sekund' : 'sekunder', nn: 'sekund', en: seconds === 1 ? 'second' : 'seconds' }[lang]}`;
}

/** How far off an instant is: "om 12 dager", "for 3 timer siden" / "in 12 days", "3 hours ago". */
export function formatRelative(instant: Date, now: Date, lang: Lang): string {
  const ahead = instant.getTime() - now.getTime();
  const length = formatDuration(ahead, lang);
  if (lang === 'en') return ahead >= 0 ? `in ${length}` : `${length} ago`;
  if (ahead >= 0) return `om ${length}`;
  return lang === 'nn' ? `for ${length} sidan` : `for ${length} siden`;
}

/** 1234.5 as "1 234,5" (with a no-break space) / "1,234.5". */
export function formatNumber(value: number, lang: Lang): string {
  return numbers[lang].format(value);
}

/** A decimal figure that is text already, with the comma of the language; a true minus. */
export const formatDecimal = (shown: string, lang: Lang): string =>
  (lang === 'en' ? shown : shown.replace('.', ',')).replace('-', '−');

/** 0.5 as "50 %" (with a no-break space) / "50%". */
export function formatPercent(share: number, lang: Lang): string {
  return shares[lang].format(share);
}

const SIZES = ['B', 'kB', 'MB', 'GB'] as const;

/** Size of a file, decimal units: 1500 is "1,5 kB". */
export function formatBytes(bytes: number, lang: Lang): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < SIZES.length - 1) {
    value /= 1000;
    unit++;
  }
  const rounded = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${formatNumber(rounded, lang)}\u00a0${SIZES[unit]}`;
}

/** "a, b og c" / "a, b and c". */
export function formatList(items: readonly string[], lang: Lang): string {
  return lists[lang].format(items);
}

/** An applicant by name: the organisation, and the part of it where only a part applies; empty where there is none. */
export const applicantName = (organisation: string | null, unit: string | null): string =>
  [organisation, unit].filter(Boolean).join(', ');

/** For sort(): Norwegian order, æ ø å last and aa as å; numbers inside names count as numbers. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Whole days from one instant to another, rounded up: what is left of a deadline. */
export function daysUntil(instant: Date, now: Date): number {
  return Math.ceil((instant.getTime() - now.getTime()) / DAY_MS);
}
