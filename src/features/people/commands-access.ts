/** Letting people in and shutting them out. */
import { sql } from 'kysely';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { instant } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { Lang } from '../../ui/text/index.ts';
import { vacateSeatsOf } from '../jury/commands-seats.ts';
import { closeRole, grantRole } from './commands-roles.ts';
import { administratorsToStay } from './queries-administrators.ts';
import { authoriseService, endAccess, ensurePerson, letInAgain } from './commands.ts';
import type { NewGrant } from './schema.ts';

/**
 * Lets somebody in with a role, and writes to them. Somebody who was removed is let in again.
 *
 * @returns ids of the person and of the role
 */
export async function invite(
  unit: Unit,
  given: NewGrant & { email: string; name?: string | undefined; language: Lang },
): Promise<{ personId: string; grantId: string }> {
  await authoriseService(unit, 'managePeople');
  const person = await ensurePerson(unit, given);
  await letInAgain(unit, person);
  return { personId: person.id, grantId: await grantRole(unit, person.id, given) };
}

/** Ends all roles of a person, empties the seats in juries that are at work, and shuts the door: the address lets nobody in until it is invited again. */
export async function removePerson(unit: Unit, personId: string): Promise<void> {
  const { trx, now } = unit;
  await authoriseService(unit, 'managePeople');
  const person = await trx
    .selectFrom('people')
    .select(['id', 'removed_at'])
    .where('id', '=', personId)
    // Who gives a role meanwhile waits, and finds the door shut.
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw problem('not-found');
  if (person.removed_at) return;
  const grants = await trx
    .selectFrom('role_grants')
    .select('id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .orderBy('id')
    .execute();
  // Asked once: who shuts themselves out has no right left after the first.
  for (const { id } of grants) await closeRole(unit, id);
  await vacateSeatsOf(unit, personId);
  await trx.updateTable('people').set({ removed_at: now }).where('id', '=', personId).execute();
  await endAccess(unit, personId);
  unit.record({ editionId: null, subjectType: 'person', subjectId: personId, event: 'remove' });
}

/**
 * Makes somebody an administrator without another to do so: for whoever runs the service, when nobody is left who can let people in.
 * Ends nobody's role. It stands in the log with its reason.
 *
 * @returns whether it is new; who has the role already keeps it
 */
export async function appointAdministrator(
  unit: Unit,
  { email, reason }: { email: string; reason: string },
): Promise<boolean> {
  const { trx, now } = unit;
  const person = await ensurePerson(unit, { email, language: 'nb' });
  await letInAgain(unit, person);
  if ((await administratorsToStay(trx, now)).includes(person.id)) return false;
  await trx
    .insertInto('role_grants')
    .values({ person_id: person.id, role: 'administrator', edition_id: null, from_at: now })
    .execute();
  unit.record({
    editionId: null,
    subjectType: 'person',
    subjectId: person.id,
    event: 'grantRole',
    reason,
    payload: { role: 'administrator', by: 'npm run administrator' },
  });
  return true;
}

/**
 * Gives the address of FIRST_ADMINISTRATOR the role, as long as nobody has ever had it. Called at every start.
 * It holds from the beginning of time, so that a demonstration whose clock is set back has somebody to begin with.
 */
export async function ensureFirstAdministrator({
  config,
  db,
  clock,
}: Pick<Services, 'config' | 'db' | 'clock'>): Promise<void> {
  const email = config.firstAdministrator;
  if (!email) return;
  await transact(db, { actor: systemActor, now: await clock.now(), requestId: 'start' }, async (unit) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`.execute(unit.trx); // servers start together
    const had = await unit.trx
      .selectFrom('role_grants')
      .select('id')
      .where('role', '=', 'administrator')
      .limit(1)
      .executeTakeFirst();
    if (had) return;
    const person = await ensurePerson(unit, { email, language: 'nb' });
    await unit.trx
      .insertInto('role_grants')
      .values({ person_id: person.id, role: 'administrator', edition_id: null, from_at: instant(0) })
      .execute();
    unit.record({
      editionId: null,
      subjectType: 'person',
      subjectId: person.id,
      event: 'grantRole',
      payload: { role: 'administrator', by: 'FIRST_ADMINISTRATOR' },
    });
  });
}
