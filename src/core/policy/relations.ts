/**
 * The relations a person can have to a row, each said once as SQL. `scope` puts them into a where clause,
 * `relationsOf` selects them with the row as booleans, and the in-memory predicate reads those.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { CONFIDENCE_WORDING } from './confidence.ts';

/** Who asks. `null` is a passer-by; the system acts for nobody, only through cascades and due dates. */
export interface Viewer {
  personId: string | null;
  system?: boolean;
}
/** SQL for a relation: `row` is the alias of the table, `now` the arrival time. */
type Relation = (row: string, viewer: Viewer, now: Date) => RawBuilder<SqlBool>;

const yes = sql<SqlBool>`true`;
const no = sql<SqlBool>`false`;
const me = (viewer: Viewer) => sql`${viewer.personId}::uuid`;
const column = (row: string, name: string) => sql.ref(`${row}.${name}`);

/** The rules of confidence are confirmed in the wording that holds, for the grant or the seat of this alias. */
export const confided = (alias: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(`${alias}.confidence_wording`)} >= ${sql.lit(CONFIDENCE_WORDING)}`;

/** A role that holds now, but opens nothing until its holder has confirmed the rules of confidence. */
export const waitsForConfidence = (alias: string, now: Date): RawBuilder<SqlBool> =>
  sql`(${sql.ref(`${alias}.role`)} <> 'administrator' and (${confided(alias)}) is not true
    and ${sql.ref(`${alias}.from_at`)} <= ${now} and (${sql.ref(`${alias}.until_at`)} is null or ${now} < ${sql.ref(`${alias}.until_at`)}))`;

/** A role that holds now; without the rules of confidence confirmed it is none. */
const holds = (viewer: Viewer, name: string, now: Date): RawBuilder<SqlBool> =>
  sql`g.person_id = ${me(viewer)} and g.role = ${sql.lit(name)}
    and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at)${name === 'administrator' ? sql`` : sql` and ${confided('g')}`}`;

const role =
  (name: string, edition: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from role_grants g where ${holds(viewer, name, now)}
          and (g.edition_id is null or g.edition_id = ${edition(row)}))`;

/** The words of the domain stand in the SQL itself: the planner then knows how many rows they are. */
const words = (names: readonly string[]) => sql.join(names.map((name) => sql.lit(name)));

/** The editions in which the viewer has a seat of these roles, found once for a whole list; `and`: what else must hold there. */
const seatsOf = (viewer: Viewer, roles: readonly string[], and = sql``) =>
  sql`(select h.edition_id from seat_holders h join seats s on s.id = h.seat_id
    where h.person_id = ${me(viewer)} and h.until_at is null and h.confirmed_at is not null and ${confided('h')}
      and s.role in (${words(roles)})${and})`;

const seat =
  (roles: readonly string[], edition: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer) =>
    viewer.personId === null ? no : sql<SqlBool>`(${edition(row)} in ${seatsOf(viewer, roles)})`;

/** A deputy sits with the jury only once called in: the seat then becomes a member's. */
const seats = ['chair', 'deputyChair', 'member'] as const;
/** Whoever leads goes on leading when the rules of confidence change; but nothing opens before they are confirmed anew. */
const sits = (viewer: Viewer, edition: RawBuilder<unknown>) =>
  sql<SqlBool>`${edition} in ${seatsOf(viewer, seats)}`;
const system: Relation = (_row, viewer) => (viewer.system ? yes : no);

/** How a juror stands to an application (HAB-1). */
export const stands = (
  person: RawBuilder<unknown>,
  nomination: RawBuilder<unknown>,
  ...how: readonly ('free' | 'pending' | 'recused')[]
) =>
  sql<SqlBool>`exists (select from standings st where st.nomination_id = ${nomination} and st.person_id = ${person} and st.standing in (${words(how)}))`;

/** A juror who has answered for every application before the jury, and is free for this one (HAB-1). */
const freeJuror =
  (
    edition: (row: string) => RawBuilder<unknown>,
    nomination: (row: string) => RawBuilder<unknown>,
  ): Relation =>
  (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${stands(me(viewer), nomination(row), 'free')} and ${edition(row)} in ${seatsOf(viewer, seats, answeredForAll(viewer))})`;

const answeredForAll = (viewer: Viewer) => sql` and not exists (select from nominations other
      where other.edition_id = h.edition_id and other.state in ('admitted', 'underReview', 'scored') and not exists (
        select from standings st where st.nomination_id = other.id and st.person_id = ${me(viewer)} and st.standing <> 'undeclared'))`;

const judgingClosed = (edition: RawBuilder<unknown>) =>
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

const actingChair =
  (
    edition: (row: string) => RawBuilder<unknown>,
    nomination: (row: string) => RawBuilder<unknown>,
  ): Relation =>
  (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = ${actingChairOf(edition(row), nomination(row))} and ${sits(viewer, edition(row))})`;

const nextChair =
  (
    edition: (row: string) => RawBuilder<unknown>,
    nomination: (row: string) => RawBuilder<unknown>,
  ): Relation =>
  (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = ${firstWhere(
          edition(row),
          (person) => sql`not ${stands(person, nomination(row), 'pending', 'recused')}
            and ${person} <> ${actingChairOf(edition(row), nomination(row))}`,
        )} and ${sits(viewer, edition(row))})`;

/** The first of the jury, chair and deputy chair before the others, for whom `holds`. Null when there is nobody. */
const firstWhere = (
  edition: RawBuilder<unknown>,
  holds: (person: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<string> =>
  sql`(select h.person_id from seat_holders h join seats s on s.id = h.seat_id
       where h.edition_id = ${edition} and h.until_at is null and h.confirmed_at is not null and s.role in (${words(seats)})
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
const decidingChair = (edition: RawBuilder<unknown>) => {
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
const leadingChair = (edition: RawBuilder<unknown>) =>
  firstWhere(
    edition,
    (person) => sql`not ${outOfYear(person, edition)}
         and (s.role <> 'member' or exists (select from wide_recusals w where w.edition_id = ${edition}))`,
  );

const ofEdition = (row: string) => column(row, 'edition_id');
const itself = (row: string) => column(row, 'id');
const ofNomination = (row: string) => column(row, 'nomination_id');

export const nominationRelations = {
  system,
  applicant: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from nomination_members m where m.nomination_id = ${itself(row)}
          and m.person_id = ${me(viewer)} and m.removed_at is null)`,
  secretary: role('secretary', ofEdition),
  /** An applicant for whom there is an approved answer of the jury, once the outcome lets it be read. */
  answeredApplicant: (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from nomination_members m join feedbacks f on f.nomination_id = m.nomination_id
          where m.nomination_id = ${itself(row)} and m.person_id = ${me(viewer)} and m.removed_at is null
            and f.approved_at is not null and feedback_open(m.nomination_id, ${now}))`,
  /** An applicant who has been told in confidence, before it was public, that the jury has nominated it. */
  toldApplicant: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from nomination_members m join confidential_notices c on c.nomination_id = m.nomination_id
          where m.nomination_id = ${itself(row)} and m.person_id = ${me(viewer)} and m.removed_at is null)`,
  /** A secretary, while the applicant has a request for help open. */
  askedSecretary: (row, viewer, now) =>
    sql<SqlBool>`(${role('secretary', ofEdition)(row, viewer, now)} and exists (select from help_requests r
      where r.nomination_id = ${itself(row)} and r.closed_at is null))`,
  /** The regional adviser whom the applicant has let in. */
  adviser: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from adviser_access a where a.nomination_id = ${itself(row)}
          and a.person_id = ${me(viewer)} and a.ended_at is null)`,
  leader: role('leader', ofEdition),
  communications: role('communications', ofEdition),
  auditor: role('auditor', ofEdition),
  juror: seat(seats, ofEdition),
  freeJuror: freeJuror(ofEdition, itself),
  freeJurorAfterClosing: (row, viewer, now) =>
    sql<SqlBool>`(${freeJuror(ofEdition, itself)(row, viewer, now)} and ${judgingClosed(ofEdition(row))})`,
  actingChair: actingChair(ofEdition, itself),
  /** The next after the acting chair: decides where the acting chair is the one it is about (HAB-4). */
  nextChair: nextChair(ofEdition, itself),
  /** Declared a connection that is undecided, or was found to be in conflict. */
  conflicted: (row, viewer) =>
    viewer.personId === null ? no : stands(me(viewer), itself(row), 'pending', 'recused'),
  everybodyOncePublished: (row, _viewer, now) =>
    sql<SqlBool>`(public_outcome(${itself(row)}, ${now}) is not null)`,
} satisfies Record<string, Relation>;

export const editionRelations = {
  system,
  everybodyOnceAnnounced: (row) => sql<SqlBool>`(${column(row, 'announced_at')} is not null)`,
  administrator: role('administrator', itself),
  secretary: role('secretary', itself),
  leader: role('leader', itself),
  communications: role('communications', itself),
  /** A minister's office: what will be published, on one page, and nothing else. */
  embargoReader: role('embargoReader', itself),
  auditor: role('auditor', itself),
  juror: seat(seats, itself),
  /** Whoever leads the jury this year. What concerns one application asks for its acting chair. */
  chair: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = ${leadingChair(itself(row))} and ${sits(viewer, itself(row))})`,
  decidingChair: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = ${decidingChair(itself(row))} and ${sits(viewer, itself(row))})`,
} satisfies Record<string, Relation>;

export const ballotRelations = {
  system,
  owner: (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${column(row, 'person_id')} = ${me(viewer)} and ${seat(seats, ofEdition)(row, viewer, now)})`,
  /** In conflict, undecided, or not yet declared. */
  outOfIt: (row, viewer, now) =>
    viewer.personId === null
      ? yes
      : sql<SqlBool>`(not ${freeJuror(ofEdition, ofNomination)(row, viewer, now)})`,
  freeJurorAfterClosing: (row, viewer, now) =>
    sql<SqlBool>`(${freeJuror(ofEdition, ofNomination)(row, viewer, now)} and ${judgingClosed(ofEdition(row))})`,
  actingChair: actingChair(ofEdition, ofNomination),
  nextChair: nextChair(ofEdition, ofNomination),
} satisfies Record<string, Relation>;

const electorate = (row: string) => sql`motion_electorate(${itself(row)})`;

export const motionRelations = {
  secretary: role('secretary', ofEdition),
  auditor: role('auditor', ofEdition),
  /** May vote on it: the database's own answer (`motion_electorate`). */
  voter: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from ${electorate(row)} e where e.person_id = ${me(viewer)} and e.entitled)
          and ${sits(viewer, ofEdition(row))}`,
  presiding: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = motion_presiding(${itself(row)}) and ${sits(viewer, ofEdition(row))})`,
  /** Out of something that it is about, or that the choice is between. */
  conflicted: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from standings st where st.person_id = ${me(viewer)} and st.standing in ('pending', 'recused')
          and (st.nomination_id = ${column(row, 'nomination_id')}
            or st.nomination_id in (select c.nomination_id from motion_candidates c where c.motion_id = ${itself(row)})))`,
} satisfies Record<string, Relation>;

const nowhere = () => sql`null::uuid`;
export const serviceRelations = {
  signedIn: (_row, viewer) => (viewer.personId === null ? no : yes),
  administrator: role('administrator', nowhere),
  auditor: role('auditor', nowhere),
  /** A secretary of any edition. */
  secretary: (_row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from role_grants g where ${holds(viewer, 'secretary', now)})`,
} satisfies Record<string, Relation>;

export type NominationRelation = keyof typeof nominationRelations;
export type EditionRelation = keyof typeof editionRelations;
export type BallotRelation = keyof typeof ballotRelations;
export type MotionRelation = keyof typeof motionRelations;
export type ServiceRelation = keyof typeof serviceRelations;
