/** A leader named the substitute of another: may do all that a leader may, and is asked when that one has been silent for a day (decision 132). */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { holds } from '../../core/policy/relations/roles.ts';
import { edition } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { addDays } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Texts } from '../../ui/text/index.ts';
import type { Leader, NewGrant } from './schema.ts';

/** What was asked for before this instant, and nobody has answered, is the substitutes' as well. */
export const silentSince = (now: Date): Date => addDays(now, -1);

/**
 * In whose place `person` acts in the year of this alias: that of a leader who can act as well. Nobody's where the person could do the
 * same as a leader, as a secretary or as the chair, or where the leader's role has ended.
 */
export const actsFor = (row: string, person: RawBuilder<unknown>, now: Date): RawBuilder<string | null> => {
  const viewer = { personId: person };
  const ofYear = (alias: string) =>
    sql`(${sql.ref(`${alias}.edition_id`)} is null or ${sql.ref(`${alias}.edition_id`)} = ${sql.ref(`${row}.id`)})`;
  const leads = holds(viewer, 'leader', now);
  const otherwise = (['secretary', 'chair'] as const).map((name) =>
    edition.relations[name](row, viewer, now),
  );
  return sql<
    string | null
  >`(select l.person_id from role_grants g join role_grants l on l.id = g.substitute_for
    where ${leads} and ${ofYear('g')} and ${holds({ personId: sql.ref('l.person_id') }, 'leader', now, 'l')}
      and not exists (select from role_grants g where ${leads} and ${ofYear('g')} and g.substitute_for is null)
      and not (${sql.join(otherwise, sql` or `)}) order by l.id limit 1)`;
};

/** In whose place whoever acts now does so in this year. */
export async function placeOf(unit: Unit, editionId: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`select p.id, p.name from editions e
    join people p on p.id = ${actsFor('e', sql`${personOf(unit)}::uuid`, unit.now)} where e.id = ${editionId}`.execute(
    unit.trx,
  );
  return rows[0] ?? null;
}

/** Without the substitutes of those who are among them. */
export async function leadersFirst<P extends { id: string }>(
  { trx, now }: Unit,
  editionId: string,
  people: readonly P[],
): Promise<P[]> {
  const ids = people.map(({ id }) => id);
  const { rows } = await sql<{ id: string; leader: string | null }>`
    select candidate.id, ${actsFor('e', sql.ref('candidate.id'), now)} as leader from editions e, people candidate
    where e.id = ${editionId} and candidate.id = any(${ids}::uuid[])`.execute(trx);
  const stepBack = new Set(rows.flatMap(({ id, leader }) => (leader && ids.includes(leader) ? [id] : [])));
  return people.filter(({ id }) => !stepBack.has(id));
}

/** Leaders, now or later, who are nobody's substitute, by name. For whoever gives roles, which is asked before. */
export const leadersToChoose = (db: Kysely<DB>, now: Date): Promise<Leader[]> =>
  db
    .selectFrom('role_grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .leftJoin('editions as e', 'e.id', 'g.edition_id')
    .select(['g.id', sql<string>`coalesce(nullif(p.name, ''), p.email)`.as('name'), 'e.year'])
    .where('g.role', '=', 'leader')
    .where('g.substitute_for', 'is', null)
    .where((eb) => eb.or([eb('g.until_at', 'is', null), eb('g.until_at', '>', now)]))
    .orderBy('name')
    .orderBy('g.id')
    .execute();

/**
 * Holds the leader's role until the substitute's is given. The database refuses as well (`role_grants_substitute`).
 *
 * @returns the leader's name
 * @throws request/invalid saying whom one cannot be the substitute of
 */
export async function demandLeader(
  { trx }: Unit,
  personId: string,
  { role, editionId, substituteFor }: NewGrant,
  begins: Date,
): Promise<string | null> {
  if (!substituteFor) return null;
  const leader = await trx
    .selectFrom('role_grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .selectAll('g')
    .select(sql<string>`coalesce(nullif(p.name, ''), p.email)`.as('name'))
    .where('g.id', '=', substituteFor)
    .forShare('g')
    .executeTakeFirst();
  const refuse = (message: (t: Texts) => string) =>
    problem('request/invalid', {}, [{ field: 'substituteFor', message }]);
  if (role !== 'leader') throw refuse((t) => t.substitutes.leadersOnly);
  if (leader?.role !== 'leader' || (leader.until_at && leader.until_at <= begins))
    throw refuse((t) => t.substitutes.noLeader);
  if (leader.person_id === personId) throw refuse((t) => t.substitutes.oneself);
  if (leader.substitute_for) throw refuse((t) => t.substitutes.chain);
  if (leader.edition_id !== editionId) throw refuse((t) => t.substitutes.otherYears);
  return leader.name;
}
