/** What people may do for the service: granted from-to by an administrator, ended at once. */
import { sql, type Selectable } from 'kysely';
import { takesPart } from '../../core/policy/relations/roles.ts';
import type { RoleGrantsTable } from '../../platform/db/types.ts';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Texts } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { authoriseService, endAccess } from './commands.ts';
import { ADMINISTRATORS, administratorsToStay } from './queries-administrators.ts';
import { limitedRoles, rolesOfOneYear, type NewGrant } from './schema.ts';
import { demandLeader } from './substitutes.ts';

/**
 * Grants a role and writes to the person.
 *
 * @throws conflict/exists when the person has the role in that time; request/invalid for a period that ends before it begins, and
 *   for a limited role without its year or its end, or for somebody who takes part in the year, and for whom a leader cannot be the
 *   substitute of; role/runs-the-year for whoever works on an application to it
 */
export async function grantRole(unit: Unit, personId: string, grant: NewGrant): Promise<string> {
  await authoriseService(unit, 'managePeople');
  return giveRole(unit, personId, grant);
}

/** For whoever may do so, which is asked before. @throws as `grantRole` */
export async function giveRole(unit: Unit, personId: string, grant: NewGrant): Promise<string> {
  const { trx, now, actor } = unit;
  const { role, editionId, from, until, substituteFor = null } = grant;
  const person = await trx
    .selectFrom('people')
    .select(['email', 'language', 'removed_at', sql<boolean>`email = deleted_address(id)`.as('isDeleted')])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (person?.isDeleted) throw problem('person/just-deleted');
  if (!person || person.removed_at) throw problem('not-found');
  const begins = from && from > now ? from : now;
  if (until && until <= begins)
    throw problem('request/invalid', {}, [{ field: 'until', message: (t) => t.people.endsBeforeItBegins }]);
  if (role === 'administrator' && editionId)
    throw problem('request/invalid', {}, [
      { field: 'editionId', message: (t) => t.people.administratorOfAll },
    ]);
  if (
    editionId &&
    !(await trx.selectFrom('editions').select('id').where('id', '=', editionId).executeTakeFirst())
  ) {
    throw problem('request/invalid', {}, [{ field: 'editionId', message: (t) => t.fieldErrors.choose }]);
  }
  refuseUnlimited({ role, editionId, until });
  await refuseBesidePart(unit, personId, { role, editionId });
  if (await hasAlready(unit, personId, { role, editionId, until }, begins))
    throw problem('conflict/exists', {}, [], (t) => t.people.hasRoleAlready);
  const leader = await demandLeader(unit, personId, grant, begins);
  const { id } = await trx
    .insertInto('role_grants')
    .values({
      person_id: personId,
      role,
      edition_id: editionId,
      from_at: begins,
      until_at: until,
      granted_by: actor.personId,
      substitute_for: substituteFor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId,
    subjectType: 'person',
    subjectId: personId,
    event: 'grantRole',
    payload: {
      role,
      from: begins.toISOString(),
      until: until?.toISOString() ?? null,
      ...(leader === null ? {} : { substituteFor: leader }),
    },
  });
  // A minister's office gets no mail from the service but the code with which it signs in.
  if (role === 'embargoReader') return id;
  await queueLetter(unit, {
    template: 'invitation',
    key: `invitation:${id}`,
    editionId,
    to: { personId, email: person.email, language: person.language },
    params: { role, invitedBy: actor.name || actor.email, path: '/logg-inn' },
  });
  return id;
}

function refuseUnlimited({ role, editionId, until }: NewGrant): void {
  const missing = [
    ...(rolesOfOneYear.includes(role) && editionId === null
      ? [{ field: 'editionId', message: (t: Texts) => t.confidence.needsYear }]
      : []),
    ...(limitedRoles.includes(role) && until === null
      ? [{ field: 'until', message: (t: Texts) => t.confidence.needsEnd }]
      : []),
  ];
  if (missing.length) throw problem('request/invalid', {}, missing);
}

/**
 * A limited role, for every year: not while its holder takes part in one whose winner is not out. A part that comes later lets it rest.
 * Those who run a year work on no application to it, and never will (the database refuses as well).
 */
async function refuseBesidePart(
  { trx }: Unit,
  personId: string,
  { role, editionId }: Pick<NewGrant, 'role' | 'editionId'>,
): Promise<void> {
  if (role === 'secretary' || role === 'leader') {
    const { rows } = await sql<{
      applies: boolean;
    }>`select applies_to_year(${personId}, ${editionId}) as applies`.execute(trx);
    if (rows[0]?.applies) throw problem('role/runs-the-year');
    return;
  }
  if (!limitedRoles.includes(role)) return;
  const year = await trx
    .selectFrom('editions as e')
    .select('e.id')
    .where(editionId ? sql<boolean>`e.id = ${editionId}` : sql<boolean>`e.ended_at is null`)
    .where(takesPart(sql`${personId}::uuid`, sql.ref('e.id')))
    .limit(1)
    .executeTakeFirst();
  if (year)
    throw problem('request/invalid', {}, [{ field: 'role', message: (t) => t.confidence.limited.takesPart }]);
}

async function hasAlready(
  { trx }: Unit,
  personId: string,
  { role, editionId, until }: NewGrant,
  begins: Date,
): Promise<boolean> {
  let same = trx
    .selectFrom('role_grants')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', begins)]))
    .where('edition_id', editionId ? '=' : 'is', editionId);
  if (until) same = same.where('from_at', '<', until);
  return (await same.executeTakeFirst()) !== undefined;
}

/**
 * Ends a role now, with every session and token of the person.
 *
 * @returns the person
 * @throws role/last-administrator: two must stay who can let people in
 */
export async function endRole(unit: Unit, grantId: string): Promise<string> {
  await authoriseService(unit, 'managePeople');
  return closeRole(unit, grantId);
}

/** For whoever may do so, which is asked before. @throws as `endRole` */
export async function closeRole(unit: Unit, grantId: string): Promise<string> {
  const { trx, now } = unit;
  await trx
    .selectFrom('role_grants')
    .select('id')
    .where('role', '=', 'administrator')
    .orderBy('id')
    .forUpdate()
    .execute();
  const grant = await trx
    .selectFrom('role_grants')
    .selectAll()
    .where('id', '=', grantId)
    .forUpdate()
    .executeTakeFirst();
  if (!grant) throw problem('not-found');
  if (grant.until_at && grant.until_at <= now) return grant.person_id;
  // One that has not begun ends where it begins: it never was.
  const until = grant.from_at > now ? grant.from_at : now;
  await refuseTooFewAdministrators(unit, grant);
  await trx
    .updateTable('role_grants')
    .set({ until_at: until, ended_by: unit.actor.personId })
    .where('id', '=', grantId)
    .execute();
  await endAccess(unit, grant.person_id);
  unit.record({
    editionId: grant.edition_id,
    subjectType: 'person',
    subjectId: grant.person_id,
    event: 'endRole',
    payload: { role: grant.role },
  });
  return grant.person_id;
}

/** The database refuses as well (`two_administrators_stay`). */
async function refuseTooFewAdministrators(
  { trx, now }: Unit,
  {
    role,
    person_id,
    from_at,
    until_at,
  }: Pick<Selectable<RoleGrantsTable>, 'role' | 'person_id' | 'from_at' | 'until_at'>,
): Promise<void> {
  if (role !== 'administrator' || until_at !== null || from_at > now) return;
  const staying = (await administratorsToStay(trx, now)).filter((id) => id !== person_id);
  if (staying.length < ADMINISTRATORS) throw problem('role/last-administrator');
}
