/** When reminders go: the dates that they are before, and what somebody has ordered about one of them. */
import { sql, type RawBuilder } from 'kysely';

/** Each kind with its date, since when there is something to be reminded of, and whether the year `e` has come to it. */
export const workKinds = (now: Date): RawBuilder<unknown> => sql`(values
    ('declarations', e.judging_ends_at, e.closes_at, e.state in ('closed', 'judging')),
    ('ballots', e.judging_ends_at, e.judging_started_at, e.state = 'judging'),
    ('statements', e.finalists_at, (select d.decided_at from decisions d
      where d.edition_id = e.id and d.kind = 'finalists' and d.retracted_at is null), e.state = 'decided'),
    ('ceremony', e.ceremony_at, (select min(p.publish_at) from publications p
      where p.edition_id = e.id and p.kind = 'finalists' and publication_is_public(p, ${now})), e.state = 'finalistsPublished')
  ) k (kind, deadline, since, is_on)`;

/** The moments of kind `k` in the year `e`, as `at`, each with its order `o` where there is one. */
export const workMoments = sql`jsonb_array_elements_text(coalesce(e.reminder_days -> k.kind, '[]')) as days
  cross join draft_reminder_at(k.deadline, days::int) as at
  left join reminder_orders o on o.edition_id = e.id and o.kind = k.kind and o.remind_at = at`;

/** The moments of an application with this deadline in the year `e`, as `at`, each with its order `o` where there is one. */
export const draftMoments = sql`unnest(e.draft_reminder_days) as days
  cross join draft_reminder_at(deadline, days) as at
  left join reminder_orders o on o.edition_id = e.id and o.kind = 'drafts' and o.remind_at = at`;

/** Stopped by somebody. */
export const isStopped = sql<boolean>`(o.remind_at is not null and o.goes_at is null)`;
