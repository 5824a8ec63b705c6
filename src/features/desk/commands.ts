import type { Unit } from '../../core/process/unit.ts';
import { ownBallot } from '../ballots/queries.ts';
import type { Place } from './schema.ts';

/**
 * Keeps where one is in the text of an application. The latest counts, from whichever device; it is not logged.
 *
 * @throws what `ownBallot` throws
 */
export async function keepPlace(unit: Unit, nominationId: string, place: Place): Promise<void> {
  const { trx, now } = unit;
  const { id } = await ownBallot(trx, unit, { nominationId });
  const kept = { place, updated_at: now };
  await trx
    .insertInto('reading_places')
    .values({ ballot_id: id, ...kept })
    .onConflict((conflict) => conflict.column('ballot_id').doUpdateSet(kept))
    .execute();
}
