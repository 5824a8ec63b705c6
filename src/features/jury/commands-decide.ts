/** What the others decide on somebody's connection, and how far a recusal reaches. Never changed afterwards (HAB-5): the latest stands. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { assignBallots, followStandings } from '../ballots/commands.ts';
import { reopenDecisions } from '../decisions/reopen.ts';
import { DEPARTURE_LENGTH, type NewConflictDecision, type Reach, type Standing } from './schema.ts';
import { decidesOn, lockNomination, standingOf, takesPart, tell } from './standing.ts';

/**
 * Decides on somebody's connection, never on one's own (HAB-4). The reach is what the regulations say of the ground, unless
 * the decision gives another with a reason of at least 20 characters.
 *
 * @throws not-found, auth/forbidden; request/invalid without a reason that is long enough
 */
export async function decideConflict(
  unit: Unit,
  nominationId: string,
  { personId, recused, reach: chosen, reason: said }: NewConflictDecision,
): Promise<{ standing: Standing }> {
  const { trx, actor, now } = unit;
  const row = await lockNomination(unit, nominationId, 'list');
  if (personId === actor.personId) throw problem('auth/forbidden', {}, [], (t) => t.jury.conflicts.notOwn);
  if (!actor.personId || !(await decidesOn(unit, row, personId))) throw problem('auth/forbidden');
  if (!(await takesPart(unit, row.edition_id, nominationId, personId))) throw problem('not-found');
  const reason = said.trim();
  const rule = await ruleReach(unit, row.edition_id, nominationId, personId);
  const reach = recused ? (chosen ?? rule) : null;
  refuseThinReason(reason, recused ? reach !== rule : rule === 'edition');
  const { id } = await trx
    .insertInto('recusal_decisions')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      person_id: personId,
      recused,
      reach,
      reason,
      decided_by: actor.personId,
      decided_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'conflictDecision',
    subjectId: id,
    event: 'decideConflict',
    reason,
    payload: { nomination: nominationId, person: personId, recused, reach, byTheRegulations: reach === rule },
  });
  await followStandings(unit, row.edition_id, personId);
  await assignBallotsWhereJudging(unit, row.edition_id);
  if (recused) await reopenDecisions(unit, row.edition_id, personId);
  await tell(unit, row.edition_id, personId, 'conflictDecided', `conflict:${id}`, '/jury/habilitet');
  return { standing: await standingOf(unit, nominationId, personId) };
}

/** @throws request/invalid at the field of the reason */
function refuseThinReason(reason: string, departs: boolean): void {
  if (!reason)
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
  if (departs && reason.length < DEPARTURE_LENGTH)
    throw problem('request/invalid', {}, [
      { field: 'reason', message: (t) => t.conflicts.reasonTooShort(DEPARTURE_LENGTH) },
    ]);
}

/** What the regulations of the year say of the grounds that the person has declared; of "other" where there are none. */
async function ruleReach(
  { trx }: Unit,
  editionId: string,
  nominationId: string,
  personId: string,
): Promise<Reach> {
  const { rows } = await sql<{ reach: Reach }>`select reach_by_rule(${editionId}, (
    select d.grounds from declarations d where d.nomination_id = ${nominationId} and d.person_id = ${personId} and d.answer <> 'none'
    order by d.standing_order desc limit 1)) as reach`.execute(trx);
  return rows[0]!.reach;
}

async function assignBallotsWhereJudging(unit: Unit, editionId: string): Promise<void> {
  const { state } = await unit.trx
    .selectFrom('editions')
    .select('state')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  if (state === 'judging') await assignBallots(unit, editionId);
}
