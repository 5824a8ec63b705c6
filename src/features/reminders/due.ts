/** Reminders of what is left to do before a date of the year: a question to our own tables, as those of drafts are (decision 71). */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { isStopped, workKinds, workMoments } from './moments.ts';
import { recipientsOf, type Reminded } from './recipients.ts';
import type { ReminderKind } from '../editions/schema.ts';

export interface DueReminder extends Reminded {
  kind: ReminderKind;
  remind_at: Date;
  /** When somebody let it go at once. */
  ordered_at: Date | null;
}

/**
 * Kinds of reminders that are due at `now`, by year. Only the nearest one before its date: after an outage nobody gets three letters.
 * None of a moment before there was anything to do, and none once the date has passed.
 */
const due = (now: Date, only: RawBuilder<unknown> = sql`true`) => sql<DueReminder>`
  select e.id as "editionId", e.year, k.kind, k.deadline as "dueAt", due.remind_at, due.ordered_at
  from editions e
  cross join lateral ${workKinds(now)}
  cross join lateral (
    select max(at) as remind_at, (array_agg(o.goes_at order by at desc))[1] as ordered_at from ${workMoments}
    where not ${isStopped} and coalesce(o.goes_at, at) <= ${now} and k.since < coalesce(o.goes_at, at)) due
  where k.is_on and k.deadline > ${now} and due.remind_at is not null
    and not exists (select from work_reminders w where w.edition_id = e.id and w.kind = k.kind
      and (w.sent_at >= due.remind_at or w.remind_at = due.remind_at))
    and ${only}
  order by e.id, k.kind`;

export const workRemindersDue = async (db: Kysely<DB>, now: Date): Promise<DueReminder[]> =>
  (await due(now).execute(db)).rows;

/** Writes to exactly those for whom something is left, if it is still due once the year is held. */
export async function remindOfWork(unit: Unit, found: DueReminder): Promise<boolean> {
  const { trx, now } = unit;
  await trx.selectFrom('editions').select('id').where('id', '=', found.editionId).forUpdate().execute();
  const [still] = (await due(now, sql`e.id = ${found.editionId} and k.kind = ${found.kind}`).execute(trx))
    .rows;
  if (!still) return false;
  const { kind, remind_at, ordered_at, editionId, year, dueAt } = still;
  await trx
    .insertInto('work_reminders')
    .values({ edition_id: editionId, kind, remind_at, ordered_at, sent_at: now })
    .execute();
  for (const { id, email, language, path, nominationId } of await recipientsOf(unit, still))
    await queueLetter(unit, {
      template: `${kind}Reminder`,
      key: `workReminder:${editionId}:${kind}:${remind_at.toISOString()}:${id}`,
      to: { personId: id, email, language },
      editionId,
      nominationId,
      uselessAfter: dueAt,
      params: { year, dueAt, path },
    });
  return true;
}
