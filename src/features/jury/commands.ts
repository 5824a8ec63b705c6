/** What a juror says about confidence and connections. Nothing here is ever changed afterwards (HAB-5). */
import { CONFIDENCE_WORDING } from '../../core/policy/confidence.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { beforeJury } from '../../core/policy/states.ts';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { followStandings } from '../ballots/commands.ts';
import { reopenDecisions } from '../decisions/reopen.ts';
import { recordJuryChange } from './changes.ts';
import { DECLARATION_WORDING, type NewDeclaration, type Standing } from './schema.ts';
import { lockNomination, standingOf, tellActingChair } from './standing.ts';

/**
 * Confirms the rules of confidence, in the wording that holds now, for the seat the actor was invited to. Whoever has confirmed an
 * older wording goes on sitting where they sit.
 *
 * @throws not-found without a seat
 */
export async function confirmConfidence(unit: Unit, editionId: string): Promise<void> {
  const { trx, actor, now } = unit;
  const seated = await trx
    .selectFrom('seat_holders')
    .select(['id', 'seat_id', 'confirmed_at', 'confidence_wording'])
    .where('edition_id', '=', editionId)
    .where('person_id', '=', actor.personId)
    .where('until_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!seated) throw problem('not-found');
  if (seated.confirmed_at && (seated.confidence_wording ?? 0) >= CONFIDENCE_WORDING) return;
  await trx
    .updateTable('seat_holders')
    .set({
      confirmed_at: seated.confirmed_at ?? now,
      confidence_at: now,
      confidence_wording: CONFIDENCE_WORDING,
    })
    .where('id', '=', seated.id)
    .execute();
  unit.record({
    editionId,
    subjectType: 'seat',
    subjectId: seated.seat_id,
    event: 'confirmConfidence',
    payload: { wording: CONFIDENCE_WORDING },
  });
  if (!seated.confirmed_at) await joinJury(unit, editionId, seated.seat_id);
}

/** Whoever confirms sits with the jury from now on; a deputy waits to be called in. */
async function joinJury(unit: Unit, editionId: string, seatId: string): Promise<void> {
  const { trx, actor } = unit;
  const { role, called_in_at } = await trx
    .selectFrom('seats')
    .select(['role', 'called_in_at'])
    .where('id', '=', seatId)
    .executeTakeFirstOrThrow();
  if (role === 'deputy' || !actor.personId) return;
  const calledIn = called_in_at !== null;
  await recordJuryChange(unit, { editionId, seatId, personId: actor.personId, kind: 'joined', calledIn });
}

/**
 * Says whether there is a connection. Said anew at any time: the latest counts, but a connection is undone by the others only (HAB-4).
 * The ballot follows at once; where the jury has decided already, the decision opens again (HAB-6).
 */
export async function declare(
  unit: Unit,
  nominationId: string,
  { answer, grounds = [], note = '' }: NewDeclaration,
): Promise<{ standing: Standing }> {
  const { trx, actor, now } = unit;
  const row = await lockNomination(unit, nominationId, 'declare');
  if (!actor.personId || !can(nomination, 'declare', row)) throw problem('auth/forbidden');
  if (answer === 'connection' && grounds.length === 0)
    throw problem('request/invalid', {}, [
      { field: 'grounds', message: (t) => t.jury.declaration.groundsMissing },
    ]);
  const before = await standingOf(unit, nominationId, actor.personId);
  const { id } = await trx
    .insertInto('declarations')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      person_id: actor.personId,
      answer,
      grounds: answer === 'none' ? [] : grounds,
      wording_version: DECLARATION_WORDING,
      declared_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (note.trim())
    await trx.insertInto('declaration_notes').values({ declaration_id: id, note: note.trim() }).execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'declaration',
    subjectId: id,
    event: 'declare',
    payload: { nomination: nominationId, answer, wording: DECLARATION_WORDING },
  });
  const standing = await standingOf(unit, nominationId, actor.personId);
  // Before it comes to the jury nobody can decide: it waits on the chair's page until then.
  const decidable = (beforeJury as readonly string[]).includes(row.state);
  if (standing === 'pending' && before !== 'pending' && decidable)
    await tellActingChair(unit, row.edition_id, nominationId, id);
  await followStandings(unit, row.edition_id, actor.personId);
  if (standing === 'pending') await reopenDecisions(unit, row.edition_id, actor.personId);
  return { standing };
}
