/** Where somebody works and sits: written by oneself, so that the service can point at connections. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { AffiliationOut, NewAffiliation } from './schema.ts';

export async function affiliationsOf(db: Kysely<DB>, { actor }: Reader): Promise<AffiliationOut[]> {
  const rows = await db
    .selectFrom('affiliations as a')
    .leftJoin('organisation_parents as o', 'o.number', 'a.organisation_number')
    .select(['a.id', 'a.kind', 'a.organisation_name', 'a.organisation_number', 'o.parent_number'])
    .select((eb) => eb.cast<string | null>('a.ended_on', 'text').as('ended_on'))
    .where('a.person_id', '=', actor?.personId ?? null)
    .where('a.removed_at', 'is', null)
    .orderBy('a.kind')
    .orderBy('a.organisation_name')
    .execute();
  return rows.map(({ id, kind, organisation_name, organisation_number, parent_number, ended_on }) => ({
    id,
    kind,
    organisation: organisation_name,
    organisationNumber: organisation_number,
    parentNumber: parent_number,
    endedOn: ended_on,
  }));
}

/** @throws request/invalid for a former one without the day of its end */
export async function addAffiliation(unit: Unit, given: NewAffiliation): Promise<{ id: string }> {
  const { trx, actor, now } = unit;
  if (!actor.personId) throw problem('auth/forbidden');
  const { kind, organisation, organisationNumber = null, parentNumber = null, endedOn = null } = given;
  if (kind === 'former' && !endedOn)
    throw problem('request/invalid', {}, [{ field: 'endedOn', message: (t) => t.fieldErrors.required }]);
  const { id } = await trx
    .insertInto('affiliations')
    .values({
      person_id: actor.personId,
      kind,
      organisation_name: organisation.trim(),
      organisation_number: organisationNumber,
      ended_on: kind === 'former' ? endedOn : null,
      added_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await rememberParent(unit, organisationNumber, parentNumber);
  return { id };
}

/** @throws not-found for somebody else's */
export async function removeAffiliation({ trx, actor, now }: Unit, id: string): Promise<void> {
  const removed = await trx
    .updateTable('affiliations')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw problem('not-found');
}

/** Which organisation another belongs to, as somebody has told it last. */
export async function rememberParent(
  { trx }: Unit,
  number: string | null | undefined,
  parent: string | null | undefined,
): Promise<void> {
  if (!number || !parent || number === parent) return;
  await trx
    .insertInto('organisation_parents')
    .values({ number, parent_number: parent })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ parent_number: parent }))
    .execute();
}
