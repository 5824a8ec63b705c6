/** The public number that decides a lot: written down once, when it is known, whoever may be drawn by it. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { lockEdition } from '../editions/queries.ts';

/** @throws process/not-now where the regulations have no lot, and once the number is written down; request/invalid without one */
export async function recordBeacon(unit: Unit, editionId: string, value: string): Promise<void> {
  const edition = await lockEdition(unit, editionId, 'recordBeacon');
  if (edition.tie_rule !== 'ladder+lot' || edition.lot_beacon !== null) throw problem('process/not-now');
  const beacon = value.trim();
  if (beacon === '')
    throw problem('request/invalid', {}, [{ field: 'beacon', message: (t) => t.fieldErrors.required }]);
  await unit.trx
    .updateTable('editions')
    .set({ lot_beacon: beacon, version: edition.version + 1 })
    .where('id', '=', editionId)
    .execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'recordBeacon',
    payload: { beacon },
  });
}
