/** What a juror says about confidence and connections, and what the jury decides on them. Nothing here is ever changed afterwards (HAB-5). */
import { can, relationsOf, scope, type Action } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { assignBallots, followStanding } from '../ballots/commands.ts';
import { queueLetter } from '../correspondence/commands.ts';
import {
  CONFIDENCE_WORDING,
  DECLARATION_WORDING,
  type NewConflictDecision,
  type NewDeclaration,
  type Standing,
} from './schema.ts';

/** Confirms the rules of confidence for the seat the actor was invited to. @throws not-found without a seat */
export async function confirmConfidence(unit: Unit, editionId: string): Promise<void> {
  const { trx, actor, now } = unit;
  const holder = await trx
    .updateTable('seat_holders')
    .set({ confirmed_at: now, confidence_wording: CONFIDENCE_WORDING })
    .where('edition_id', '=', editionId)
    .where('person_id', '=', actor.personId)
    .where('until_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .returning('seat_id')
    .executeTakeFirst();
  if (holder) {
    unit.record({
      editionId,
      subjectType: 'seat',
      subjectId: holder.seat_id,
      event: 'confirmConfidence',
      payload: { wording: CONFIDENCE_WORDING },
    });
    return;
  }
  const seated = await trx
    .selectFrom('seat_holders')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', actor.personId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (!seated) throw problem('not-found');
}

/**
 * Says whether there is a connection. Said anew at any time: the latest counts, but a connection is undone by the others only (HAB-4).
 * The ballot follows at once.
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
  if (standing === 'pending' && before !== 'pending')
    await tellActingChair(unit, row.edition_id, nominationId, id);
  await followStanding(unit, nominationId, actor.personId);
  return { standing };
}

/** Decides on somebody's connection, never on one's own (HAB-4). Where it is decided otherwise later, the later stands. */
export async function decideConflict(
  unit: Unit,
  nominationId: string,
  { personId, recused, reason }: NewConflictDecision,
): Promise<{ standing: Standing }> {
  const { trx, actor, now } = unit;
  const row = await lockNomination(unit, nominationId, 'list');
  if (personId === actor.personId) throw problem('auth/forbidden', {}, [], (t) => t.jury.conflicts.notOwn);
  if (!actor.personId || !can(nomination, 'decideConflict', row)) throw problem('auth/forbidden');
  if (!reason.trim())
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
  if (!(await takesPart(unit, row.edition_id, nominationId, personId))) throw problem('not-found');
  const { id } = await trx
    .insertInto('recusal_decisions')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      person_id: personId,
      recused,
      reason: reason.trim(),
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
    reason: reason.trim(),
    payload: { nomination: nominationId, person: personId, recused },
  });
  await followStanding(unit, nominationId, personId);
  if (row.state === 'underReview') await assignBallots(unit, row.edition_id);
  await tell(unit, row.edition_id, personId, 'conflictDecided', `conflict:${id}`, '/jury/habilitet');
  return { standing: await standingOf(unit, nominationId, personId) };
}

/** Locks in the one order everybody uses, edition before nomination; what the actor may not know of is not there. */
async function lockNomination({ trx, actor, now }: Unit, id: string, visibleBy: Action<typeof nomination>) {
  const found = await trx
    .selectFrom('nominations')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  await trx.selectFrom('editions').select('id').where('id', '=', found.edition_id).forShare().execute();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const viewer = viewerOf(actor);
  const row = await trx
    .selectFrom('nominations')
    .select(['id', 'edition_id', 'state'])
    .select(relationsOf(nomination, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(nomination, visibleBy, viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

async function standingOf({ trx }: Unit, nominationId: string, personId: string): Promise<Standing> {
  const row = await trx
    .selectFrom('standings')
    .select('standing')
    .where('nomination_id', '=', nominationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.standing ?? 'undeclared') as Standing;
}

/** Sits in the jury, or has declared: somebody there is something to decide about. */
async function takesPart(
  unit: Unit,
  editionId: string,
  nominationId: string,
  personId: string,
): Promise<boolean> {
  const seated = await unit.trx
    .selectFrom('seat_holders')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return seated !== undefined || (await standingOf(unit, nominationId, personId)) !== 'undeclared';
}

/** Whoever may decide, by the policy itself. */
async function tellActingChair(
  unit: Unit,
  editionId: string,
  nominationId: string,
  declarationId: string,
): Promise<void> {
  const { trx, now } = unit;
  const jury = await trx
    .selectFrom('seat_holders')
    .select('person_id')
    .where('edition_id', '=', editionId)
    .where('until_at', 'is', null)
    .execute();
  for (const { person_id } of jury) {
    const decides = await trx
      .selectFrom('nominations')
      .select('id')
      .where('id', '=', nominationId)
      .where(scope(nomination, 'decideConflict', { personId: person_id }, now))
      .executeTakeFirst();
    if (decides)
      await tell(
        unit,
        editionId,
        person_id,
        'conflictToDecide',
        `declaration:${declarationId}`,
        '/jury/leder',
      );
  }
}

async function tell(
  unit: Unit,
  editionId: string,
  personId: string,
  template: 'conflictToDecide' | 'conflictDecided',
  about: string,
  path: string,
): Promise<void> {
  const { year } = await unit.trx
    .selectFrom('editions')
    .select('year')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const person = await unit.trx
    .selectFrom('people')
    .select(['email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await queueLetter(unit, {
    template,
    key: `${about}:${template}:${personId}`,
    to: { personId, ...person },
    editionId,
    params: { year, path },
  });
}
