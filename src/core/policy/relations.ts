/**
 * The relations a person can have to a row, each said once as SQL. `scope` puts them into a where clause,
 * `relationsOf` selects them with the row as booleans, and the in-memory predicate reads those.
 */
import { sql, type SqlBool } from 'kysely';
import {
  actingChair,
  decidingChair,
  freeJuror,
  judgingClosed,
  leadingChair,
  nextChair,
  seat,
  seats,
  sits,
  stands,
} from './relations/jury.ts';
import { holds, role } from './relations/roles.ts';
import { column, me, no, ofPerson, yes, type Relation, type Viewer } from './relations/viewer.ts';

const system: Relation = (_row, viewer) => (viewer.system ? yes : no);
const ofEdition = (row: string) => column(row, 'edition_id');
const itself = (row: string) => column(row, 'id');
const ofNomination = (row: string) => column(row, 'nomination_id');

/** One of those who work on the application; `and`: what else must hold of it. */
const worksOn = (row: string, viewer: Viewer, and = sql``) =>
  sql<SqlBool>`exists (select from nomination_members m
    where m.nomination_id = ${itself(row)} and m.person_id = ${me(viewer)} and m.removed_at is null${and})`;

export const nominationRelations = {
  system,
  applicant: ofPerson((row, viewer) => worksOn(row, viewer)),
  secretary: role('secretary', ofEdition),
  /** An applicant for whom there is an approved answer of the jury, once the outcome lets it be read. */
  answeredApplicant: ofPerson((row, viewer, now) =>
    worksOn(
      row,
      viewer,
      sql` and exists (select from feedbacks f where f.nomination_id = m.nomination_id and f.approved_at is not null)
        and feedback_open(m.nomination_id, ${now})`,
    ),
  ),
  /** An applicant who has been told in confidence, before it was public, that the jury has nominated it. */
  toldApplicant: ofPerson((row, viewer) =>
    worksOn(
      row,
      viewer,
      sql` and exists (select from confidential_notices c where c.nomination_id = m.nomination_id)`,
    ),
  ),
  /** A secretary, while the applicant has a request for help open. */
  askedSecretary: (row, viewer, now) =>
    sql<SqlBool>`(${role('secretary', ofEdition)(row, viewer, now)} and exists (select from help_requests r
      where r.nomination_id = ${itself(row)} and r.closed_at is null))`,
  /** The regional adviser whom the applicant has let in. */
  adviser: ofPerson(
    (row, viewer) => sql<SqlBool>`exists (select from adviser_access a where a.nomination_id = ${itself(row)}
          and a.person_id = ${me(viewer)} and a.ended_at is null)`,
  ),
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
  conflicted: ofPerson((row, viewer) => stands(me(viewer), itself(row), 'pending', 'recused')),
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
  chair: ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${me(viewer)} = ${leadingChair(itself(row))} and ${sits(viewer, itself(row))})`,
  ),
  decidingChair: ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${me(viewer)} = ${decidingChair(itself(row))} and ${sits(viewer, itself(row))})`,
  ),
} satisfies Record<string, Relation>;

export const ballotRelations = {
  system,
  owner: ofPerson(
    (row, viewer, now) =>
      sql<SqlBool>`(${column(row, 'person_id')} = ${me(viewer)} and ${seat(seats, ofEdition)(row, viewer, now)})`,
  ),
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
  voter: ofPerson(
    (row, viewer) => sql<SqlBool>`exists (select from ${electorate(row)} e
          where e.person_id = ${me(viewer)} and e.entitled)
          and ${sits(viewer, ofEdition(row))}`,
  ),
  presiding: ofPerson(
    (row, viewer) =>
      sql<SqlBool>`(${me(viewer)} = motion_presiding(${itself(row)}) and ${sits(viewer, ofEdition(row))})`,
  ),
  /** Out of something that it is about, or that the choice is between. */
  conflicted: ofPerson(
    (row, viewer) => sql<SqlBool>`exists (select from standings st
          where st.person_id = ${me(viewer)} and st.standing in ('pending', 'recused')
          and (st.nomination_id = ${column(row, 'nomination_id')}
            or st.nomination_id in (select c.nomination_id from motion_candidates c where c.motion_id = ${itself(row)})))`,
  ),
} satisfies Record<string, Relation>;

const nowhere = () => sql`null::uuid`;
export const serviceRelations = {
  signedIn: ofPerson(() => yes),
  administrator: role('administrator', nowhere),
  auditor: role('auditor', nowhere),
  /** A secretary of any edition. */
  secretary: ofPerson(
    (_row, viewer, now) =>
      sql<SqlBool>`exists (select from role_grants g where ${holds(viewer, 'secretary', now)})`,
  ),
  /** With a role for one year alone nobody makes another: it would not open to them. */
  secretaryOfAllYears: role('secretary', nowhere),
} satisfies Record<string, Relation>;

export const oldApplicationRelations = {
  secretary: (_row, viewer, now) => serviceRelations.secretary(_row, viewer, now),
  /** Whoever signs in with the address that the secretariat has written down. */
  reader: ofPerson(
    (row, viewer) =>
      sql<SqlBool>`exists (select from people p where p.id = ${me(viewer)} and p.email = ${column(row, 'reader_email')})`,
  ),
} satisfies Record<string, Relation>;

export type OldApplicationRelation = keyof typeof oldApplicationRelations;
export type NominationRelation = keyof typeof nominationRelations;
export type EditionRelation = keyof typeof editionRelations;
export type BallotRelation = keyof typeof ballotRelations;
export type MotionRelation = keyof typeof motionRelations;
export type ServiceRelation = keyof typeof serviceRelations;
