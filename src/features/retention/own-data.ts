/** What is kept about a person, for that person: their own rows, and nothing that somebody else has said or that is sealed. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { stands } from '../../core/policy/relations/jury.ts';
import { contextOf, personOf } from '../../core/process/unit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';

type Me = RawBuilder<string>;
interface Part {
  tables: readonly string[];
  rows: (me: Me) => RawBuilder<unknown>;
}

/** A juror's own words on an application that is closed to her are not given back while it is: HAB-2 holds for every download. */
const open = (me: Me, nomination: string) => stands(me, sql.ref(nomination), 'free');

/** A part of the file > its rows. A table that names a person and stands neither here nor in `notTheirs` fails a test. */
const parts: Readonly<Record<string, Part>> = {
  profile: {
    tables: [],
    rows: (me) => sql`select name, email, phone, language, created_at from people where id = ${me}`,
  },
  roles: {
    tables: ['role_grants'],
    rows: (me) =>
      sql`select g.role, e.year, g.from_at, g.until_at, g.confidence_at, g.confidence_wording from role_grants g left join editions e on e.id = g.edition_id where g.person_id = ${me} order by g.from_at`,
  },
  seats: {
    tables: ['seat_holders', 'jury_changes'],
    rows: (
      me,
    ) => sql`select s.organisation, s.role, e.year, h.invited_at, h.confirmed_at, h.confidence_at, h.confidence_wording, h.until_at from seat_holders h
      join seats s on s.id = h.seat_id join editions e on e.id = h.edition_id where h.person_id = ${me} order by h.invited_at`,
  },
  affiliations: {
    tables: ['affiliations'],
    rows: (me) =>
      sql`select kind, organisation_name, organisation_number, ended_on, added_at, removed_at from affiliations where person_id = ${me} order by added_at`,
  },
  applications: {
    tables: ['nomination_members'],
    rows: (
      me,
    ) => sql`select n.organisation_name, n.unit_name, e.year, n.receipt_number, m.added_at, m.removed_at from nomination_members m
      join nominations n on n.id = m.nomination_id join editions e on e.id = n.edition_id where m.person_id = ${me} order by m.added_at, n.id`,
  },
  revisions: {
    tables: ['revisions'],
    rows: (
      me,
    ) => sql`select nomination_id, section, kind, begun_at, saved_at, answers from revisions where person_id = ${me}
      order by begun_at, nomination_id, section, kind, id`,
  },
  joinRequests: {
    tables: ['join_requests'],
    rows: (me) =>
      sql`select organisation_name, message, requested_at, state, answered_at from join_requests where person_id = ${me} order by requested_at, id`,
  },
  readingAccess: {
    tables: ['adviser_access'],
    rows: (me) =>
      sql`select nomination_id, given_at, ended_at from adviser_access where person_id = ${me} order by given_at`,
  },
  helpMessages: {
    tables: ['help_messages'],
    rows: (me) => sql`select text, written_at from help_messages where person_id = ${me} order by written_at`,
  },
  declarations: {
    tables: ['declarations', 'standings'],
    rows: (
      me,
    ) => sql`select d.nomination_id, d.answer, d.grounds, t.note, d.wording_version, d.declared_at from declarations d
      left join declaration_notes t on t.declaration_id = d.id where d.person_id = ${me} order by d.declared_at`,
  },
  recusals: {
    tables: ['recusal_decisions'],
    rows: (me) =>
      sql`select nomination_id, recused, reach, decided_at from recusal_decisions where person_id = ${me} order by decided_at`,
  },
  ballots: {
    tables: ['ballots'],
    rows: (
      me,
    ) => sql`select b.nomination_id, b.state, b.delivered_at, s.criterion_id, s.score, s.not_described, s.met, s.assessment from ballots b
      left join ballot_scores s on s.ballot_id = b.id where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by b.assigned_at, b.id, s.criterion_id`,
  },
  agreedScores: {
    tables: ['agreed_scores'],
    rows: (
      me,
    ) => sql`select b.nomination_id, a.criterion_id, c.score, c.reason, a.proposed_at, a.answer, a.answered_at from agreed_scores a
      join ballots b on b.id = a.ballot_id left join agreed_score_contents c on c.agreed_id = a.id where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by b.nomination_id, a.number`,
  },
  calibration: {
    tables: ['calibration_sheets'],
    rows: (
      me,
    ) => sql`select e.year, k.delivered_at, g.criterion_id, g.score, g.not_described, g.met, g.assessment from calibration_sheets k
      join editions e on e.id = k.edition_id left join calibration_scores g on g.sheet_id = k.id where k.person_id = ${me} order by e.year, g.criterion_id`,
  },
  notes: {
    tables: ['juror_notes'],
    rows: (me) =>
      sql`select j.nomination_id, j.text, j.updated_at from juror_notes j where j.person_id = ${me} and ${open(me, 'j.nomination_id')} order by j.updated_at`,
  },
  reading: {
    tables: ['reading_places'],
    rows: (
      me,
    ) => sql`select b.nomination_id, p.place, p.updated_at from reading_places p join ballots b on b.id = p.ballot_id
      where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by p.updated_at`,
  },
  meetings: {
    tables: ['meeting_presence', 'meeting_absences'],
    rows: (me) =>
      sql`select meeting_id, from_at, until_at from meeting_presence where person_id = ${me} order by from_at`,
  },
  votes: {
    tables: ['motion_votes', 'motion_voters', 'motion_dissents'],
    rows: (me) => sql`select v.motion_id, v.vote, v.cast_at, d.body as dissent from motion_votes v
      left join motion_dissents d on d.motion_id = v.motion_id and d.person_id = v.person_id where v.person_id = ${me} order by v.cast_at`,
  },
  decisions: {
    tables: ['decision_participants', 'decision_confirmations'],
    rows: (me) => sql`select p.decision_id, p.took_part, p.note, c.confirmed_at from decision_participants p
      left join decision_confirmations c on c.decision_id = p.decision_id and c.person_id = p.person_id where p.person_id = ${me} order by p.decision_id`,
  },
  opened: {
    tables: ['juror_figure_openings'],
    rows: (me) =>
      sql`select edition_id, opened_at from juror_figure_openings where person_id = ${me} order by opened_at`,
  },
  outcomeOpened: {
    tables: ['outcome_openings'],
    rows: (me) =>
      sql`select edition_id, what, first_at from outcome_openings where person_id = ${me} order by first_at, what`,
  },
  letters: {
    tables: ['letters', 'letter_batch_seen'],
    rows: (me) =>
      sql`select template, subject, state, created_at from letters where person_id = ${me} order by created_at, template, subject, id`,
  },
  /** Asked without signing in, with this address left for the answer. */
  callQuestions: {
    tables: [],
    rows: (me) =>
      sql`select q.asked, q.asked_at from call_questions q join people p on p.email = q.email where p.id = ${me} order by q.asked_at, q.id`,
  },
  /** Told without signing in, with this address left for the answer. */
  barriers: {
    tables: [],
    rows: (me) =>
      sql`select b.told, b.page, b.asked_at, b.answer from barriers b join people p on p.email = b.email where p.id = ${me} order by b.asked_at, b.id`,
  },
  /** Came by mail for a year that is over, with this address as its reader. */
  oldApplications: {
    tables: [],
    rows: (me) =>
      sql`select o.year, o.organisation_name, o.unit_name, o.received_on::text as received_on, a.name as file from old_applications o
        join people p on p.email = o.reader_email left join old_application_files a on a.application_id = o.id where p.id = ${me}
        order by o.year, o.id, a.id`,
  },
  /** Signed up for the ceremony with this address. */
  ceremonyGuests: {
    tables: [],
    rows: (me) =>
      sql`select e.year, g.name, g.organisation, g.needs, g.asked_at, g.placed_at from ceremony_guests g join editions e on e.id = g.edition_id
        join people p on p.email = g.email where p.id = ${me} order by e.year`,
  },
  /** On the list that a call is sent to, under this address. */
  callLists: {
    tables: [],
    rows: (me) =>
      sql`select e.year, r.name, r.added_at, r.unsubscribed_at from call_recipients r join editions e on e.id = r.edition_id
        join people p on p.email = r.email where p.id = ${me} order by e.year`,
  },
  signIns: {
    tables: ['sessions', 'api_tokens', 'kept_forms', 'presence'],
    rows: (me) =>
      sql`select created_at, seen_at, expires_at, ended_at from sessions where person_id = ${me} order by created_at`,
  },
  log: {
    tables: [],
    rows: (
      me,
    ) => sql`select e.at, e.subject_type, e.event from audit_details d join audit_events e on e.id = d.event_id where d.actor_id = ${me}
      order by e.at, e.subject_type, e.event, e.id`,
  },
};

/** The tables with a person whose rows the file holds, for the test that looks for one that was forgotten. */
export const coveredTables: readonly string[] = Object.values(parts).flatMap(({ tables }) => tables);

/** Everything that is kept about whoever asks, by its parts. */
export async function ownData(
  db: Kysely<DB>,
  request: { actor: Actor | null; now: Date; id: string },
): Promise<Record<string, unknown>> {
  const context = contextOf(request);
  const me = sql<string>`${personOf(context)}::uuid`;
  const data: Record<string, unknown> = { madeAt: context.now.toISOString() };
  for (const [name, { rows }] of Object.entries(parts)) data[name] = (await rows(me).execute(db)).rows;
  return data;
}
