/** Whoever took part in a decision confirms that the protocol says what was decided. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { juryProtocolOf } from './queries.ts';

/** Confirming twice is confirming once. @throws not-found for a decision that is not the reader's to see or to confirm */
export async function confirmDecision(unit: Unit, editionId: string, decisionId: string): Promise<void> {
  const { trx, actor, now } = unit;
  const { decisions, allowedActions } = await juryProtocolOf(trx, unit, editionId);
  const found = decisions.find(({ id }) => id === decisionId);
  if (!found || !actor.personId) throw problem('not-found');
  if (found.confirmations.some(({ personId }) => personId === actor.personId)) return;
  if (!allowedActions.some((one) => one.decisionId === decisionId)) throw problem('auth/forbidden');
  // A retraction waits for us, or we see it: the trigger refuses what no longer stands.
  await trx.selectFrom('decisions').select('id').where('id', '=', decisionId).forShare().execute();
  const written = await trx
    .insertInto('decision_confirmations')
    .values({ decision_id: decisionId, person_id: actor.personId, confirmed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('decision_id')
    .executeTakeFirst();
  if (!written) return;
  unit.record({
    editionId,
    subjectType: 'decision',
    subjectId: decisionId,
    event: 'confirmDecision',
    payload: {},
  });
}
