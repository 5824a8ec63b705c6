/** A batch that does not go at the moment that was set: whoever set it is told why. */
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { unscheduled } from './delivery.ts';
import type { HeldBack } from './schema.ts';

interface Scheduled {
  id: string;
  edition_id: string;
  version: number;
  scheduled_by: string;
}

/** The year is cancelled: what was to go by itself in it does not. The edition must be locked by the caller. */
export async function holdBackAll(unit: Unit, editionId: string): Promise<void> {
  const rows = await unit.trx
    .selectFrom('letter_batches')
    .select(['id', 'edition_id', 'version', 'scheduled_by'])
    .where('edition_id', '=', editionId)
    .where('send_at', 'is not', null)
    .where('sent_at', 'is', null)
    .execute();
  for (const { scheduled_by: by, ...row } of rows)
    if (by) await holdBack(unit, { ...row, scheduled_by: by }, 'cancelled');
}

export async function holdBack(unit: Unit, due: Scheduled, why: HeldBack): Promise<void> {
  const { id, edition_id, version, scheduled_by } = due;
  await unit.trx
    .updateTable('letter_batches')
    .set({ ...unscheduled, held_back: why, version: version + 1 })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId: edition_id,
    subjectType: 'letterBatch',
    subjectId: id,
    event: 'holdBackBatch',
    payload: { why },
  });
  const { year, email, language } = await unit.trx
    .selectFrom('editions as e')
    .innerJoin('people as p', (join) => join.on('p.id', '=', scheduled_by))
    .select(['e.year', 'p.email', 'p.language'])
    .where('e.id', '=', edition_id)
    .executeTakeFirstOrThrow();
  await queueLetter(unit, {
    template: 'batchHeldBack',
    key: `batch:${id}:${version}:heldBack`,
    to: { personId: scheduled_by, email, language },
    editionId: edition_id,
    params: { year, path: `/sekretariat/${edition_id}/utsendinger/${id}` },
  });
}
