/** What becomes of a prepared publication when the decision under it no longer stands. */
import type { Unit } from '../../core/process/unit.ts';
import { tellStopped } from './letters.ts';
import { QUIET_MS, type PublicationKind } from './schema.ts';

const standing = ({ trx }: Unit, editionId: string, kind: PublicationKind) =>
  trx
    .selectFrom('publications as p')
    .innerJoin('editions as e', 'e.id', 'p.edition_id')
    .select([
      'p.id',
      'p.version',
      'p.approved_at',
      'p.publish_at',
      'p.prepared_by',
      'p.approved_by',
      'e.year',
    ])
    .where('p.edition_id', '=', editionId)
    .where('p.kind', '=', kind)
    .where('p.stopped_at', 'is', null)
    .executeTakeFirst();

/** Public, or approved and due within ten seconds: nothing about it can be changed any more. */
export async function isOut(unit: Unit, editionId: string, kind: PublicationKind): Promise<boolean> {
  const found = await standing(unit, editionId, kind);
  return Boolean(found?.approved_at && found.publish_at.getTime() - unit.now.getTime() <= QUIET_MS);
}

/** Stops whatever is prepared of a kind and not out yet. The edition must be locked by the caller, and `isOut` false. */
export async function withdrawPublication(
  unit: Unit,
  editionId: string,
  kind: PublicationKind,
  reason: string,
): Promise<void> {
  const { trx, now } = unit;
  const found = await standing(unit, editionId, kind);
  if (!found) return;
  await trx
    .updateTable('publications')
    .set({ stopped_at: now, stop_reason: reason, version: found.version + 1 })
    .where('id', '=', found.id)
    .execute();
  unit.record({
    editionId,
    subjectType: 'publication',
    subjectId: found.id,
    event: 'stopPublication',
    reason,
    payload: { kind },
  });
  await tellStopped(unit, { id: editionId, year: found.year }, found);
}
