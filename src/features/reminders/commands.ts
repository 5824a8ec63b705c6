/** Stopping a reminder before its moment, letting it go after all, or at once. The worker asks for the orders as it asks for everything. */
import { personOf, type Unit } from '../../core/process/unit.ts';
import { sql } from 'kysely';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition } from '../editions/queries.ts';
import { comingReminders, isNext } from './queries.ts';
import type { OrderType, SteeredKind } from './schema.ts';

export interface Order {
  type: OrderType;
  kind: SteeredKind;
  /** The instant at which it would go by itself. */
  at: Date;
  /** Why it is stopped. */
  reason?: string | undefined;
}

/**
 * Locks the year as the worker does: whichever of the two comes first, the other finds that it is done.
 *
 * @throws not-found, auth/forbidden; process/not-now for one that has gone, is stopped already or is not the next;
 *   request/invalid for stopping without a reason
 */
export async function orderReminder(unit: Unit, editionId: string, order: Order): Promise<void> {
  const { type, kind, at } = order;
  const reason = order.reason?.trim();
  const { opens_at } = await lockEdition(unit, editionId, 'adjust');
  if (type === 'stop' && !reason)
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
  const coming = await comingReminders(unit.trx, editionId, unit.now);
  const found = coming.find((one) => one.kind === kind && one.at.getTime() === at.getTime());
  if (!found || found.stopped !== (type === 'resume'))
    throw problem('process/not-now', {}, [], (t) => t.reminders.gone);
  if (type === 'sendNow' && !isNext(found, coming, { opens_at, now: unit.now }))
    throw problem('process/not-now', {}, [], (t) => t.reminders.notNext);
  await (type === 'resume' ? resume(unit, editionId, order) : write(unit, editionId, order));
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: ({ stop: 'stopReminder', resume: 'resumeReminder', sendNow: 'sendReminderNow' } as const)[type],
    reason: type === 'stop' ? (reason ?? null) : null,
    payload: { kind, at: at.toISOString() },
  });
}

async function write(unit: Unit, editionId: string, { type, kind, at }: Order): Promise<void> {
  await unit.trx
    .insertInto('reminder_orders')
    .values({
      edition_id: editionId,
      kind,
      remind_at: at,
      goes_at: type === 'sendNow' ? unit.now : null,
      ordered_by: personOf(unit),
      ordered_at: unit.now,
    })
    .execute();
}

async function resume({ trx }: Unit, editionId: string, { kind, at }: Order): Promise<void> {
  await sql`select resume_reminder(${editionId}, ${kind}, ${at})`.execute(trx);
}
