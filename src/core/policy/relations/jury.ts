/** Relations to the jury: who sits in it, who is free to judge what, who leads it, and between whom it chooses. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { literals } from '../../../platform/db/literals.ts';
import { confided } from './roles.ts';
import { me, ofPerson, yes, type Of, type Relation, type Viewer } from './viewer.ts';

/** The editions in which the viewer has a seat of these roles, found once for a whole list; `and`: what else must hold there. */
const seatsOf = (viewer: Viewer, roles: readonly string[], and = sql``) =>
  sql`(select h.edition_id from seat_holders h join seats s on s.id = h.seat_id
    where h.person_id = ${me(viewer)} and h.until_at is null and h.confirmed_at is not null and ${confided('h')}
      and s.role in (${literals(roles)})${and})`;

export const seat = (roles: readonly string[], edition: Of): Relation =>
  ofPerson((row, viewer) => sql<SqlBool>`(${edition(row)} in ${seatsOf(viewer, roles)})`);

/** A deputy sits with the jury only once called in: the seat then becomes a member's. */
export const seats = ['chair', 'deputyChair', 'member'] as const;
/** Whoever leads goes on leading when the rules of confidence change; but nothing opens before they are confirmed anew. */
export const sits = (viewer: Viewer, edition: RawBuilder<unknown>) =>
  sql<SqlBool>`${edition} in ${seatsOf(viewer, seats)}`;

/** How a juror stands to an application (HAB-1). */
export const stands = (
  person: RawBuilder<unknown>,
  nomination: RawBuilder<unknown>,
  ...how: readonly ('free' | 'pending' | 'recused')[]
) =>
  sql<SqlBool>`exists (select from standings st where st.nomination_id = ${nomination} and st.person_id = ${person} and st.standing in (${literals(how)}))`;

/** A juror who has answered for every application before the jury, and is free for this one (HAB-1). */
export const freeJuror = (edition: Of, nomination: Of): Relation =>
  ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${stands(me(viewer), nomination(row), 'free')} and ${edition(row)} in ${seatsOf(viewer, seats, answeredForAll(viewer))})`,
  );

const answeredForAll = (viewer: Viewer) => sql` and not exists (select from nominations other
      where other.edition_id = h.edition_id and other.state in ('admitted', 'underReview', 'scored') and not exists (
        select from standings st where st.nomination_id = other.id and st.person_id = ${me(viewer)} and st.standing <> 'undeclared'))`;

export const judgingClosed = (edition: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select from editions e where e.id = ${edition} and e.judging_closed_at is not null)`;

/**
 * The chair; for an application the chair is out of, or with an empty chair, the deputy chair; and where that one is out too,
 * the first of the others who is not: a jury never waits for somebody who must not decide (HAB-4).
 */
export const actingChairOf = (
  edition: RawBuilder<unknown>,
  nomination: RawBuilder<unknown>,
): RawBuilder<string> =>
  firstWhere(edition, (person) => sql`not ${stands(person, nomination, 'pending', 'recused')}`);

export const actingChair = (edition: Of, nomination: Of): Relation =>
  ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${me(viewer)} = ${actingChairOf(edition(row), nomination(row))} and ${sits(viewer, edition(row))})`,
  );

export const nextChair = (edition: Of, nomination: Of): Relation =>
  ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${me(viewer)} = ${firstWhere(
        edition(row),
        (person) => sql`not ${stands(person, nomination(row), 'pending', 'recused')}
            and ${person} <> ${actingChairOf(edition(row), nomination(row))}`,
      )} and ${sits(viewer, edition(row))})`,
  );

/** The first of the jury, chair and deputy chair before the others, for whom `holds`. Null when there is nobody. */
const firstWhere = (
  edition: RawBuilder<unknown>,
  holds: (person: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<string> =>
  sql`(select h.person_id from seat_holders h join seats s on s.id = h.seat_id
       where h.edition_id = ${edition} and h.until_at is null and h.confirmed_at is not null and s.role in (${literals(seats)})
         and ${holds(sql`h.person_id`)}
       order by array_position(array['chair', 'deputyChair', 'member'], s.role), s.position limit 1)`;

/** Does not want to be nominated: has said so when told in confidence. */
export const hasDeclined = (nomination: string): RawBuilder<SqlBool> =>
  sql`exists (select from namings g where g.nomination_id = ${sql.ref(`${nomination}.id`)} and g.answer = 'declined')`;

/** Still a candidate, as SQL over the alias of a nomination: among the nominated once these are decided, before that everything the jury weighs. */
export const candidate = (
  nomination: string,
): RawBuilder<SqlBool> => sql`${sql.ref(`${nomination}.state`)} in ('scored', 'finalist') and not ${hasDeclined(nomination)}
  and (not exists (select from decisions d where d.edition_id = ${sql.ref(`${nomination}.edition_id`)} and d.kind = 'finalists' and d.retracted_at is null)
    or exists (select from decisions d join decision_entries de on de.decision_id = d.id
      where de.nomination_id = ${sql.ref(`${nomination}.id`)} and d.kind = 'finalists' and d.retracted_at is null))`;

/**
 * Who writes down what the jury decides: a choice between applications is not made by somebody who is out of one of them.
 * Where everybody is out of something, the chair writes it down; who took part in what stands in the decision.
 */
export const decidingChair = (edition: RawBuilder<unknown>) => {
  const out = (
    person: RawBuilder<unknown>,
  ) => sql`exists (select from nominations c join standings st on st.nomination_id = c.id
    where c.edition_id = ${edition} and st.person_id = ${person} and ${candidate('c')}
      and out_of_choice(st.standing, st.reach, (select count(*)::int from nominations c where c.edition_id = ${edition} and ${candidate('c')})))`;
  return sql`coalesce(${firstWhere(edition, (person) => sql`not ${out(person)}`)}, ${leadingChair(edition)}, ${firstWhere(edition, () => yes)})`;
};

/** Out of the whole year, by what the regulations say of the ground. */
const outOfYear = (person: RawBuilder<unknown>, edition: RawBuilder<unknown>) =>
  sql`exists (select from wide_recusals w where w.edition_id = ${edition} and w.person_id = ${person})`;

/**
 * Who leads the jury: the chair, or the deputy chair while nobody holds the chair or its holder is out of the whole year;
 * where both are out of it, the first of the others who is not.
 */
export const leadingChair = (edition: RawBuilder<unknown>) =>
  firstWhere(
    edition,
    (person) => sql`not ${outOfYear(person, edition)}
         and (s.role <> 'member' or exists (select from wide_recusals w where w.edition_id = ${edition}))`,
  );
