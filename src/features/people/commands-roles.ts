/** What people may do for the service: granted from-to by an administrator, ended at once. */
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { authoriseService, endAccess } from './commands.ts';
import type { NewGrant } from './schema.ts';

/**
 * Grants a role and writes to the person.
 *
 * @throws conflict/exists when the person has the role in that time; request/invalid for a period that ends before it begins
 */
export async function grantRole(
  unit: Unit,
  personId: string,
  { role, editionId, from, until }: NewGrant,
): Promise<string> {
  const { trx, now, actor } = unit;
  await authoriseService(unit, 'managePeople');
  const person = await trx
    .selectFrom('people')
    .select(['email', 'language', 'removed_at'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
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
  if (await hasAlready(unit, personId, { role, editionId, until }, begins))
    throw problem('conflict/exists', {}, [], (t) => t.people.hasRoleAlready);
  const { id } = await trx
    .insertInto('role_grants')
    .values({
      person_id: personId,
      role,
      edition_id: editionId,
      from_at: begins,
      until_at: until,
      granted_by: actor.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId,
    subjectType: 'person',
    subjectId: personId,
    event: 'grantRole',
    payload: { role, from: begins.toISOString(), until: until?.toISOString() ?? null },
  });
  await queueLetter(unit, {
    template: 'invitation',
    key: `invitation:${id}`,
    editionId,
    to: { personId, email: person.email, language: person.language },
    params: { role, invitedBy: actor.name || actor.email, path: '/logg-inn' },
  });
  return id;
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
 * @throws role/last-administrator: somebody must be able to let people in
 */
export async function endRole(unit: Unit, grantId: string): Promise<string> {
  const { trx, now } = unit;
  await authoriseService(unit, 'managePeople');
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
  await trx
    .updateTable('role_grants')
    .set({ until_at: until, ended_by: unit.actor.personId })
    .where('id', '=', grantId)
    .execute();
  if (grant.role === 'administrator') await someAdministratorStays(unit);
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

/** Now, and with no end in sight: one who only has it for a time would leave nobody behind. */
async function someAdministratorStays({ trx, now }: Unit): Promise<void> {
  const one = await trx
    .selectFrom('role_grants')
    .select('id')
    .where('role', '=', 'administrator')
    .where('edition_id', 'is', null)
    .where('from_at', '<=', now)
    .where('until_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!one) throw problem('role/last-administrator');
}
