/** The dates of the call for one's own calendar. A calendar that subscribes follows when a date moves. */
import { iCalendar } from '../../platform/icalendar.ts';
import { publicHref } from '../../ui/links.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { calendarEvents } from '../editions/dates-calendar.ts';
import type { PublicYear } from './public-queries.ts';

/** What is dated of the years: only what stands on the public page of the call. */
export function callCalendar(years: readonly PublicYear[], baseUrl: string, lang: Lang): string {
  const url = baseUrl + publicHref(lang, '/utlysning');
  const events = years.flatMap(({ edition }) =>
    Object.values(calendarEvents({ ...edition, cancelled: edition.phase === 'cancelled' }, lang, url)),
  );
  return iCalendar(events, { name: texts(lang).publicSite.feed.title });
}
