/** What happens next by itself: by the clock, or because the service does it. Nothing here waits for a person. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import type { Coming } from './schema-notes.ts';

/** The nearest first. What has passed is done, or stands elsewhere as waiting for somebody. */
export async function comingUp(db: Kysely<DB>, editionId: string, now: Date): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    with e as (select * from editions where id = ${editionId}),
      drafts as (
        select n.id, application_closes_at(n, e.closes_at) as deadline
        from nominations n join e on e.id = n.edition_id where n.state = 'draft' and n.submission_count = 0)
    select what, at, count from (
      select 'open' as what, e.opens_at as at, null::int as count from e where e.state = 'announced'
      union all
      select 'close', e.closes_at, null from e where e.state = 'announced'
      union all
      select 'remind', draft_reminder_at(d.deadline, days), count(*)::int from e, drafts d, unnest(e.draft_reminder_days) days
        where e.state in ('announced', 'closed') group by 2
      union all
      select 'remind' || initcap(k.kind), draft_reminder_at(k.deadline, days::int), null from e
        cross join lateral (values ('declarations', e.judging_ends_at, e.state in ('closed', 'judging')), ('ballots', e.judging_ends_at, e.state = 'judging'),
          ('statements', e.finalists_at, e.state = 'decided'), ('ceremony', e.ceremony_at, e.state = 'finalistsPublished')) k (kind, deadline, is_on)
        cross join lateral jsonb_array_elements_text(coalesce(e.reminder_days -> k.kind, '[]')) as days
        where k.is_on
      union all
      select 'sendBatch', b.send_at, null from letter_batches b
        where b.edition_id = ${editionId} and b.send_at is not null and b.sent_at is null
      union all
      select 'countVotes', m.closes_at, null from motions m where m.edition_id = ${editionId} and m.closed_at is null and m.closes_at is not null
      union all
      select case when p.kind = 'finalists' then 'publishFinalists' when p.release = 'press' then 'announceWinnerLatest' else 'announceWinner' end, p.publish_at, null from publications p
        where p.edition_id = ${editionId} and p.approved_at is not null and p.stopped_at is null and p.applied_at is null and p.held_at is null
      union all
      select 'warnOfErasure', d.deadline + r.keep - interval '14 days', count(*)::int from drafts d, retention_rules r, e
        where r.name = 'drafts' and e.announced_at is not null
          and not exists (select from draft_warnings w where w.nomination_id = d.id) group by 2
    ) coming where at > ${now} order by at, what`.execute(db);
  return rows;
}
