/** Reminders of the call that are still to come. */
import { sql, type RawBuilder } from 'kysely';

/** Of the year `e`: at which instants they go (`at`), and to how many by what is asked for now (`count`). */
export const comingCallReminders = (now: Date): RawBuilder<unknown> => sql`(
  select at, count(*)::int as count
  from (select r.id, (select min(at) from call_reminder_times(e.closes_at) as at where at > r.confirmed_at and at > ${now}) as at
    from call_reminders r
    where r.edition_id = e.id and r.confirmed_at is not null and r.reminded_at is null and e.state = 'announced' and ${now} < e.closes_at) asked
  where at is not null group by at)`;
