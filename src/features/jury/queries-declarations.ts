/** For whom one should answer, and the connections that wait for a decision. Each list begins with the policy's scope. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { actingChairOf } from '../../core/policy/relations/jury.ts';
import { nomination } from '../../core/policy/resources.ts';
import { beforeJury } from '../../core/policy/states.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Answer, Capacity, ConflictOut, Reach, Standing } from './schema.ts';

/** An application as the declaration shows it: its name and nothing else. */
export interface ToDeclare {
  id: string;
  organisation_name: string;
  unit_name: string;
  partners: string[];
  answer: Answer | null;
  grounds: string[];
  standing: Standing;
}

/**
 * Which applications somebody is asked about: those of a year, as a juror or in the secretariat; or the drafts that one reads as
 * an adviser, of whatever year.
 */
export type Asked = { editionId: string } | 'adviser';

/** Every application that the reader should declare for, with what he or she answered last. */
export async function declarationsOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  asked: Asked,
): Promise<ToDeclare[]> {
  const person = actor?.personId ?? null;
  const viewer = viewerOf(actor);
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('declarations as l')
          .select(['l.answer', 'l.grounds'])
          .whereRef('l.nomination_id', '=', 'n.id')
          .where('l.person_id', '=', person)
          .orderBy('l.standing_order', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .leftJoin('standings as st', (join) =>
      join.onRef('st.nomination_id', '=', 'n.id').on('st.person_id', '=', person),
    )
    .select([
      'n.id',
      'n.organisation_name',
      'n.unit_name',
      'n.partners',
      'd.answer',
      'd.grounds',
      'st.standing',
    ])
    .where((eb) =>
      asked === 'adviser'
        ? nomination.relations.adviser('n', viewer)
        : eb.and([
            eb('n.edition_id', '=', asked.editionId),
            // What one reads as an adviser only is asked about on the adviser's own page.
            eb.or([eb('n.state', 'in', beforeJury), nomination.relations.secretary('n', viewer, now)]),
          ]),
    )
    .where(scope(nomination, 'declare', viewer, now, 'n'))
    // Whoever is out of the whole year because of one application is asked about no other, and told of no other.
    .where((eb) => eb.or([eb('st.because', 'is', null), eb('st.because', '=', eb.ref('n.id'))]))
    .orderBy('n.organisation_name')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    grounds: row.grounds ?? [],
    standing: row.standing ?? 'undeclared',
  }));
}

/** As what somebody (alias `p`) has to do with an application (alias `n`): whoever neither sits in the jury nor works in the secretariat has read along. */
export const capacity = sql<Capacity>`case
  when exists (select from seat_holders h where h.person_id = p.id and h.edition_id = n.edition_id) then 'jury'
  when exists (select from role_grants g where g.person_id = p.id and g.role = 'secretary'
    and (g.edition_id is null or g.edition_id = n.edition_id)) then 'secretariat'
  else 'adviser' end`;

/** Connections that have been declared, with what was decided on them; the undecided first. */
export async function conflictsOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<ConflictOut[]> {
  const ofActingChair = actingChairOf(sql`n.edition_id`, sql`n.id`);
  const rows = await db
    .selectFrom('standings as st')
    .innerJoin('nominations as n', 'n.id', 'st.nomination_id')
    .innerJoin('people as p', 'p.id', 'st.person_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('declarations as l')
          .leftJoin('declaration_notes as t', 't.declaration_id', 'l.id')
          .select(['l.answer', 'l.grounds', 'l.declared_at', 't.note'])
          .whereRef('l.nomination_id', '=', 'n.id')
          .whereRef('l.person_id', '=', 'p.id')
          .where('l.answer', '<>', 'none')
          .orderBy('l.standing_order', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('recusal_decisions as l')
          .innerJoin('people as by', 'by.id', 'l.decided_by')
          .select(['l.recused', 'l.reach', 'l.reason', 'l.decided_at', 'by.name as decided_by'])
          .whereRef('l.nomination_id', '=', 'n.id')
          .whereRef('l.person_id', '=', 'p.id')
          .orderBy('l.standing_order', 'desc')
          .limit(1)
          .as('r'),
      (join) => join.onTrue(),
    )
    .select(['n.id', 'n.state', 'n.organisation_name', 'p.id as person_id', 'p.name', 'st.standing'])
    .select([
      'd.answer',
      'd.grounds',
      'd.declared_at',
      'd.note',
      'r.recused',
      'r.reach',
      'r.reason',
      'r.decided_at',
      'r.decided_by',
    ])
    .select(sql<boolean>`p.id = ${ofActingChair}`.as('of_acting_chair'))
    .select(capacity.as('capacity'))
    .select((eb) => eb.fn<Reach>('reach_by_rule', ['n.edition_id', 'd.grounds']).as('rule_reach'))
    .select(relationsOf(nomination, viewerOf(actor), now, 'n').as('rel'))
    .where('n.edition_id', '=', editionId)
    .where((eb) => eb.or([eb('d.answer', 'is not', null), eb('r.recused', 'is not', null)]))
    .where(scope(nomination, 'seeConflicts', viewerOf(actor), now, 'n'))
    // Who only decides on the acting chair's own sees nobody else's.
    .where(({ or, not, ref }) =>
      or([
        sql<boolean>`${ref('p.id')} = ${ofActingChair}`,
        not(nomination.relations.nextChair('n', viewerOf(actor), now)),
        nomination.relations.secretary('n', viewerOf(actor), now),
        nomination.relations.auditor('n', viewerOf(actor), now),
      ]),
    )
    .orderBy((eb) => eb('st.standing', '<>', 'pending'))
    .orderBy('n.organisation_name')
    .orderBy('p.name')
    .execute();
  return rows.map((row) => ({
    nominationId: row.id,
    organisation: row.organisation_name,
    personId: row.person_id,
    name: row.name,
    capacity: row.capacity,
    answer: row.answer,
    grounds: row.grounds ?? [],
    note: row.note,
    standing: row.standing,
    declaredAt: row.declared_at?.toISOString() ?? null,
    decision: row.decided_at
      ? {
          recused: row.recused!,
          reach: row.reach,
          reason: row.reason!,
          decidedBy: row.decided_by!,
          decidedAt: row.decided_at.toISOString(),
        }
      : null,
    ruleReach: row.rule_reach,
    // HAB-4: never one's own.
    mayDecide:
      row.person_id !== actor?.personId &&
      (row.rel.actingChair || row.of_acting_chair) &&
      can(nomination, 'decideConflict', { state: row.state, rel: row.rel }),
  }));
}
