/** What people may do for the service: granted from-to by an administrator, ended at once. */
import { sql } from 'kysely';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { instant } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { Lang } from '../../ui/text/index.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { authoriseService, endAccess, ensurePerson } from './commands.ts';
import type { NewGrant } from './schema.ts';

/**
 * Lets somebody in with a role, and writes to them. Somebody who was removed is let in again.
 *
 * @returns ids of the person and of the role
 */
export async function invite(unit: Unit, given: NewGrant & { email: string; name?: string | undefined; language: Lang }): Promise<{ personId: string; grantId: string }> {
  await authoriseService(unit, 'managePeople');
  const person = await ensurePerson(unit, given);
  if (person.removed_at) await unit.trx.updateTable('people').set({ removed_at: null }).where('id', '=', person.id).execute();
  return { personId: person.id, grantId: await grantRole(unit, person.id, given) };
}

/**
 * Grants a role and writes to the person.
 *
 * @throws conflict/exists when the person has the role in that time; request/invalid for a period that ends before it begins
 */
export async function grantRole(unit: Unit, personId: string, { role, editionId, from, until }: NewGrant): Promise<string> {
  const { trx, now, actor } = unit;
  await authoriseService(unit, 'managePeople');
  const person = await trx.selectFrom('people').select(['email', 'language', 'removed_at']).where('id', '=', personId).forUpdate().executeTakeFirst();
  if (!person || person.removed_at) throw problem('not-found');
  const begins = from && from > now ? from : now;
  if (until && until <= begins) throw problem('request/invalid', {}, [{ field: 'until', message: (t) => t.people.endsBeforeItBegins }]);
  if (role === 'administrator' && editionId) throw problem('request/invalid', {}, [{ field: 'editionId', message: (t) => t.people.administratorOfAll }]);
  if (editionId && !(await trx.selectFrom('editions').select('id').where('id', '=', editionId).executeTakeFirst())) {
    throw problem('request/invalid', {}, [{ field: 'editionId', message: (t) => t.fieldErrors.choose }]);
  }
  if (await hasAlready(unit, personId, { role, editionId, until }, begins)) throw problem('conflict/exists', {}, [], (t) => t.people.hasRoleAlready);
  const { id } = await trx
    .insertInto('role_grants')
    .values({ person_id: personId, role, edition_id: editionId, from_at: begins, until_at: until, granted_by: actor.personId })
    .returning('id').executeTakeFirstOrThrow();
  unit.record({
    editionId, subjectType: 'person', subjectId: personId, event: 'grantRole',
    payload: { role, from: begins.toISOString(), until: until?.toISOString() ?? null },
  });
  await queueLetter(unit, {
    template: 'invitation', key: `invitation:${id}`, editionId,
    to: { personId, email: person.email, language: person.language },
    params: { role, invitedBy: actor.name || actor.email, path: '/logg-inn' },
  });
  return id;
}

async function hasAlready({ trx }: Unit, personId: string, { role, editionId, until }: NewGrant, begins: Date): Promise<boolean> {
  let same = trx
    .selectFrom('role_grants').select('id').where('person_id', '=', personId).where('role', '=', role)
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
  await trx.selectFrom('role_grants').select('id').where('role', '=', 'administrator').orderBy('id').forUpdate().execute();
  const grant = await trx.selectFrom('role_grants').selectAll().where('id', '=', grantId).forUpdate().executeTakeFirst();
  if (!grant) throw problem('not-found');
  if (grant.until_at && grant.until_at <= now) return grant.person_id;
  // One that has not begun ends where it begins: it never was.
  const until = grant.from_at > now ? grant.from_at : now;
  await trx.updateTable('role_grants').set({ until_at: until, ended_by: unit.actor.personId }).where('id', '=', grantId).execute();
  if (grant.role === 'administrator') await someAdministratorStays(unit);
  await endAccess(unit, grant.person_id);
  unit.record({ editionId: grant.edition_id, subjectType: 'person', subjectId: grant.person_id, event: 'endRole', payload: { role: grant.role } });
  return grant.person_id;
}

/** Now, and with no end in sight: one who only has it for a time would leave nobody behind. */
async function someAdministratorStays({ trx, now }: Unit): Promise<void> {
  const one = await trx
    .selectFrom('role_grants').select('id')
    .where('role', '=', 'administrator').where('edition_id', 'is', null).where('from_at', '<=', now).where('until_at', 'is', null)
    .limit(1).executeTakeFirst();
  if (!one) throw problem('role/last-administrator');
}

/** Ends all roles of a person and shuts the door: the address lets nobody in until it is invited again. */
export async function removePerson(unit: Unit, personId: string): Promise<void> {
  const { trx, now } = unit;
  await authoriseService(unit, 'managePeople');
  const person = await trx.selectFrom('people').select(['id', 'removed_at']).where('id', '=', personId).executeTakeFirst();
  if (!person) throw problem('not-found');
  if (person.removed_at) return;
  const grants = await trx
    .selectFrom('role_grants').select('id').where('person_id', '=', personId)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)])).orderBy('id').execute();
  for (const { id } of grants) await endRole(unit, id);
  await trx.updateTable('people').set({ removed_at: now }).where('id', '=', personId).execute();
  await endAccess(unit, personId);
  unit.record({ editionId: null, subjectType: 'person', subjectId: personId, event: 'remove' });
}

/**
 * Gives the address of FIRST_ADMINISTRATOR the role, as long as nobody has ever had it. Called at every start.
 * It holds from the beginning of time, so that a demonstration whose clock is set back has somebody to begin with.
 */
export async function ensureFirstAdministrator({ config, db, clock }: Pick<Services, 'config' | 'db' | 'clock'>): Promise<void> {
  const email = config.firstAdministrator;
  if (!email) return;
  await transact(db, { actor: systemActor, now: await clock.now(), requestId: 'start' }, async (unit) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`.execute(unit.trx); // servers start together
    const had = await unit.trx.selectFrom('role_grants').select('id').where('role', '=', 'administrator').limit(1).executeTakeFirst();
    if (had) return;
    const person = await ensurePerson(unit, { email, language: 'nb' });
    await unit.trx.insertInto('role_grants').values({ person_id: person.id, role: 'administrator', edition_id: null, from_at: instant(0) }).execute();
    unit.record({ editionId: null, subjectType: 'person', subjectId: person.id, event: 'grantRole', payload: { role: 'administrator', by: 'FIRST_ADMINISTRATOR' } });
  });
}
