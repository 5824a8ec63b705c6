/** The dates of the call for one's own calendar. A calendar that subscribes follows when a date moves. */
import { addMinutes, instant } from '../../platform/clock.ts';
import { iCalendar, type CalendarEvent } from '../../platform/icalendar.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PublicYear } from './public-queries.ts';

/** What is dated of the years: only what stands on the public page of the call. */
export function callCalendar(years: readonly PublicYear[], baseUrl: string, lang: Lang): string {
  const t = texts(lang).publicSite;
  const events = years.flatMap(({ edition }): CalendarEvent[] => {
    const { year, ceremonyPlace, closesAt } = edition;
    const shared = {
      url: baseUrl + publicHref(lang, '/utlysning'),
      cancelled: edition.phase === 'cancelled',
    };
    const event = (
      what: string,
      at: Date,
      label: string,
      more: Partial<CalendarEvent> = {},
    ): CalendarEvent => ({
      uid: `${what}-${year}@${new URL(baseUrl).hostname}`,
      at,
      summary: `Etikkprisen ${year}: ${label}`,
      ...shared,
      ...more,
    });
    // Shown as the last minute that counts, as on the page: at midnight a calendar would say the day after.
    const lastMinute = addMinutes(closesAt, -1);
    return [
      event('opens', edition.opensAt, t.call.opens),
      event('deadline', lastMinute, t.call.deadline, {
        description: `${formatDeadline(closesAt, lang)}. ${t.call.deadlineNote}`,
      }),
      event('finalists', edition.finalistsAt, t.call.finalists),
      event(
        'ceremony',
        edition.ceremonyAt,
        t.call.ceremony,
        ceremonyPlace ? { location: ceremonyPlace } : {},
      ),
    ];
  });
  const stamp = years[0]?.edition.announcedAt ?? instant(0);
  return iCalendar(events, { name: t.feed.title, stamp });
}
