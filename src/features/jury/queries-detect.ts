/** What the service knows of people and applications, and the connections that it proposes from it. */
import { sql, type Kysely } from 'kysely';
import { actingChairOf } from '../../core/policy/relations/jury.ts';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { osloFields } from '../../platform/clock.ts';
import { detect, groundOfRule, type KnownApplication, type KnownPerson, type Proposal } from './detect.ts';
import { declarationsOf, type ToDeclare } from './queries-declarations.ts';
import type { ProposalOut, Reach, Standing } from './schema.ts';

/** Every connection that the service sees in an edition, of those who sit in the jury and of the secretariat. */
export async function proposalsOf(
  db: Kysely<DB>,
  editionId: string,
  now: Date,
  personId?: string,
): Promise<Proposal[]> {
  const people = await knownPeople(db, editionId, now, personId);
  return people.length ? detect(people, await knownApplications(db, editionId), osloFields(now).date) : [];
}

async function knownPeople(
  db: Kysely<DB>,
  editionId: string,
  now: Date,
  personId: string | undefined,
): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    select p.id, p.email, coalesce((select json_agg(json_build_object('kind', a.kind, 'name', a.name, 'number', a.number,
        'parent', o.parent_number, 'endedOn', a.ended_on) order by a.kind, a.name)
      from (
        select kind, organisation_name as name, organisation_number as number, ended_on::text from affiliations
          where person_id = p.id and removed_at is null
        union all
        select 'seat', s.organisation, s.organisation_number, null from seat_holders h join seats s on s.id = h.seat_id
          where h.person_id = p.id and h.edition_id = ${editionId} and h.until_at is null
      ) a left join organisation_parents o on o.number = a.number), '[]') as places
    from people p
    where ${personId ? sql`p.id = ${personId}::uuid` : sql`true`} and (
      exists (select from seat_holders h where h.person_id = p.id and h.edition_id = ${editionId} and h.until_at is null)
      or exists (select from role_grants g where g.person_id = p.id and g.role = 'secretary' and (g.edition_id is null or g.edition_id = ${editionId})
        and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at)))
    order by p.id`.execute(db);
  return rows;
}

async function knownApplications(db: Kysely<DB>, editionId: string): Promise<KnownApplication[]> {
  const { rows } = await sql<KnownApplication>`
    select n.id, n.organisation_name as name, n.organisation_number as number, o.parent_number as parent, n.partners,
      (select coalesce(json_agg(json_build_object('personId', m.person_id, 'email', p.email, 'current', m.removed_at is null)), '[]')
        from nomination_members m join people p on p.id = m.person_id where m.nomination_id = n.id) as members,
      (select coalesce(json_agg(distinct a.person_id), '[]') from adviser_access a where a.nomination_id = n.id) as advisers,
      (select coalesce(json_agg(distinct m.person_id), '[]') from nominations e join nomination_members m on m.nomination_id = e.id
        where e.organisation_key = n.organisation_key and e.edition_id <> n.edition_id and e.submitted_at is not null) as earlier
    from nominations n left join organisation_parents o on o.number = n.organisation_number
    where n.edition_id = ${editionId} and n.state not in ('draft', 'withdrawn', 'rejected')
    order by n.id`.execute(db);
  return rows;
}

/** Every application that the reader answers for, with the connections that the service sees to it. */
export async function withSeen(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<(ToDeclare & { seen: Proposal[] })[]> {
  const proposals = await ownProposals(db, reader, editionId);
  return (await declarationsOf(db, reader, { editionId })).map((one) => ({
    ...one,
    seen: proposals.get(one.id) ?? [],
  }));
}

async function ownProposals(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<Map<string, Proposal[]>> {
  if (!actor?.personId) return new Map();
  return Map.groupBy(
    await proposalsOf(db, editionId, now, actor.personId),
    ({ nominationId }) => nominationId,
  );
}

/** What nobody has declared or decided yet, for whoever decides on it; never one's own (HAB-4). */
export async function proposalsToDecide(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<ProposalOut[]> {
  const viewer = viewerOf(actor);
  const found = Map.groupBy(
    await proposalsOf(db, editionId, now),
    ({ nominationId, personId }) => `${nominationId} ${personId}`,
  );
  if (found.size === 0) return [];
  const pairs = [...found.values()].map(([first]) => first!);
  const rows = await db
    .selectFrom('nominations as n')
    .innerJoin('people as p', (join) =>
      join.on('p.id', 'in', [...new Set(pairs.map(({ personId }) => personId))]),
    )
    .leftJoin('standings as st', (join) =>
      join.onRef('st.nomination_id', '=', 'n.id').onRef('st.person_id', '=', 'p.id'),
    )
    .select(['n.id', 'n.organisation_name', 'p.id as person_id', 'st.standing'])
    // Nobody has named a ground: what the regulations say of "other".
    .select(sql<Reach>`reach_by_rule(n.edition_id, '{}')`.as('rule_reach'))
    .select((eb) => eb.fn.coalesce(sql<string | null>`nullif(p.name, '')`, 'p.email').as('name'))
    .select(sql<boolean>`p.id = ${actingChairOf(sql`n.edition_id`, sql`n.id`)}`.as('of_acting_chair'))
    .select(relationsOf(nomination, viewer, now, 'n', ['decideConflict']).as('rel'))
    .where('n.edition_id', '=', editionId)
    .where(scope(nomination, 'decideConflict', viewer, now, 'n'))
    .where('p.id', 'is distinct from', actor?.personId ?? null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('recusal_decisions as d')
            .select('d.id')
            .whereRef('d.nomination_id', '=', 'n.id')
            .whereRef('d.person_id', '=', 'p.id'),
        ),
      ),
    )
    .orderBy('n.organisation_name')
    .orderBy('p.name')
    .execute();
  return rows.flatMap((row) => {
    const proposals = found.get(`${row.id} ${row.person_id}`);
    const standing: Standing = row.standing ?? 'undeclared';
    const waits = standing === 'undeclared' || standing === 'free';
    return proposals && waits && (row.rel.actingChair || row.of_acting_chair)
      ? [
          {
            nominationId: row.id,
            organisation: row.organisation_name,
            personId: row.person_id,
            name: row.name ?? '',
            standing,
            ruleReach: row.rule_reach,
            reasons: proposals.map(({ rule, about }) => ({ rule, about, ground: groundOfRule[rule] })),
          },
        ]
      : [];
  });
}
