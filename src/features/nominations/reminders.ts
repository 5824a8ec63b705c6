/**
 * Reminding those who hold a draft, or changes that they have not sent in, that the deadline is near: a letter to each, once, and to
 * nobody else.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { draftMoments, isStopped } from '../reminders/moments.ts';
import { lockNomination } from './commands.ts';
import { differsFromLast } from './submission.ts';
import { lettersToMembers } from './to-members.ts';
import { deadlineOf } from './window.ts';

interface Due {
  id: string;
  edition_id: string;
  remind_at: Date;
  /** When somebody let it go at once. */
  ordered_at: Date | null;
}

/**
 * Applications for which a reminder is due at `now`, whether or not those sent in were changed since. Only the nearest one before the deadline: after an outage nobody gets three
 * letters, and nobody who began after its instant, or has been reminded or told of a later deadline since, gets it at all.
 */
const due = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<Due>`
  select n.id, n.edition_id, due.remind_at, due.ordered_at
  from nominations n join editions e on e.id = n.edition_id
  cross join application_closes_at(n, e.closes_at) as deadline
  cross join lateral (
    select max(at) as remind_at, (array_agg(o.goes_at order by at desc))[1] as ordered_at from ${draftMoments}
    where not ${isStopped} and (at <= ${now} and n.created_at < at or o.goes_at <= ${now} and n.created_at < o.goes_at)) due
  where n.state in ('draft', 'submitted') and e.state in ('announced', 'closed') and deadline > ${now} and due.remind_at is not null
    and not exists (select from deadline_extensions x where x.nomination_id = n.id and x.approved_at >= due.remind_at)
    and not exists (select from draft_reminders r where r.nomination_id = n.id and (r.sent_at >= due.remind_at or r.remind_at = due.remind_at))
    and ${only}
  order by n.id`;

export const remindersDue = async (db: Kysely<DB>, now: Date): Promise<Due[]> =>
  (await due(now).execute(db)).rows;

/** Sends the reminder of one application, if it is still due once it is held: it may just have been sent in. */
export async function remindHolders(unit: Unit, found: Due): Promise<boolean> {
  const { trx, now } = unit;
  await lockNomination(unit, found);
  const [still] = (await due(now, sql`n.id = ${found.id}`).execute(trx)).rows;
  if (!still) return false;
  const row = await trx
    .selectFrom('nominations')
    .selectAll()
    .where('id', '=', still.id)
    .executeTakeFirstOrThrow();
  const needed = row.state === 'draft' || (await differsFromLast(trx, row));
  await trx
    .insertInto('draft_reminders')
    .values({
      nomination_id: still.id,
      remind_at: still.remind_at,
      ordered_at: still.ordered_at,
      sent_at: now,
      needed,
    })
    .execute();
  if (!needed) return false;
  const call = await trx
    .selectFrom('editions')
    .select(['year', 'closes_at'])
    .where('id', '=', still.edition_id)
    .executeTakeFirstOrThrow();
  const dueAt = deadlineOf(call, row);
  await lettersToMembers(unit, row, {
    template: row.state === 'draft' ? 'draftReminder' : 'changesReminder',
    key: `reminder:${still.remind_at.toISOString()}`,
    uselessAfter: dueAt,
    params: {
      organisation: row.organisation_name,
      year: call.year,
      dueAt,
      path: `/soknad/${row.id}`,
    },
  });
  return true;
}
