/**
 * The relations a person can have to a row, each said once as SQL. `scope` puts them into a where clause,
 * `relationsOf` selects them with the row as booleans, and the in-memory predicate reads those.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';

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

const role =
  (name: string, edition: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from role_grants g where g.person_id = ${me(viewer)} and g.role = ${name}
          and (g.edition_id is null or g.edition_id = ${edition(row)})
          and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at))`;

const seat =
  (roles: readonly string[], edition: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`exists (select from seat_holders h join seats s on s.id = h.seat_id
          where h.person_id = ${me(viewer)} and h.edition_id = ${edition(row)} and h.until_at is null
          and h.confirmed_at is not null and s.role in (${sql.join(roles)}))`;

const seats = ['chair', 'deputyChair', 'member', 'deputy'] as const;
const system: Relation = (_row, viewer) => (viewer.system ? yes : no);

const standing = (person: RawBuilder<unknown>, nomination: RawBuilder<unknown>) => sql`juror_standing(${person}, ${nomination})`;

/** A juror who has answered for every application before the jury, and is free for this one (HAB-1). */
const freeJuror = (edition: (row: string) => RawBuilder<unknown>, nomination: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${seat(seats, edition)(row, viewer, now)} and ${standing(me(viewer), nomination(row))} = 'free'
          and not exists (select from nominations other where other.edition_id = ${edition(row)}
            and other.state in ('admitted', 'underReview', 'scored')
            and ${standing(me(viewer), sql`other.id`)} = 'undeclared'))`;

const judgingClosed = (edition: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select from editions e where e.id = ${edition} and e.judging_closed_at is not null)`;

const holderOf = (seatRole: string, edition: RawBuilder<unknown>) =>
  sql`(select h.person_id from seat_holders h join seats s on s.id = h.seat_id
       where h.edition_id = ${edition} and s.role = ${seatRole} and h.until_at is null and h.confirmed_at is not null)`;

/** The chair; for an application the chair is out of, or with an empty chair, the deputy chair. */
const actingChair = (edition: (row: string) => RawBuilder<unknown>, nomination: (row: string) => RawBuilder<unknown>): Relation =>
  (row, viewer) => {
    if (viewer.personId === null) return no;
    const out = (person: RawBuilder<unknown>) => sql`${standing(person, nomination(row))} in ('recused', 'pending')`;
    const chair = holderOf('chair', edition(row));
    return sql<SqlBool>`(case when ${chair} is null or ${out(chair)}
        then ${me(viewer)} = ${holderOf('deputyChair', edition(row))}
        else ${me(viewer)} = ${chair} end and not ${out(me(viewer))})`;
  };

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
  leader: role('leader', ofEdition),
  auditor: role('auditor', ofEdition),
  juror: seat(seats, ofEdition),
  freeJuror: freeJuror(ofEdition, itself),
  freeJurorAfterClosing: (row, viewer, now) =>
    sql<SqlBool>`(${freeJuror(ofEdition, itself)(row, viewer, now)} and ${judgingClosed(ofEdition(row))})`,
  actingChair: actingChair(ofEdition, itself),
  /** Declared a connection that is undecided, or was found to be in conflict. */
  conflicted: (row, viewer) =>
    viewer.personId === null ? no : sql<SqlBool>`(${standing(me(viewer), itself(row))} in ('recused', 'pending'))`,
  everybodyOncePublished: (row, _viewer, now) => sql<SqlBool>`(public_outcome(${itself(row)}, ${now}) is not null)`,
} satisfies Record<string, Relation>;

export const editionRelations = {
  system,
  everybodyOnceAnnounced: (row) => sql<SqlBool>`(${column(row, 'announced_at')} is not null)`,
  administrator: role('administrator', itself),
  secretary: role('secretary', itself),
  leader: role('leader', itself),
  auditor: role('auditor', itself),
  juror: seat(seats, itself),
  /** The chair, or the deputy chair while nobody holds the chair. What concerns one application asks for its acting chair. */
  chair: (row, viewer) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${me(viewer)} = coalesce(${holderOf('chair', itself(row))}, ${holderOf('deputyChair', itself(row))}))`,
} satisfies Record<string, Relation>;

export const ballotRelations = {
  system,
  owner: (row, viewer, now) =>
    viewer.personId === null
      ? no
      : sql<SqlBool>`(${column(row, 'person_id')} = ${me(viewer)} and ${seat(seats, ofEdition)(row, viewer, now)})`,
  /** In conflict, undecided, or not yet declared. */
  outOfIt: (row, viewer, now) =>
    viewer.personId === null ? yes : sql<SqlBool>`(not ${freeJuror(ofEdition, ofNomination)(row, viewer, now)})`,
  freeJurorAfterClosing: (row, viewer, now) =>
    sql<SqlBool>`(${freeJuror(ofEdition, ofNomination)(row, viewer, now)} and ${judgingClosed(ofEdition(row))})`,
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
      : sql<SqlBool>`exists (select from role_grants g where g.person_id = ${me(viewer)} and g.role = 'secretary'
          and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at))`,
} satisfies Record<string, Relation>;

export type NominationRelation = keyof typeof nominationRelations;
export type EditionRelation = keyof typeof editionRelations;
export type BallotRelation = keyof typeof ballotRelations;
export type ServiceRelation = keyof typeof serviceRelations;
