/** What a juror has to keep in time, for their own calendar. */
import { addMinutes } from '../../platform/clock.ts';
import { iCalendar } from '../../platform/icalendar.ts';
import { formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { movedOf } from '../editions/dates-calendar.ts';
import type { MySeat } from './queries.ts';

/** The deadline of the assessments: nothing of any application. Taken in again after the date has moved, it replaces what was there. */
export function deadlineCalendar(seat: MySeat, { baseUrl, lang }: { baseUrl: string; lang: Lang }): string {
  const { year, judging_ends_at: endsAt } = seat;
  const moved = movedOf(seat);
  const own = texts(lang).jury.calendar;
  const summary = own.deadline(year);
  return iCalendar(
    [
      {
        uid: `judging-${seat.edition_id}`,
        sequence: moved.times,
        changedAt: moved.at,
        // The last minute that counts, as on the page: at midnight a calendar would say the day after.
        at: addMinutes(endsAt, -1),
        summary,
        description: own.note(formatDeadline(endsAt, lang)),
        url: `${baseUrl}/jury`,
        cancelled: seat.state === 'cancelled',
      },
    ],
    { name: summary },
  );
}
