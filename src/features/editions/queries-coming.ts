/** What happens next by itself: by the clock, or because the service does it. Nothing here waits for a person. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { comingReminders } from '../reminders/queries.ts';
import type { SteeredKind } from '../reminders/schema.ts';
import type { Coming } from './schema-notes.ts';

const reminds: Record<SteeredKind, Coming['what']> = {
  drafts: 'remind',
  call: 'remindCall',
  declarations: 'remindDeclarations',
  ballots: 'remindBallots',
  statements: 'remindStatements',
  ceremony: 'remindCeremony',
};

/** The nearest first. What has passed is done, or stands elsewhere as waiting for somebody. */
export async function comingUp(db: Kysely<DB>, editionId: string, now: Date): Promise<Coming[]> {
  const { rows } = await sql<Omit<Coming, 'stopped'>>`
    with e as (select * from editions where id = ${editionId}),
      drafts as (
        select n.id, application_closes_at(n, e.closes_at) as deadline
        from nominations n join e on e.id = n.edition_id where n.state = 'draft' and n.submission_count = 0)
    select what, at, count, id from (
      select 'open' as what, e.opens_at as at, null::int as count, null::uuid as id from e where e.state = 'announced'
      union all
      select 'close', e.closes_at, null, null from e where e.state = 'announced'
      union all
      select 'sendBatch', b.send_at, null, b.id from letter_batches b
        where b.edition_id = ${editionId} and b.send_at is not null and b.sent_at is null
      union all
      select 'countVotes', m.closes_at, null, null from motions m where m.edition_id = ${editionId} and m.closed_at is null and m.closes_at is not null
      union all
      select case when p.kind = 'finalists' then 'publishFinalists' when p.release = 'press' then 'announceWinnerLatest' else 'announceWinner' end, p.publish_at, null, null from publications p
        where p.edition_id = ${editionId} and p.approved_at is not null and p.stopped_at is null and p.applied_at is null and p.held_at is null
      union all
      select 'warnOfErasure', d.deadline + r.keep - interval '14 days', count(*)::int, null from drafts d, retention_rules r, e
        where r.name = 'drafts' and e.announced_at is not null
          and not exists (select from draft_warnings w where w.nomination_id = d.id) group by 2
      union all
      select 'forgetAsked', at, sum(count)::int, null from (
        select e.closes_at + r.keep as at, (select count(*) from call_reminders c where c.edition_id = e.id) as count from e, retention_rules r where r.subject = 'reminder'
        union all
        select e.closes_at + r.keep, (select count(*) from call_recipients c where c.edition_id = e.id) from e, retention_rules r where r.name = 'callList') asked
        where count > 0 group by at
      union all
      select 'forgetGuests', e.ceremony_at + r.keep, count(*)::int, null from e, retention_rules r, ceremony_guests g
        where r.subject = 'guest' and g.edition_id = e.id group by 2
    ) coming where at > ${now}`.execute(db);
  const reminders = (await comingReminders(db, editionId, now)).map(
    ({ kind, at, count, stopped }): Coming => ({
      what: reminds[kind],
      at,
      count,
      id: null,
      stopped,
    }),
  );
  return [...rows.map((row) => ({ ...row, stopped: false })), ...reminders].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || a.what.localeCompare(b.what),
  );
}
