/** The rules of confidence for those with a role. Jurors confirm them with their seat (jury/commands). */
import { CONFIDENCE_WORDING } from '../../core/policy/confidence.ts';
import { waitsForConfidence } from '../../core/policy/relations/roles.ts';
import type { Unit } from '../../core/process/unit.ts';

/**
 * Confirms the rules of confidence, in the wording that holds, for every role that the actor has now: these open at once.
 *
 * @returns how many there were
 */
export async function confirmForRoles(unit: Unit): Promise<number> {
  const { trx, actor, now } = unit;
  const grants = await trx
    .updateTable('role_grants as g')
    .set({ confidence_at: now, confidence_wording: CONFIDENCE_WORDING })
    .where('g.person_id', '=', actor.personId)
    .where(waitsForConfidence('g', now))
    .returning(['g.role', 'g.edition_id'])
    .execute();
  for (const { role, edition_id } of grants)
    unit.record({
      editionId: edition_id,
      subjectType: 'person',
      subjectId: actor.personId,
      event: 'confirmConfidence',
      payload: { role, wording: CONFIDENCE_WORDING },
    });
  return grants.length;
}
