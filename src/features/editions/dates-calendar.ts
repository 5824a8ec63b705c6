/** The dates of a year as they stand in people's calendars: the same event for ever, however often it moves. */
import { addMinutes } from '../../platform/clock.ts';
import type { CalendarEvent } from '../../platform/icalendar.ts';
import { formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { EditionRow } from './schema.ts';

export interface CalendarYear {
  id: string;
  year: number;
  opensAt: Date;
  closesAt: Date;
  finalistsAt: Date;
  ceremonyAt: Date;
  ceremonyPlace: string;
  moved: { times: number; at: Date };
  cancelled: boolean;
  help: { name: string; email: string };
}

/** Nobody has seen what moved before the announcement: then that is when it became what it is. */
export function movedOf(
  row: Pick<EditionRow, 'dates_sequence' | 'dates_changed_at' | 'announced_at' | 'opens_at'>,
): CalendarYear['moved'] {
  const announced = row.announced_at ?? row.opens_at;
  const changed = row.dates_changed_at;
  return { times: row.dates_sequence, at: changed && changed > announced ? changed : announced };
}

/** @param url where all of them stand */
export function calendarEvents(edition: CalendarYear, lang: Lang, url?: string) {
  const t = texts(lang).publicSite.call;
  const { closesAt, ceremonyPlace, help } = edition;
  const event = (what: string, at: Date, label: string): CalendarEvent => ({
    uid: `${what}-${edition.id}`,
    sequence: edition.moved.times,
    changedAt: edition.moved.at,
    at,
    summary: `Etikkprisen ${edition.year}: ${label}`,
    cancelled: edition.cancelled,
    organizer: help.email === '' ? undefined : help,
    ...(url ? { url } : {}),
  });
  return {
    opens: event('opens', edition.opensAt, t.opens),
    deadline: {
      // Shown as the last minute that counts, as on the page: at midnight a calendar would say the day after.
      ...event('deadline', addMinutes(closesAt, -1), t.deadline),
      description: `${formatDeadline(closesAt, lang)}. ${t.deadlineNote}`,
    },
    finalists: event('finalists', edition.finalistsAt, t.finalists),
    ceremony: {
      ...event('ceremony', edition.ceremonyAt, t.ceremony),
      ...(ceremonyPlace ? { location: ceremonyPlace } : {}),
    },
  };
}
