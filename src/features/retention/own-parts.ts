/** What a person who signs in here has done and been: the parts of their own data that hang on the person. */
import { sql, type RawBuilder } from 'kysely';
import { stands } from '../../core/policy/relations/jury.ts';

export type Me = RawBuilder<string>;
export interface Part {
  /** By which columns of which tables the rows are theirs. */
  columns: readonly string[];
  rows: (me: Me) => RawBuilder<unknown>;
}

/** A juror's own words on an application that is closed to her are not given back while it is: HAB-2 holds for every download. */
const open = (me: Me, nomination: string) => stands(me, sql.ref(nomination), 'free');

/** A part of the file > its rows. */
export const personParts: Readonly<Record<string, Part>> = {
  profile: {
    columns: ['people.email', 'people.phone'],
    rows: (me) =>
      sql`select name, email, phone, language, created_at, last_seen_on from people where id = ${me}`,
  },
  roles: {
    columns: ['role_grants.person_id'],
    rows: (me) =>
      sql`select g.role, g.substitute_for is not null as substitute, e.year, g.from_at, g.until_at, g.confidence_at, g.confidence_wording from role_grants g left join editions e on e.id = g.edition_id where g.person_id = ${me} order by g.from_at`,
  },
  seats: {
    columns: ['seat_holders.person_id'],
    rows: (
      me,
    ) => sql`select s.organisation, s.role, e.year, h.invited_at, h.confirmed_at, h.confidence_at, h.confidence_wording, h.until_at from seat_holders h
      join seats s on s.id = h.seat_id join editions e on e.id = h.edition_id where h.person_id = ${me} order by h.invited_at`,
  },
  affiliations: {
    columns: ['affiliations.person_id'],
    rows: (me) =>
      sql`select kind, organisation_name, organisation_number, ended_on, added_at, removed_at from affiliations where person_id = ${me} order by added_at`,
  },
  applications: {
    columns: ['nomination_members.person_id'],
    rows: (
      me,
    ) => sql`select n.organisation_name, n.unit_name, e.year, n.receipt_number, m.added_at, m.removed_at from nomination_members m
      join nominations n on n.id = m.nomination_id join editions e on e.id = n.edition_id where m.person_id = ${me} order by m.added_at, n.id`,
  },
  revisions: {
    columns: ['revisions.person_id'],
    rows: (
      me,
    ) => sql`select nomination_id, section, kind, begun_at, saved_at, answers from revisions where person_id = ${me}
      order by begun_at, nomination_id, section, kind, id`,
  },
  joinRequests: {
    columns: ['join_requests.person_id'],
    rows: (me) =>
      sql`select organisation_name, message, requested_at, state, answered_at from join_requests where person_id = ${me} order by requested_at, id`,
  },
  readingAccess: {
    columns: ['adviser_access.person_id'],
    rows: (me) =>
      sql`select nomination_id, given_at, ended_at from adviser_access where person_id = ${me} order by given_at`,
  },
  helpMessages: {
    columns: ['help_messages.person_id'],
    rows: (me) => sql`select text, written_at from help_messages where person_id = ${me} order by written_at`,
  },
  declarations: {
    columns: ['declarations.person_id'],
    rows: (
      me,
    ) => sql`select d.nomination_id, d.answer, d.grounds, t.note, d.wording_version, d.declared_at from declarations d
      left join declaration_notes t on t.declaration_id = d.id where d.person_id = ${me} order by d.declared_at`,
  },
  recusals: {
    columns: ['recusal_decisions.person_id'],
    rows: (me) =>
      sql`select nomination_id, recused, reach, decided_at from recusal_decisions where person_id = ${me} order by decided_at`,
  },
  ballots: {
    columns: ['ballots.person_id'],
    rows: (
      me,
    ) => sql`select b.nomination_id, b.state, b.delivered_at, s.criterion_id, s.score, s.not_described, s.met, s.assessment from ballots b
      left join ballot_scores s on s.ballot_id = b.id where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by b.assigned_at, b.id, s.criterion_id`,
  },
  agreedScores: {
    columns: [],
    rows: (
      me,
    ) => sql`select b.nomination_id, a.criterion_id, c.score, c.reason, a.proposed_at, a.answer, a.answered_at from agreed_scores a
      join ballots b on b.id = a.ballot_id left join agreed_score_contents c on c.agreed_id = a.id where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by b.nomination_id, a.number`,
  },
  calibration: {
    columns: ['calibration_sheets.person_id'],
    rows: (
      me,
    ) => sql`select e.year, k.delivered_at, g.criterion_id, g.score, g.not_described, g.met, g.assessment from calibration_sheets k
      join editions e on e.id = k.edition_id left join calibration_scores g on g.sheet_id = k.id where k.person_id = ${me} order by e.year, g.criterion_id`,
  },
  notes: {
    columns: ['juror_notes.person_id'],
    rows: (me) =>
      sql`select j.nomination_id, j.text, j.updated_at from juror_notes j where j.person_id = ${me} and ${open(me, 'j.nomination_id')} order by j.updated_at`,
  },
  reading: {
    columns: [],
    rows: (
      me,
    ) => sql`select b.nomination_id, p.place, p.updated_at from reading_places p join ballots b on b.id = p.ballot_id
      where b.person_id = ${me} and ${open(me, 'b.nomination_id')} order by p.updated_at`,
  },
  meetings: {
    columns: ['meeting_presence.person_id'],
    rows: (me) =>
      sql`select meeting_id, from_at, until_at from meeting_presence where person_id = ${me} order by from_at`,
  },
  votes: {
    columns: ['motion_votes.person_id', 'motion_dissents.person_id'],
    rows: (me) => sql`select v.motion_id, v.vote, v.cast_at, d.body as dissent from motion_votes v
      left join motion_dissents d on d.motion_id = v.motion_id and d.person_id = v.person_id where v.person_id = ${me} order by v.cast_at`,
  },
  decisions: {
    columns: ['decision_participants.person_id', 'decision_confirmations.person_id'],
    rows: (me) => sql`select p.decision_id, p.took_part, p.note, c.confirmed_at from decision_participants p
      left join decision_confirmations c on c.decision_id = p.decision_id and c.person_id = p.person_id where p.person_id = ${me} order by p.decision_id`,
  },
  opened: {
    columns: ['juror_figure_openings.person_id'],
    rows: (me) =>
      sql`select edition_id, opened_at from juror_figure_openings where person_id = ${me} order by opened_at`,
  },
  outcomeOpened: {
    columns: ['outcome_openings.person_id'],
    rows: (me) =>
      sql`select edition_id, what, first_at from outcome_openings where person_id = ${me} order by first_at, what`,
  },
  juryChanges: {
    columns: ['jury_changes.person_id'],
    rows: (me) =>
      sql`select e.year, c.kind, c.called_in, c.changed_at from jury_changes c join editions e on e.id = c.edition_id where c.person_id = ${me} order by c.changed_at, c.id`,
  },
  meetingAbsences: {
    columns: ['meeting_absences.person_id'],
    rows: (me) =>
      sql`select meeting_id, out_at, in_at from meeting_absences where person_id = ${me} order by out_at, id`,
  },
  motionsPut: {
    columns: ['motion_voters.person_id'],
    rows: (me) =>
      sql`select motion_id, entitled, unanswered from motion_voters where person_id = ${me} order by motion_id`,
  },
  helpRequests: {
    columns: ['help_requests.asked_by'],
    rows: (me) =>
      sql`select nomination_id, asked_at, closed_at from help_requests where asked_by = ${me} order by asked_at, id`,
  },
  objections: {
    columns: ['objections.made_by'],
    rows: (me) => sql`select o.nomination_id, t.text, o.made_at, o.answer, o.answered_at from objections o
      left join objection_texts t on t.objection_id = o.id where o.made_by = ${me} order by o.made_at, o.id`,
  },
  /** That the public may read of them as nominated: what they answered, and whom they quoted. */
  namings: {
    columns: ['namings.answered_by', 'namings.picture_consent_by'],
    rows: (
      me,
    ) => sql`select nomination_id, answer, reason, quote, quoted, picture_alt, picture_credit, picture_consent_at, answered_at
      from namings where ${me} in (answered_by, picture_consent_by) order by answered_at, id`,
  },
  documents: {
    columns: ['documents.uploaded_by'],
    rows: (me) =>
      sql`select nomination_id, name, uploaded_at, removed_at from documents where uploaded_by = ${me} order by uploaded_at, id`,
  },
  presence: {
    columns: ['presence.person_id'],
    rows: (me) =>
      sql`select nomination_id, section, seen_at from presence where person_id = ${me} order by seen_at`,
  },
  apiTokens: {
    columns: ['api_tokens.person_id'],
    rows: (me) =>
      sql`select name, created_at, expires_at, used_at, revoked_at from api_tokens where person_id = ${me} order by created_at, id`,
  },
  keptForms: {
    columns: ['kept_forms.person_id'],
    rows: (me) =>
      sql`select path, body, created_at from kept_forms where person_id = ${me} order by created_at, id`,
  },
  signIns: {
    columns: ['sessions.person_id'],
    rows: (me) =>
      sql`select created_at, seen_at, expires_at, ended_at from sessions where person_id = ${me} order by created_at`,
  },
  log: {
    columns: ['audit_details.actor_id'],
    rows: (
      me,
    ) => sql`select e.at, e.subject_type, e.event from audit_details d join audit_events e on e.id = d.event_id where d.actor_id = ${me}
      order by e.at, e.subject_type, e.event, e.id`,
  },
};
