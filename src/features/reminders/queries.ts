/** The reminders of a year that are still to come, and whom each would go to. */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { comingCallReminders } from '../call-reminders/queries.ts';
import type { JudgedEdition } from '../editions/queries.ts';
import { draftMoments, isStopped, workKinds, workMoments } from './moments.ts';
import { recipientsOf } from './recipients.ts';
import type { ComingReminder, SteeredReminder } from './schema.ts';

/** The nearest first; those that are stopped stand with them until their moment has passed. What was sent at once is no longer to come. */
export async function comingReminders(
  db: Kysely<DB>,
  editionId: string,
  now: Date,
): Promise<ComingReminder[]> {
  const { rows } = await sql<ComingReminder>`
    with e as (select * from editions where id = ${editionId}),
      moments as (
        select 'drafts' as kind, at, count(*)::int as count
        from e join nominations n on n.edition_id = e.id cross join application_closes_at(n, e.closes_at) as deadline cross join ${draftMoments}
        where n.state = 'draft' and n.submission_count = 0 and e.state in ('announced', 'closed')
          and (o.goes_at is null or o.goes_at <= n.created_at)
        group by at
        union all
        select 'call', at, count from e cross join lateral ${comingCallReminders(now)} asked
        union all
        select k.kind, at, null from e cross join lateral ${workKinds(now)} cross join ${workMoments}
        where k.is_on and o.goes_at is null)
    select m.kind, m.at, m.count, coalesce(${isStopped}, false) as stopped, p.name as "stoppedBy"
    from moments m left join reminder_orders o on o.edition_id = ${editionId} and o.kind = m.kind and o.remind_at = m.at
      left join people p on p.id = o.ordered_by and ${isStopped}
    where m.at > ${now} order by m.at, m.kind`.execute(db);
  return rows;
}

/** The next of its kind that is not stopped, and that can go at once: one of the call says that one can apply. */
export const isNext = (
  one: ComingReminder,
  all: readonly ComingReminder[],
  { opens_at, now }: { opens_at: Date; now: Date },
): boolean =>
  all.find(({ kind, stopped }) => kind === one.kind && !stopped) === one &&
  (one.kind !== 'call' || opens_at <= now);

/** …with whom they would go to, for whoever may stop them or let them go. */
export async function steeredReminders(unit: Unit, edition: JudgedEdition): Promise<SteeredReminder[]> {
  const coming = await comingReminders(unit.trx, edition.id, unit.now);
  const names = new Map<string, readonly string[]>();
  for (const { kind } of coming)
    if (kind !== 'drafts' && kind !== 'call' && !names.has(kind))
      names.set(
        kind,
        await namesOf(unit, await recipientsOf(unit, { kind, editionId: edition.id, year: edition.year })),
      );
  return coming.map((one) => ({
    ...one,
    isNext: isNext(one, coming, { ...edition, now: unit.now }),
    recipients: names.get(one.kind) ?? null,
  }));
}

async function namesOf({ trx }: Unit, found: readonly { id: string }[]): Promise<string[]> {
  if (found.length === 0) return [];
  const rows = await trx
    .selectFrom('people')
    .select(sql<string>`coalesce(nullif(name, ''), email)`.as('name'))
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
