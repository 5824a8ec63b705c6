/**
 * A batch that goes at a moment of its own. Whoever sets it is as good as its sender: the same rights, the same recipients seen. At its
 * moment all of it is asked once more, and where something is not as it was nothing goes, and whoever set it is told.
 */
import type { Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import { demandSender, lockBatch, notAgreed, notAsSeen, notYet, recipientsOf, record } from './commands.ts';
import { deliver, unscheduled } from './delivery.ts';
import { holdBack } from './holding-back.ts';
import { findBatch, whyNotSend, type FoundBatch } from './queries.ts';

/**
 * Sets the moment at which it goes to exactly those whom the actor has seen; one that is set already is moved.
 *
 * @throws as `sendBatch`; request/invalid for a moment that is not ahead
 */
export async function scheduleBatch(
  unit: Unit,
  id: string,
  { version, seen, sendAt }: { version: number; seen: string; sendAt: Date },
): Promise<{ version: number }> {
  const found = await lockBatch(unit, id, version);
  demandSender(found, unit.actor.personId);
  if (sendAt <= unit.now)
    throw problem('request/invalid', {}, [
      { field: 'sendAt', message: (t) => t.requirements['momentAhead'] ?? '' },
    ]);
  const why = notAgreed(found) ?? notAsSeen(found, await recipientsOf(unit, found), seen);
  if (why) throw problem('process/not-now', {}, [], (t) => t.letterBatches[why]);
  await unit.trx
    .updateTable('letter_batches')
    .set({
      send_at: sendAt,
      scheduled_by: personOf(unit),
      scheduled_at: unit.now,
      scheduled_hash: seen,
      held_back: null,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: found.edition.id,
    subjectType: 'letterBatch',
    subjectId: id,
    event: 'scheduleBatch',
    payload: { sendAt: sendAt.toISOString(), recipientsHash: seen },
  });
  return { version: version + 1 };
}

/** Takes the moment back: whoever may read the batch may stop it. @throws not-found, conflict/version, process/not-now */
export async function stopBatch(unit: Unit, id: string, version: number): Promise<{ version: number }> {
  const { edition, row } = await lockBatch(unit, id, version);
  if (!row.send_at) throw problem('process/not-now');
  await unit.trx
    .updateTable('letter_batches')
    .set({ ...unscheduled, version: version + 1 })
    .where('id', '=', id)
    .execute();
  record(unit, edition.id, id, 'stopBatch');
  return { version: version + 1 };
}

/** Those whose moment has come. */
export const batchesDue = (db: Kysely<DB>, now: Date) =>
  db
    .selectFrom('letter_batches')
    .select('id')
    .where('send_at', '<=', now)
    .where('sent_at', 'is', null)
    .orderBy('send_at')
    .orderBy('id')
    .execute();

/** Sends one at its moment, once; or holds it back. False when there is nothing (more) to do. */
export async function sendDueBatch(unit: Unit, id: string): Promise<boolean> {
  const due = await lockDue(unit, id);
  if (!due) return false;
  const found = await asScheduler(unit, id, due.scheduled_by);
  const people = found ? await recipientsOf(unit, found) : [];
  const why = found ? (notYet(found, unit.now) ?? notAsSeen(found, people, due.scheduled_hash)) : 'right';
  if (!found || why) {
    await holdBack(unit, due, why ?? 'right');
    return true;
  }
  await deliver(unit, found, people, { by: due.scheduled_by, seen: due.scheduled_hash });
  return true;
}

interface DueBatch {
  id: string;
  edition_id: string;
  version: number;
  scheduled_by: string;
  scheduled_hash: string;
}

/** The edition, then the batch, as everybody does. */
async function lockDue({ trx, now }: Unit, id: string): Promise<DueBatch | undefined> {
  const { edition_id } = await trx
    .selectFrom('letter_batches')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await trx.selectFrom('editions').select('id').where('id', '=', edition_id).forUpdate().execute();
  const row = await trx
    .selectFrom('letter_batches')
    .select(['id', 'edition_id', 'version', 'scheduled_by', 'scheduled_hash'])
    .where('id', '=', id)
    .where('send_at', '<=', now)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  const { scheduled_by: by, scheduled_hash: hash } = row ?? {};
  return row && by && hash ? { ...row, scheduled_by: by, scheduled_hash: hash } : undefined;
}

/** The batch as whoever set the moment may send it today; undefined when that is not so any more. */
async function asScheduler(
  { trx, now }: Unit,
  id: string,
  personId: string,
): Promise<FoundBatch | undefined> {
  try {
    const found = await findBatch(trx, { actor: { ...systemActor, via: 'session', personId }, now }, id);
    return whyNotSend(found, personId) === null ? found : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
