/**
 * Roles for one task of a year, given by a secretary: communications, a reader under embargo, an auditor. Never with more than a secretary
 * has: no other role, no other year, nobody who is out of the secretariat's hands, and no auditor while there is an outcome to keep.
 */
import { sql, type Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { rests } from '../../core/policy/relations/roles.ts';
import type { Lang, Texts } from '../../ui/text/index.ts';
import { demand, findEdition, lockEdition, type JudgedEdition } from '../editions/queries.ts';
import { ensurePerson } from './commands.ts';
import { closeRole, giveRole } from './commands-roles.ts';
import { limitedRoleNames, type LimitedGrant, type NewGrant } from './schema.ts';

type LimitedRole = LimitedGrant['role'];
export interface NewLimited {
  email: string;
  name?: string | undefined;
  language: Lang;
  role: LimitedRole;
  from?: Date | undefined;
  until: Date;
}

/** Before the winner is out the signed result holds what no secretary sees: every ballot. */
export const rolesToGive = ({ state }: Pick<JudgedEdition, 'state'>): readonly LimitedRole[] =>
  limitedRoleNames.filter((role) => role !== 'auditor' || over.includes(state));
const over: readonly string[] = ['winnerAnnounced', 'noAward', 'archived', 'cancelled'];

/** Those of the year that hold now or later, by name. @throws not-found, auth/forbidden */
export async function limitedRolesOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<{ edition: JudgedEdition; grants: LimitedGrant[] }> {
  const edition = await findEdition(db, reader, editionId);
  demand(edition, 'giveLimitedRoles');
  const rows = await db
    .selectFrom('role_grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .leftJoin('people as b', 'b.id', 'g.granted_by')
    .select(['g.id', 'g.role', 'p.name', 'p.email', 'g.from_at', 'g.until_at', 'b.name as givenBy'])
    .select(sql<boolean>`${rests('g', sql.ref('g.edition_id'))}`.as('rests'))
    .where('g.edition_id', '=', editionId)
    .where('g.role', 'in', limitedRoleNames)
    .where((eb) => eb.or([eb('g.until_at', 'is', null), eb('g.until_at', '>', reader.now)]))
    .orderBy('p.name')
    .orderBy('g.id')
    .execute();
  return {
    edition,
    grants: rows.map(({ role, from_at, until_at, ...row }) => ({
      ...row,
      role: role as LimitedRole,
      from: from_at,
      until: until_at,
    })),
  };
}

/**
 * Lets somebody in for a task of the year, and writes to them as to everybody who is given a role.
 *
 * @returns the id of the role
 * @throws not-found, auth/forbidden; request/invalid for who or what a secretary cannot let in; as `grantRole`
 */
export async function giveLimitedRole(unit: Unit, editionId: string, given: NewLimited): Promise<string> {
  const edition = await lockEdition(unit, editionId, 'giveLimitedRoles');
  const { role, from, until } = given;
  if (!rolesToGive(edition).includes(role)) throw wrong('role', (t) => t.confidence.limited.auditorLater);
  const person = await ensurePerson(unit, given);
  if (person.id === unit.actor.personId) throw wrong('email', (t) => t.confidence.limited.notOneself);
  if (person.removed_at) throw wrong('email', (t) => t.confidence.limited.shutOut);
  const grant: NewGrant = { role, editionId, from, until };
  return giveRole(unit, person.id, grant);
}

const wrong = (field: string, message: (t: Texts) => string) =>
  problem('request/invalid', {}, [{ field, message }]);

/** Ends one now, with every session and token of the person. @throws not-found, also for any other role */
export async function endLimitedRole(unit: Unit, editionId: string, grantId: string): Promise<void> {
  await lockEdition(unit, editionId, 'giveLimitedRoles');
  const found = await unit.trx
    .selectFrom('role_grants')
    .select('id')
    .where('id', '=', grantId)
    .where('edition_id', '=', editionId)
    .where('role', 'in', limitedRoleNames)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  await closeRole(unit, grantId);
}
