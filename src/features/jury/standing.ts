/** Where people stand towards an application, as the commands on conflicts ask for it; and the letters about it. */
import { sql } from 'kysely';
import { can, relationsOf, scope, type Action, type Relations } from '../../core/policy/policy.ts';
import { actingChairOf } from '../../core/policy/relations/jury.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { Standing } from './schema.ts';

/**
 * Locks in the one order everybody uses, edition before nomination; what the actor may not know of is not there.
 * The edition for oneself: a connection can open a decision of it again.
 */
export async function lockNomination(
  { trx, actor, now }: Unit,
  id: string,
  visibleBy: Action<typeof nomination>,
) {
  const found = await trx
    .selectFrom('nominations')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  await trx.selectFrom('editions').select('id').where('id', '=', found.edition_id).forUpdate().execute();
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

/**
 * Whether the actor decides on this person's conflict: the acting chair does, and on the acting chair's own the next (HAB-4).
 * `row` is locked with the relations to it.
 */
export async function decidesOn(
  { trx, actor }: Unit,
  row: { id: string; edition_id: string; state: string; rel: Relations<typeof nomination> },
  personId: string | null,
  action: 'decideConflict' | 'answerObjection' = 'decideConflict',
): Promise<boolean> {
  if (!can(nomination, action, row) || personId === actor.personId) return false;
  if (row.rel.actingChair) return true;
  return personId !== null && (await actingChairNow(trx, row.edition_id, row.id)) === personId;
}

async function actingChairNow(
  trx: Unit['trx'],
  editionId: string,
  nominationId: string,
): Promise<string | null> {
  const { rows } = await sql<{ chair: string | null }>`
    select ${actingChairOf(sql`${editionId}::uuid`, sql`${nominationId}::uuid`)} as chair`.execute(trx);
  return rows[0]?.chair ?? null;
}

export async function standingOf({ trx }: Unit, nominationId: string, personId: string): Promise<Standing> {
  const row = await trx
    .selectFrom('standings')
    .select('standing')
    .where('nomination_id', '=', nominationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.standing ?? 'undeclared';
}

/** Sits in the jury, or has declared: somebody there is something to decide about. */
export async function takesPart(
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
export async function tellActingChair(
  unit: Unit,
  editionId: string,
  nominationId: string,
  declarationId: string,
): Promise<void> {
  const chair = await actingChairNow(unit.trx, editionId, nominationId);
  if (chair)
    await tell(unit, editionId, chair, 'conflictToDecide', `declaration:${declarationId}`, '/jury/leder');
}

export async function tell(
  unit: Unit,
  editionId: string,
  personId: string,
  template: 'conflictToDecide' | 'conflictDecided',
  about: string,
  path: string,
): Promise<void> {
  const { year } = await callOf(unit.trx, editionId);
  const person = await unit.trx
    .selectFrom('people')
    .select(['id', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await queueEach(unit, [person], {
    template,
    key: `${about}:${template}`,
    editionId,
    params: { year, path },
  });
}
