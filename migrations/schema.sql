-- Written by `npm run generate` from the migrated database, to be read and reviewed. The migrations are what runs.

create extension pg_trgm;

create table adviser_access (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  region_id uuid not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint adviser_access_pkey PRIMARY KEY (id),
  constraint adviser_access_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  constraint adviser_access_given_by_fkey FOREIGN KEY (given_by) REFERENCES people(id),
  constraint adviser_access_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint adviser_access_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint adviser_access_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint adviser_access_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL) AND ended_at >= given_at)
);
CREATE UNIQUE INDEX adviser_access_once ON adviser_access USING btree (nomination_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX adviser_access_person ON adviser_access USING btree (person_id);
CREATE TRIGGER adviser_access_connection_changes AFTER INSERT ON adviser_access FOR EACH ROW EXECUTE FUNCTION adviser_access_connection_changes();
CREATE TRIGGER adviser_access_stays BEFORE UPDATE ON adviser_access FOR EACH ROW EXECUTE FUNCTION adviser_access_stays();
grant select, insert, update on adviser_access to app;

create table affiliations (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  kind text not null,
  organisation_name text not null,
  organisation_number text,
  ended_on date,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint affiliations_pkey PRIMARY KEY (id),
  constraint affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint affiliations_ended CHECK ((kind = 'former'::text) = (ended_on IS NOT NULL)),
  constraint affiliations_kind_check CHECK (kind = ANY (ARRAY['employer'::text, 'office'::text, 'former'::text])),
  constraint affiliations_organisation_name_check CHECK (btrim(organisation_name) <> ''::text),
  constraint affiliations_organisation_number_check CHECK (organisation_number ~ '^[0-9]{9}$'::text)
);
CREATE INDEX affiliations_person ON affiliations USING btree (person_id) WHERE removed_at IS NULL;
grant select, insert, update on affiliations to app;

create table agreed_score_contents (
  agreed_id uuid not null,
  score integer not null,
  reason text not null,
  constraint agreed_score_contents_pkey PRIMARY KEY (agreed_id),
  constraint agreed_score_contents_agreed_id_fkey FOREIGN KEY (agreed_id) REFERENCES agreed_scores(id),
  constraint agreed_score_contents_reason_check CHECK (btrim(reason) <> ''::text)
);
CREATE TRIGGER agreed_score_contents_guard BEFORE INSERT ON agreed_score_contents FOR EACH ROW EXECUTE FUNCTION agreed_score_contents_guard();
grant select, insert on agreed_score_contents to app;

create table agreed_scores (
  id uuid default uuidv7() not null,
  ballot_id uuid not null,
  delivery integer not null,
  number integer not null,
  criterion_id uuid not null,
  meeting_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  hash text,
  constraint agreed_scores_pkey PRIMARY KEY (id),
  constraint agreed_scores_number UNIQUE (ballot_id, number),
  constraint agreed_scores_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint agreed_scores_ballot_id_delivery_fkey FOREIGN KEY (ballot_id, delivery) REFERENCES ballot_commitments(ballot_id, delivery),
  constraint agreed_scores_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id),
  constraint agreed_scores_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint agreed_scores_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  constraint agreed_scores_answer_check CHECK (answer = ANY (ARRAY['confirmed'::text, 'declined'::text, 'withdrawn'::text])),
  constraint agreed_scores_answered CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
  constraint agreed_scores_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'::text),
  constraint agreed_scores_hashed CHECK ((NOT answer IS DISTINCT FROM 'confirmed'::text) = (hash IS NOT NULL)),
  constraint agreed_scores_number_check CHECK (number >= 1)
);
CREATE UNIQUE INDEX agreed_scores_one_open ON agreed_scores USING btree (ballot_id, criterion_id) WHERE answer IS NULL;
CREATE TRIGGER agreed_scores_guard BEFORE INSERT OR UPDATE ON agreed_scores FOR EACH ROW EXECUTE FUNCTION agreed_scores_guard();
grant select, insert, update on agreed_scores to app;

create table answers (
  nomination_id uuid not null,
  question_id uuid not null,
  value text default ''::text not null,
  version integer default 1 not null,
  updated_by uuid not null,
  updated_at timestamp with time zone not null,
  foreign_version integer default 0 not null,
  constraint answers_pkey PRIMARY KEY (nomination_id, question_id),
  constraint answers_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id),
  constraint answers_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES people(id),
  constraint answers_foreign_version CHECK (foreign_version >= 0 AND foreign_version <= (version - 1))
);
CREATE TRIGGER answers_part_open BEFORE INSERT OR UPDATE ON answers FOR EACH ROW EXECUTE FUNCTION refuse_closed_part();
grant select, insert, update on answers to app;

create table api_tokens (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_token_unique UNIQUE (token_hash),
  constraint api_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX api_tokens_person ON api_tokens USING btree (person_id);
grant select, insert, update on api_tokens to app;

create table archive_numbers (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid,
  number text not null,
  entered_at timestamp with time zone not null,
  constraint archive_numbers_pkey PRIMARY KEY (id),
  constraint archive_numbers_once UNIQUE NULLS NOT DISTINCT (edition_id, nomination_id),
  constraint archive_numbers_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint archive_numbers_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint archive_numbers_number_check CHECK (number = btrim(number) AND char_length(number) >= 1 AND char_length(number) <= 60)
);
CREATE INDEX archive_numbers_nomination ON archive_numbers USING btree (nomination_id) WHERE nomination_id IS NOT NULL;
grant select, insert, update, delete on archive_numbers to app;

create view asked_openly as
 SELECT ceremony_guests.id,
    ceremony_guests.edition_id,
    ceremony_guests.source_hash,
    ceremony_guests.asked_real_at
   FROM ceremony_guests
UNION ALL
 SELECT call_reminders.id,
    call_reminders.edition_id,
    call_reminders.source_hash,
    call_reminders.asked_real_at
   FROM call_reminders
UNION ALL
 SELECT call_questions.id,
    call_questions.edition_id,
    call_questions.source_hash,
    call_questions.asked_real_at
   FROM call_questions
UNION ALL
 SELECT barriers.id,
    NULL::uuid AS edition_id,
    barriers.source_hash,
    barriers.asked_real_at
   FROM barriers;
grant select on asked_openly to app;

create table audit_details (
  event_id uuid not null,
  actor_id uuid,
  actor_name text not null,
  reason text,
  payload jsonb not null,
  salt bytea not null,
  constraint audit_details_pkey PRIMARY KEY (event_id),
  constraint audit_details_event_id_fkey FOREIGN KEY (event_id) REFERENCES audit_events(id)
);
CREATE INDEX audit_details_actor ON audit_details USING btree (actor_id);
grant select, insert on audit_details to app;

create table audit_events (
  chain uuid not null,
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  subject_type text not null,
  subject_id uuid,
  event text not null,
  from_state text,
  to_state text,
  request_id text not null,
  details_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_events_pkey PRIMARY KEY (chain, seq),
  constraint audit_events_id_unique UNIQUE (id)
);
CREATE INDEX audit_events_subject ON audit_events USING btree (subject_id);
grant select, insert on audit_events to app;

create table audit_heads (
  chain uuid not null,
  seq bigint not null,
  hash bytea not null,
  constraint audit_heads_pkey PRIMARY KEY (chain)
);
grant select, insert, update on audit_heads to app;

create table ballot_commitments (
  ballot_id uuid not null,
  delivery integer not null,
  hash text not null,
  committed_at timestamp with time zone not null,
  constraint ballot_commitments_pkey PRIMARY KEY (ballot_id, delivery),
  constraint ballot_commitments_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballots(id),
  constraint ballot_commitments_delivery_check CHECK (delivery >= 1),
  constraint ballot_commitments_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'::text)
);
grant select, insert on ballot_commitments to app;

create table ballot_earlier_scores (
  reopening_id uuid not null,
  criterion_id uuid not null,
  score integer,
  not_described boolean not null,
  met boolean,
  assessment text not null,
  constraint ballot_earlier_scores_pkey PRIMARY KEY (reopening_id, criterion_id),
  constraint ballot_earlier_scores_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id),
  constraint ballot_earlier_scores_reopening_id_fkey FOREIGN KEY (reopening_id) REFERENCES ballot_reopenings(id)
);
grant select, insert on ballot_earlier_scores to app;

create table ballot_reopenings (
  id uuid default uuidv7() not null,
  ballot_id uuid not null,
  delivery integer not null,
  reopened_by uuid not null,
  reopened_at timestamp with time zone not null,
  reason text not null,
  constraint ballot_reopenings_pkey PRIMARY KEY (id),
  constraint ballot_reopenings_once UNIQUE (ballot_id, delivery),
  constraint ballot_reopenings_ballot_id_delivery_fkey FOREIGN KEY (ballot_id, delivery) REFERENCES ballot_commitments(ballot_id, delivery),
  constraint ballot_reopenings_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES people(id),
  constraint ballot_reopenings_reason_check CHECK (btrim(reason) <> ''::text)
);
grant select, insert on ballot_reopenings to app;

create table ballot_salts (
  ballot_id uuid not null,
  delivery integer not null,
  salt text not null,
  constraint ballot_salts_pkey PRIMARY KEY (ballot_id, delivery),
  constraint ballot_salts_ballot_id_delivery_fkey FOREIGN KEY (ballot_id, delivery) REFERENCES ballot_commitments(ballot_id, delivery),
  constraint ballot_salts_salt_check CHECK (salt ~ '^[0-9a-f]{64}$'::text)
);
grant select, insert on ballot_salts to app;

create table ballot_scores (
  ballot_id uuid not null,
  criterion_id uuid not null,
  score integer,
  not_described boolean default false not null,
  met boolean,
  assessment text default ''::text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint ballot_scores_pkey PRIMARY KEY (ballot_id, criterion_id),
  constraint ballot_scores_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballots(id),
  constraint ballot_scores_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id),
  constraint ballot_scores_not_described CHECK (NOT not_described OR score IS NOT NULL)
);
CREATE TRIGGER ballot_scores_guard BEFORE INSERT OR DELETE OR UPDATE ON ballot_scores FOR EACH ROW EXECUTE FUNCTION ballot_scores_guard();
CREATE TRIGGER ballot_scores_standing BEFORE INSERT OR UPDATE ON ballot_scores FOR EACH ROW EXECUTE FUNCTION ballot_scores_standing();
grant select, insert, update on ballot_scores to app;

create table ballots (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  person_id uuid not null,
  seat_id uuid not null,
  state text default 'assigned'::text not null,
  version integer default 0 not null,
  assigned_at timestamp with time zone not null,
  started_at timestamp with time zone,
  delivered_at timestamp with time zone,
  locked_at timestamp with time zone,
  constraint ballots_pkey PRIMARY KEY (id),
  constraint ballots_one_per_juror UNIQUE (nomination_id, person_id),
  constraint ballots_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint ballots_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint ballots_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ballots_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint ballots_delivered CHECK ((state <> ALL (ARRAY['delivered'::text, 'locked'::text])) OR delivered_at IS NOT NULL),
  constraint ballots_locked CHECK (state <> 'locked'::text OR locked_at IS NOT NULL),
  constraint ballots_state_check CHECK (state = ANY (ARRAY['assigned'::text, 'started'::text, 'delivered'::text, 'locked'::text, 'reopened'::text, 'recused'::text, 'voided'::text]))
);
CREATE INDEX ballots_edition ON ballots USING btree (edition_id, state);
CREATE INDEX ballots_person ON ballots USING btree (person_id);
CREATE TRIGGER ballots_calibrated BEFORE INSERT OR UPDATE OF state ON ballots FOR EACH ROW WHEN (new.state = ANY (ARRAY['started'::text, 'delivered'::text])) EXECUTE FUNCTION ballots_calibrated();
CREATE TRIGGER ballots_guard BEFORE DELETE OR UPDATE ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_guard();
CREATE TRIGGER reading_places_go AFTER UPDATE OF state ON ballots FOR EACH ROW WHEN (new.state = ANY (ARRAY['recused'::text, 'voided'::text])) EXECUTE FUNCTION reading_places_go();
grant select, insert, update on ballots to app;

create table barriers (
  id uuid default uuidv7() not null,
  told text not null,
  page text default ''::text not null,
  language text not null,
  email text,
  source_hash bytea,
  asked_real_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  answer text,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint barriers_pkey PRIMARY KEY (id),
  constraint barriers_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id),
  constraint barriers_answer_check CHECK (btrim(answer) <> ''::text),
  constraint barriers_answered CHECK (answer IS NULL OR email IS NOT NULL),
  constraint barriers_closed CHECK ((closed_by IS NULL) = (closed_at IS NULL) AND (closed_at IS NOT NULL OR answer IS NULL)),
  constraint barriers_email_check CHECK (email <> ''::text),
  constraint barriers_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint barriers_told_check CHECK (btrim(told) <> ''::text)
);
CREATE INDEX barriers_asked ON barriers USING btree (asked_real_at);
CREATE TRIGGER barriers_stay BEFORE UPDATE ON barriers FOR EACH ROW EXECUTE FUNCTION barriers_stay();
grant select, insert, update on barriers to app;

create table calibration_scores (
  sheet_id uuid not null,
  criterion_id uuid not null,
  score integer,
  not_described boolean default false not null,
  met boolean,
  assessment text default ''::text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint calibration_scores_pkey PRIMARY KEY (sheet_id, criterion_id),
  constraint calibration_scores_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id),
  constraint calibration_scores_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES calibration_sheets(id),
  constraint calibration_scores_not_described CHECK (NOT not_described OR score IS NOT NULL)
);
CREATE TRIGGER calibration_scores_guard BEFORE INSERT OR DELETE OR UPDATE ON calibration_scores FOR EACH ROW EXECUTE FUNCTION calibration_scores_guard();
grant select, insert, update on calibration_scores to app;

create table calibration_sheets (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint calibration_sheets_pkey PRIMARY KEY (id),
  constraint calibration_sheets_one UNIQUE (edition_id, person_id),
  constraint calibration_sheets_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES calibrations(edition_id),
  constraint calibration_sheets_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX calibration_sheets_person ON calibration_sheets USING btree (person_id);
CREATE TRIGGER calibration_sheets_guard BEFORE INSERT OR UPDATE ON calibration_sheets FOR EACH ROW EXECUTE FUNCTION calibration_sheets_guard();
grant select, insert, update on calibration_sheets to app;

create table calibrations (
  edition_id uuid not null,
  version integer not null,
  active boolean not null,
  texts jsonb not null,
  opened_at timestamp with time zone,
  opened_by uuid,
  open_reason text,
  constraint calibrations_pkey PRIMARY KEY (edition_id),
  constraint calibrations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint calibrations_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id),
  constraint calibrations_open_reason_check CHECK (btrim(open_reason) <> ''::text),
  constraint calibrations_opening CHECK ((opened_by IS NULL) = (open_reason IS NULL) AND (opened_at IS NOT NULL OR opened_by IS NULL)),
  constraint calibrations_version_check CHECK (version >= 1)
);
CREATE TRIGGER calibrations_guard BEFORE INSERT OR UPDATE ON calibrations FOR EACH ROW EXECUTE FUNCTION calibrations_guard();
grant select, insert, update on calibrations to app;

create table call_answers (
  question_id uuid not null,
  version integer not null,
  question_nb text not null,
  question_nn text not null,
  answer_nb text not null,
  answer_nn text not null,
  change_nb text default ''::text not null,
  change_nn text default ''::text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  constraint call_answers_pkey PRIMARY KEY (question_id, version),
  constraint call_answers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint call_answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES call_questions(id),
  constraint call_answers_answer_nb_check CHECK (btrim(answer_nb) <> ''::text),
  constraint call_answers_answer_nn_check CHECK (btrim(answer_nn) <> ''::text),
  constraint call_answers_change CHECK (
CASE version
    WHEN 1 THEN change_nb = ''::text AND change_nn = ''::text
    ELSE btrim(change_nb) <> ''::text AND btrim(change_nn) <> ''::text
END),
  constraint call_answers_question_nb_check CHECK (btrim(question_nb) <> ''::text),
  constraint call_answers_question_nn_check CHECK (btrim(question_nn) <> ''::text),
  constraint call_answers_version_check CHECK (version > 0)
);
grant select, insert on call_answers to app;

create table call_questions (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  asked text not null,
  language text not null,
  email text,
  source_hash bytea,
  asked_real_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  number integer,
  set_aside_by uuid,
  set_aside_at timestamp with time zone,
  taken_down_version integer default 0 not null,
  taken_down_by uuid,
  taken_down_at timestamp with time zone,
  came_by text default 'form'::text not null,
  registered_by uuid,
  constraint call_questions_pkey PRIMARY KEY (id),
  constraint call_questions_number UNIQUE (edition_id, number),
  constraint call_questions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint call_questions_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people(id),
  constraint call_questions_set_aside_by_fkey FOREIGN KEY (set_aside_by) REFERENCES people(id),
  constraint call_questions_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id),
  constraint call_questions_asked_check CHECK (btrim(asked) <> ''::text),
  constraint call_questions_came_by_check CHECK (came_by = ANY (ARRAY['form'::text, 'phone'::text, 'email'::text, 'other'::text])),
  constraint call_questions_email_check CHECK (email <> ''::text),
  constraint call_questions_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint call_questions_registered CHECK ((came_by = 'form'::text) = (registered_by IS NULL)),
  constraint call_questions_set_aside CHECK ((set_aside_by IS NULL) = (set_aside_at IS NULL) AND (set_aside_at IS NULL OR number IS NULL)),
  constraint call_questions_taken_down CHECK ((taken_down_by IS NULL) = (taken_down_at IS NULL) AND (taken_down_at IS NULL) = (taken_down_version = 0) AND (taken_down_at IS NULL OR number IS NOT NULL))
);
CREATE INDEX call_questions_asked ON call_questions USING btree (asked_real_at);
CREATE INDEX call_questions_edition ON call_questions USING btree (edition_id, asked_at);
CREATE TRIGGER call_questions_stay BEFORE UPDATE ON call_questions FOR EACH ROW EXECUTE FUNCTION call_questions_stay();
grant select, insert, update on call_questions to app;

create table call_recipients (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  email text not null,
  name text default ''::text not null,
  language text not null,
  token text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  unsubscribed_at timestamp with time zone,
  constraint call_recipients_pkey PRIMARY KEY (id),
  constraint call_recipients_once UNIQUE (edition_id, email),
  constraint call_recipients_token UNIQUE (token),
  constraint call_recipients_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint call_recipients_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint call_recipients_email_check CHECK (email <> ''::text AND email = lower(email)),
  constraint call_recipients_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text]))
);
grant select, insert, update on call_recipients to app;

create table call_reminders (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  email text not null,
  language text not null,
  token_hash bytea not null,
  source_hash bytea,
  asked_real_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  reminded_at timestamp with time zone,
  reminder_token_hash bytea,
  constraint call_reminders_pkey PRIMARY KEY (id),
  constraint call_reminders_reminder_token UNIQUE (reminder_token_hash),
  constraint call_reminders_token UNIQUE (token_hash),
  constraint call_reminders_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint call_reminders_email_check CHECK (email <> ''::text),
  constraint call_reminders_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint call_reminders_reminded CHECK (reminded_at IS NULL OR confirmed_at IS NOT NULL)
);
CREATE INDEX call_reminders_asked ON call_reminders USING btree (asked_real_at);
CREATE UNIQUE INDEX call_reminders_once ON call_reminders USING btree (edition_id, email) WHERE confirmed_at IS NOT NULL;
grant select, insert, update on call_reminders to app;

create table ceremonies (
  edition_id uuid not null,
  rehearsal boolean not null,
  shows text not null,
  position integer default 0 not null,
  version integer default 1 not null,
  moved_at timestamp with time zone not null,
  moved_by uuid not null,
  constraint ceremonies_pkey PRIMARY KEY (edition_id, rehearsal),
  constraint ceremonies_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint ceremonies_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES people(id),
  constraint ceremonies_position CHECK ("position" = 0 OR shows = 'nominated'::text),
  constraint ceremonies_position_check CHECK ("position" >= 0),
  constraint ceremonies_shows_check CHECK (shows = ANY (ARRAY['start'::text, 'nominated'::text, 'before'::text, 'winner'::text]))
);
CREATE TRIGGER ceremonies_public BEFORE INSERT OR UPDATE ON ceremonies FOR EACH ROW EXECUTE FUNCTION ceremonies_public();
grant select, insert, update, delete on ceremonies to app;

create table ceremony_guests (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  name text not null,
  organisation text default ''::text not null,
  email text not null,
  language text not null,
  needs text default ''::text not null,
  token text not null,
  source_hash bytea,
  asked_real_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  placed_at timestamp with time zone,
  constraint ceremony_guests_pkey PRIMARY KEY (id),
  constraint ceremony_guests_once UNIQUE (edition_id, email),
  constraint ceremony_guests_token UNIQUE (token),
  constraint ceremony_guests_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint ceremony_guests_email_check CHECK (email <> ''::text),
  constraint ceremony_guests_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint ceremony_guests_name_check CHECK (btrim(name) <> ''::text)
);
CREATE INDEX ceremony_guests_asked ON ceremony_guests USING btree (asked_real_at);
grant select, insert, update on ceremony_guests to app;

create table ceremony_signups (
  edition_id uuid not null,
  mode text not null,
  url text,
  text_nb text default ''::text not null,
  text_nn text default ''::text not null,
  places integer,
  closes_at timestamp with time zone,
  version integer default 0 not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint ceremony_signups_pkey PRIMARY KEY (edition_id),
  constraint ceremony_signups_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint ceremony_signups_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint ceremony_signups_form CHECK (mode <> 'form'::text OR places IS NOT NULL AND closes_at IS NOT NULL),
  constraint ceremony_signups_link CHECK (mode <> 'link'::text OR url IS NOT NULL),
  constraint ceremony_signups_mode_check CHECK (mode = ANY (ARRAY['off'::text, 'link'::text, 'form'::text])),
  constraint ceremony_signups_places_check CHECK (places > 0),
  constraint ceremony_signups_text CHECK ((text_nb = ''::text) = (text_nn = ''::text)),
  constraint ceremony_signups_url_check CHECK (url ~~ 'https://%'::text)
);
grant select, insert, update, delete on ceremony_signups to app;

create table confidential_notices (
  decision_id uuid not null,
  nomination_id uuid not null,
  batch_id uuid not null,
  told_at timestamp with time zone not null,
  constraint confidential_notices_pkey PRIMARY KEY (batch_id, nomination_id),
  constraint confidential_notices_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letter_batches(id),
  constraint confidential_notices_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint confidential_notices_decision_id_nomination_id_fkey FOREIGN KEY (decision_id, nomination_id) REFERENCES decision_entries(decision_id, nomination_id),
  constraint confidential_notices_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
CREATE INDEX confidential_notices_decision ON confidential_notices USING btree (decision_id, nomination_id);
CREATE INDEX confidential_notices_nomination ON confidential_notices USING btree (nomination_id);
CREATE TRIGGER confidential_notices_guard BEFORE INSERT ON confidential_notices FOR EACH ROW EXECUTE FUNCTION confidential_notices_guard();
grant select, insert on confidential_notices to app;

create table confirmations (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  kind text not null,
  organisation text not null,
  name text not null,
  title text not null,
  email text not null,
  token_hash bytea not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  answered_name text,
  answered_title text,
  content_sha256 text,
  constraint confirmations_pkey PRIMARY KEY (id),
  constraint confirmations_token_unique UNIQUE (token_hash),
  constraint confirmations_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint confirmations_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint confirmations_answer_check CHECK (answer = ANY (ARRAY['confirmed'::text, 'declined'::text])),
  constraint confirmations_answered CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_name IS NULL) AND (answer IS NULL) = (content_sha256 IS NULL)),
  constraint confirmations_email_check CHECK (email <> ''::text),
  constraint confirmations_kind_check CHECK (kind = ANY (ARRAY['leader'::text, 'partner'::text])),
  constraint confirmations_name_check CHECK (name <> ''::text),
  constraint confirmations_organisation CHECK ((kind = 'partner'::text) = (organisation <> ''::text))
);
CREATE UNIQUE INDEX confirmations_in_force ON confirmations USING btree (nomination_id, kind, lower(organisation)) WHERE ended_at IS NULL;
CREATE TRIGGER confirmations_answers_stay BEFORE UPDATE ON confirmations FOR EACH ROW EXECUTE FUNCTION refuse_changed_answer();
grant select, insert, update on confirmations to app;

create table connection_changes (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  standing_order bigint default nextval('standing_order'::regclass) not null,
  what text not null,
  name text not null,
  constraint connection_changes_pkey PRIMARY KEY (id),
  constraint connection_changes_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint connection_changes_what_check CHECK (what = ANY (ARRAY['partner'::text, 'adviser'::text, 'applicant'::text]))
);
CREATE INDEX connection_changes_nomination ON connection_changes USING btree (nomination_id);
CREATE TRIGGER connection_changes_stand AFTER INSERT ON connection_changes FOR EACH ROW EXECUTE FUNCTION connection_changes_stand();
grant select, insert on connection_changes to app;

create table contacts (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  kind text not null,
  with_whom text default ''::text not null,
  text text not null,
  happened_at timestamp with time zone not null,
  filed_by uuid not null,
  filed_at timestamp with time zone not null,
  struck_by uuid,
  struck_at timestamp with time zone,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint contacts_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES people(id),
  constraint contacts_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint contacts_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES people(id),
  constraint contacts_happened CHECK (happened_at <= filed_at),
  constraint contacts_kind_check CHECK (kind = ANY (ARRAY['mail'::text, 'call'::text, 'note'::text])),
  constraint contacts_struck CHECK ((struck_by IS NULL) = (struck_at IS NULL)),
  constraint contacts_text_check CHECK (btrim(text) <> ''::text)
);
CREATE INDEX contacts_nomination ON contacts USING btree (nomination_id, happened_at);
CREATE TRIGGER contacts_stay BEFORE UPDATE ON contacts FOR EACH ROW EXECUTE FUNCTION contacts_stay();
grant select, insert, update on contacts to app;

create view counted_agreements as
 SELECT DISTINCT ON (a.ballot_id, a.criterion_id) a.ballot_id,
    a.criterion_id,
    a.id,
    c.score
   FROM agreed_scores a
     JOIN agreed_score_contents c ON c.agreed_id = a.id
  WHERE a.answer = 'confirmed'::text AND a.delivery = (( SELECT max(k.delivery) AS max
           FROM ballot_commitments k
          WHERE k.ballot_id = a.ballot_id))
  ORDER BY a.ballot_id, a.criterion_id, a.number DESC;
grant select, insert, update, delete on counted_agreements to app;

create table criteria (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  position integer not null,
  kind text not null,
  weight integer,
  texts jsonb not null,
  constraint criteria_pkey PRIMARY KEY (id),
  constraint criteria_position_unique UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint criteria_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint criteria_kind_check CHECK (kind = ANY (ARRAY['must'::text, 'assessed'::text, 'extra'::text])),
  constraint criteria_weight CHECK (kind = 'must'::text AND weight IS NULL OR kind = 'assessed'::text AND weight IS NOT NULL OR kind = 'extra'::text),
  constraint criteria_weight_check CHECK (weight >= 1)
);
CREATE CONSTRAINT TRIGGER criteria_versioned AFTER INSERT OR DELETE OR UPDATE ON criteria DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rules_part_versioned();
grant select, insert, update, delete on criteria to app;

create table deadline_extensions (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  until_at timestamp with time zone not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  declined_by uuid,
  declined_at timestamp with time zone,
  constraint deadline_extensions_pkey PRIMARY KEY (id),
  constraint deadline_extensions_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint deadline_extensions_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES people(id),
  constraint deadline_extensions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint deadline_extensions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint deadline_extensions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  constraint deadline_extensions_answered CHECK ((num_nulls(approved_by, approved_at) = ANY (ARRAY[0, 2])) AND (num_nulls(declined_by, declined_at) = ANY (ARRAY[0, 2])) AND (approved_at IS NULL OR declined_at IS NULL)),
  constraint deadline_extensions_in_time CHECK (approved_at < until_at),
  constraint deadline_extensions_later CHECK (until_at > proposed_at),
  constraint deadline_extensions_reason_check CHECK (btrim(reason) <> ''::text),
  constraint deadline_extensions_two_people CHECK (approved_by <> proposed_by)
);
CREATE INDEX deadline_extensions_edition ON deadline_extensions USING btree (edition_id);
CREATE UNIQUE INDEX deadline_extensions_open ON deadline_extensions USING btree (nomination_id) WHERE approved_at IS NULL AND declined_at IS NULL;
CREATE TRIGGER deadline_extensions_guard BEFORE UPDATE ON deadline_extensions FOR EACH ROW EXECUTE FUNCTION deadline_extensions_guard();
grant select, insert, update on deadline_extensions to app;

create table decision_candidates (
  decision_id uuid not null,
  nomination_id uuid not null,
  constraint decision_candidates_pkey PRIMARY KEY (decision_id, nomination_id),
  constraint decision_candidates_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_candidates_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
grant select, insert on decision_candidates to app;

create table decision_confirmations (
  decision_id uuid not null,
  person_id uuid not null,
  confirmed_at timestamp with time zone not null,
  constraint decision_confirmations_pkey PRIMARY KEY (decision_id, person_id),
  constraint decision_confirmations_participant FOREIGN KEY (decision_id, person_id) REFERENCES decision_participants(decision_id, person_id)
);
CREATE TRIGGER decision_confirmations_took_part BEFORE INSERT ON decision_confirmations FOR EACH ROW EXECUTE FUNCTION decision_confirmations_took_part();
grant select, insert on decision_confirmations to app;

create table decision_entries (
  decision_id uuid not null,
  nomination_id uuid not null,
  outcome text not null,
  constraint decision_entries_pkey PRIMARY KEY (decision_id, nomination_id),
  constraint decision_entries_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_entries_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint decision_entries_outcome_check CHECK (outcome = ANY (ARRAY['finalist'::text, 'winner'::text, 'honourableMention'::text]))
);
CREATE UNIQUE INDEX decision_entries_one_winner ON decision_entries USING btree (decision_id) WHERE outcome = 'winner'::text;
grant select, insert on decision_entries to app;

create table decision_motions (
  decision_id uuid not null,
  motion_id uuid not null,
  constraint decision_motions_pkey PRIMARY KEY (decision_id, motion_id),
  constraint decision_motions_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_motions_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motions(id)
);
CREATE TRIGGER decision_motions_guard BEFORE INSERT ON decision_motions FOR EACH ROW EXECUTE FUNCTION decision_motions_guard();
grant select, insert on decision_motions to app;

create table decision_participants (
  decision_id uuid not null,
  person_id uuid not null,
  took_part boolean not null,
  note text default ''::text not null,
  out_of uuid[] default '{}'::uuid[] not null,
  unanswered uuid[] default '{}'::uuid[] not null,
  whole_edition boolean default false not null,
  constraint decision_participants_pkey PRIMARY KEY (decision_id, person_id),
  constraint decision_participants_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_participants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint decision_participants_free CHECK (NOT took_part OR cardinality(out_of) = 0 AND cardinality(unanswered) = 0 AND NOT whole_edition)
);
grant select, insert on decision_participants to app;

create table decisions (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  kind text not null,
  no_award boolean default false not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  reason text default ''::text not null,
  departs boolean default false not null,
  retracted_by uuid,
  retracted_at timestamp with time zone,
  retraction_reason text,
  quorum integer,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint decisions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint decisions_retracted_by_fkey FOREIGN KEY (retracted_by) REFERENCES people(id),
  constraint decisions_departure_has_reason CHECK (NOT departs OR reason <> ''::text),
  constraint decisions_kind_check CHECK (kind = ANY (ARRAY['finalists'::text, 'winner'::text])),
  constraint decisions_no_award CHECK (NOT no_award OR kind = 'winner'::text),
  constraint decisions_quorum_check CHECK (quorum > 0)
);
CREATE UNIQUE INDEX decisions_one_standing ON decisions USING btree (edition_id, kind) WHERE retracted_at IS NULL;
grant select, insert, update on decisions to app;

create table declaration_notes (
  declaration_id uuid not null,
  note text not null,
  constraint declaration_notes_pkey PRIMARY KEY (declaration_id),
  constraint declaration_notes_declaration_id_fkey FOREIGN KEY (declaration_id) REFERENCES declarations(id)
);
grant select, insert on declaration_notes to app;

create table declarations (
  id uuid default uuidv7() not null,
  standing_order bigint default nextval('standing_order'::regclass) not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  person_id uuid not null,
  answer text not null,
  grounds text[] default '{}'::text[] not null,
  wording_version integer not null,
  declared_at timestamp with time zone not null,
  constraint declarations_pkey PRIMARY KEY (id),
  constraint declarations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint declarations_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint declarations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint declarations_answer_check CHECK (answer = ANY (ARRAY['none'::text, 'connection'::text, 'unsure'::text])),
  constraint declarations_grounds CHECK (answer <> 'connection'::text OR cardinality(grounds) > 0)
);
CREATE INDEX declarations_person ON declarations USING btree (person_id);
CREATE INDEX declarations_standing ON declarations USING btree (nomination_id, person_id);
CREATE TRIGGER declarations_stand AFTER INSERT ON declarations FOR EACH ROW EXECUTE FUNCTION declarations_stand();
grant select, insert on declarations to app;

create table demo_clock (
  id integer not null,
  set_to timestamp with time zone not null,
  set_at timestamp with time zone not null,
  running boolean not null,
  constraint demo_clock_pkey PRIMARY KEY (id),
  constraint demo_clock_id_check CHECK (id = 1)
);
grant select, insert, update, delete on demo_clock to app;

create table document_pages (
  document_id uuid not null,
  number integer not null,
  text text not null,
  nodes jsonb not null,
  identity_numbers integer not null,
  words tsvector generated always as (searchable(text)) stored not null,
  constraint document_pages_pkey PRIMARY KEY (document_id, number),
  constraint document_pages_document_id_fkey FOREIGN KEY (document_id) REFERENCES document_texts(document_id) ON DELETE CASCADE,
  constraint document_pages_identity_numbers_check CHECK (identity_numbers >= 0),
  constraint document_pages_number_check CHECK (number > 0)
);
grant select, insert, update, delete on document_pages to app;

create table document_texts (
  document_id uuid not null,
  state text not null,
  fault text,
  pages integer not null,
  identity_numbers_besides integer not null,
  reader integer not null,
  read_at timestamp with time zone not null,
  constraint document_texts_pkey PRIMARY KEY (document_id),
  constraint document_texts_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE,
  constraint document_texts_fault CHECK ((fault IS NOT NULL) = (state = ANY (ARRAY['partly'::text, 'unreadable'::text]))),
  constraint document_texts_fault_check CHECK (fault = ANY (ARRAY['time'::text, 'memory'::text, 'size'::text, 'damaged'::text, 'encrypted'::text, 'lost'::text])),
  constraint document_texts_identity_numbers_besides_check CHECK (identity_numbers_besides >= 0),
  constraint document_texts_pages CHECK ((state = ANY (ARRAY['read'::text, 'partly'::text])) OR pages = 0),
  constraint document_texts_pages_check CHECK (pages >= 0),
  constraint document_texts_state_check CHECK (state = ANY (ARRAY['read'::text, 'partly'::text, 'empty'::text, 'unreadable'::text]))
);
grant select, insert, update, delete on document_texts to app;

create table documents (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  position integer not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  description text default ''::text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  withhold_reason text,
  replaced_by uuid,
  metadata_removed boolean default false not null,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents_file FOREIGN KEY (sha256) REFERENCES stored_files(sha256),
  constraint documents_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint documents_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES documents(id),
  constraint documents_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id),
  constraint documents_bytes_check CHECK (bytes > 0),
  constraint documents_name_check CHECK (name <> ''::text),
  constraint documents_replaced CHECK (replaced_by IS NULL OR removed_at IS NOT NULL AND replaced_by <> id),
  constraint documents_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint documents_withheld CHECK (withhold_reason <> ''::text)
);
CREATE INDEX documents_nomination ON documents USING btree (nomination_id) WHERE removed_at IS NULL;
CREATE INDEX documents_replaced_by ON documents USING btree (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX documents_sha256 ON documents USING btree (sha256);
CREATE TRIGGER documents_part_open BEFORE INSERT OR DELETE OR UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_closed_part();
grant select, insert, update, delete on documents to app;

create table draft_reminders (
  nomination_id uuid not null,
  remind_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  needed boolean default true not null,
  ordered_at timestamp with time zone,
  constraint draft_reminders_pkey PRIMARY KEY (nomination_id, remind_at),
  constraint draft_reminders_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint draft_reminders_not_early CHECK (sent_at >= COALESCE(ordered_at, remind_at))
);
grant select, insert on draft_reminders to app;

create table draft_warnings (
  nomination_id uuid not null,
  warned_at timestamp with time zone not null,
  constraint draft_warnings_pkey PRIMARY KEY (nomination_id),
  constraint draft_warnings_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
grant select, insert on draft_warnings to app;

create table editions (
  id uuid default uuidv7() not null,
  year integer not null,
  state text default 'planned'::text not null,
  version integer default 0 not null,
  copied_from uuid,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  judging_ends_at timestamp with time zone not null,
  finalists_at timestamp with time zone not null,
  ceremony_at timestamp with time zone not null,
  ceremony_place text default ''::text not null,
  scoring boolean default true not null,
  scale_min integer default 1 not null,
  scale_max integer default 6 not null,
  scale_words jsonb not null,
  texts jsonb not null,
  prize_amount integer not null,
  finalists_min integer default 2 not null,
  finalists_max integer default 3 not null,
  quorum integer,
  documents_max integer default 10 not null,
  document_bytes_max integer default 26214400 not null,
  help_name text default ''::text not null,
  help_email text default ''::text not null,
  help_phone text default ''::text not null,
  rules_sha256 text,
  created_at timestamp with time zone not null,
  announced_at timestamp with time zone,
  closed_at timestamp with time zone,
  judging_started_at timestamp with time zone,
  judging_closed_at timestamp with time zone,
  ended_at timestamp with time zone,
  leader_approval text default 'tick'::text not null,
  confirmation_days integer default 7 not null,
  partner_confirmation boolean default false not null,
  recusal_reach jsonb default default_recusal_reach(),
  objection_days integer default 7 not null,
  publish_recusals boolean default false not null,
  rank_rule text default 'adjusted'::text,
  tie_rule text default 'shared'::text not null,
  lot_source text default ''::text not null,
  lot_beacon text,
  public_extract boolean default false not null,
  draft_reminder_days smallint[] default '{14,3,1}'::smallint[] not null,
  casting_vote boolean default true,
  dissent text default 'named'::text,
  feedback_from text default 'announced'::text,
  applicant_figures boolean default false not null,
  reminder_days jsonb default '{}'::jsonb not null,
  dates_sequence integer default 0 not null,
  dates_changed_at timestamp with time zone,
  announces_at timestamp with time zone,
  reasons_promised boolean default false,
  constraint editions_pkey PRIMARY KEY (id),
  constraint editions_year_unique UNIQUE (year),
  constraint editions_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES editions(id),
  constraint editions_announced CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text])) OR announced_at IS NOT NULL AND rules_sha256 IS NOT NULL OR state = 'archived'::text AND announced_at IS NULL AND ended_at IS NOT NULL),
  constraint editions_announced_before_opening CHECK (announces_at <= opens_at),
  constraint editions_confirmation_days CHECK (confirmation_days >= 0 AND confirmation_days <= 60),
  constraint editions_dates_changed CHECK ((dates_sequence = 0) = (dates_changed_at IS NULL)),
  constraint editions_dates_in_order CHECK (opens_at < closes_at AND closes_at < judging_ends_at AND judging_ends_at <= finalists_at AND finalists_at < ceremony_at),
  constraint editions_dates_sequence_check CHECK (dates_sequence >= 0),
  constraint editions_deliberating CHECK ((state <> ALL (ARRAY['deliberating'::text, 'decided'::text, 'finalistsPublished'::text, 'winnerAnnounced'::text])) OR judging_closed_at IS NOT NULL),
  constraint editions_dissent_check CHECK (dissent = ANY (ARRAY['named'::text, 'counted'::text])),
  constraint editions_draft_reminder_days CHECK (draft_reminder_days <@ '{14,3,1}'::smallint[]),
  constraint editions_feedback_from_check CHECK (feedback_from = ANY (ARRAY['announced'::text, 'nominated'::text])),
  constraint editions_finalists_range CHECK (1 <= finalists_min AND finalists_min <= finalists_max),
  constraint editions_judging CHECK ((state <> ALL (ARRAY['judging'::text, 'deliberating'::text, 'decided'::text, 'finalistsPublished'::text, 'winnerAnnounced'::text])) OR judging_started_at IS NOT NULL),
  constraint editions_leader_approval CHECK (leader_approval = ANY (ARRAY['tick'::text, 'link'::text])),
  constraint editions_lot_beacon_check CHECK (lot_beacon <> ''::text),
  constraint editions_lot_source CHECK (tie_rule <> 'ladder+lot'::text OR announced_at IS NULL OR lot_source <> ''::text),
  constraint editions_objection_days_check CHECK (objection_days >= 1 AND objection_days <= 60),
  constraint editions_prize_amount_check CHECK (prize_amount >= 0),
  constraint editions_quorum_check CHECK (quorum >= 1),
  constraint editions_quorum_least CHECK (quorum >= 3) NOT VALID,
  constraint editions_rank_rule_check CHECK (rank_rule = ANY (ARRAY['adjusted'::text, 'plain'::text, 'trimmed'::text])),
  constraint editions_recusal_reach CHECK (is_recusal_reach(recusal_reach)),
  constraint editions_reminder_days CHECK (reminder_days_are_valid(reminder_days)),
  constraint editions_scale CHECK (scale_min < scale_max AND scale_min >= 0 AND scale_max <= 100),
  constraint editions_state_check CHECK (state = ANY (ARRAY['planned'::text, 'announced'::text, 'closed'::text, 'judging'::text, 'deliberating'::text, 'decided'::text, 'finalistsPublished'::text, 'winnerAnnounced'::text, 'noAward'::text, 'cancelled'::text, 'archived'::text])),
  constraint editions_tie_rule_check CHECK (tie_rule = ANY (ARRAY['shared'::text, 'ladder'::text, 'ladder+lot'::text])),
  constraint editions_year_check CHECK (year >= 2000 AND year <= 2200)
);
CREATE CONSTRAINT TRIGGER editions_cancelled_is_quiet AFTER UPDATE OF state ON editions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.state = 'cancelled'::text) EXECUTE FUNCTION cancelled_year_is_quiet();
CREATE CONSTRAINT TRIGGER editions_rules_versioned AFTER UPDATE ON editions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (old.announced_at IS NOT NULL AND (old.rules_sha256 IS DISTINCT FROM new.rules_sha256 OR old.scoring IS DISTINCT FROM new.scoring OR old.scale_min IS DISTINCT FROM new.scale_min OR old.scale_max IS DISTINCT FROM new.scale_max OR old.scale_words IS DISTINCT FROM new.scale_words OR old.rank_rule IS DISTINCT FROM new.rank_rule OR old.tie_rule IS DISTINCT FROM new.tie_rule OR old.lot_source IS DISTINCT FROM new.lot_source OR old.public_extract IS DISTINCT FROM new.public_extract OR (old.texts #> '{nb,regulations}'::text[]) IS DISTINCT FROM (new.texts #> '{nb,regulations}'::text[]) OR (old.texts #> '{nn,regulations}'::text[]) IS DISTINCT FROM (new.texts #> '{nn,regulations}'::text[]) OR old.recusal_reach IS DISTINCT FROM new.recusal_reach OR old.quorum IS DISTINCT FROM new.quorum OR old.objection_days IS DISTINCT FROM new.objection_days OR old.publish_recusals IS DISTINCT FROM new.publish_recusals OR old.casting_vote IS DISTINCT FROM new.casting_vote OR old.dissent IS DISTINCT FROM new.dissent OR old.feedback_from IS DISTINCT FROM new.feedback_from OR old.applicant_figures IS DISTINCT FROM new.applicant_figures)) EXECUTE FUNCTION edition_rules_versioned();
grant select, insert, update on editions to app;

create table erasures (
  id uuid default uuidv7() not null,
  rule text not null,
  subject_id uuid not null,
  edition_id uuid,
  erased_at timestamp with time zone not null,
  counts jsonb not null,
  constraint erasures_pkey PRIMARY KEY (id),
  constraint erasures_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint erasures_rule_fkey FOREIGN KEY (rule) REFERENCES retention_rules(name)
);
CREATE INDEX erasures_latest ON erasures USING btree (rule, subject_id, erased_at);
CREATE UNIQUE INDEX erasures_once ON erasures USING btree (rule, subject_id) WHERE rule <> ALL (ARRAY['accessLog'::text, 'notNominated'::text, 'contacts'::text, 'nominated'::text, 'scores'::text, 'declarations'::text, 'letters'::text, 'accounts'::text]);
CREATE INDEX erasures_subject ON erasures USING btree (subject_id);
CREATE TRIGGER erase_batches BEFORE INSERT ON erasures FOR EACH ROW WHEN (new.rule = 'letters'::text) EXECUTE FUNCTION erase_batches();
CREATE TRIGGER erase_calibration BEFORE INSERT ON erasures FOR EACH ROW WHEN (new.rule = 'scores'::text) EXECUTE FUNCTION erase_calibration();
CREATE TRIGGER erase_naming BEFORE INSERT ON erasures FOR EACH ROW WHEN (new.rule = ANY (ARRAY['drafts'::text, 'notNominated'::text, 'nominated'::text])) EXECUTE FUNCTION erase_naming();
grant select on erasures to app;

create table feedbacks (
  nomination_id uuid not null,
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  told_at timestamp with time zone,
  constraint feedbacks_pkey PRIMARY KEY (nomination_id),
  constraint feedbacks_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint feedbacks_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint feedbacks_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint feedbacks_approved CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  constraint feedbacks_told CHECK (told_at IS NULL OR approved_at IS NOT NULL),
  constraint feedbacks_two_people CHECK (approved_by <> written_by),
  constraint feedbacks_version_check CHECK (version >= 1),
  constraint feedbacks_written CHECK (approved_at IS NULL OR btrim(body) <> ''::text)
);
CREATE INDEX feedbacks_to_tell ON feedbacks USING btree (nomination_id) WHERE told_at IS NULL AND approved_at IS NOT NULL;
CREATE TRIGGER feedbacks_guard BEFORE UPDATE ON feedbacks FOR EACH ROW EXECUTE FUNCTION feedbacks_guard();
grant select, insert, update on feedbacks to app;

create table finished_uploads (
  upload text not null,
  document_id uuid not null,
  bytes bigint not null,
  constraint finished_uploads_pkey PRIMARY KEY (upload),
  constraint finished_uploads_document_id_key UNIQUE (document_id),
  constraint finished_uploads_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE,
  constraint finished_uploads_bytes_check CHECK (bytes >= 0)
);
grant select, insert on finished_uploads to app;

create table frozen_full_results (
  frozen_id uuid not null,
  full_file text not null,
  constraint frozen_full_results_pkey PRIMARY KEY (frozen_id),
  constraint frozen_full_results_frozen_id_fkey FOREIGN KEY (frozen_id) REFERENCES frozen_results(id)
);
grant select, insert on frozen_full_results to app;

create table frozen_results (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  version integer not null,
  standing uuid[] not null,
  ballots text not null,
  cause text not null,
  reason text default ''::text not null,
  frozen_at timestamp with time zone not null,
  core_sha256 text not null,
  full_sha256 text not null,
  core text not null,
  extract text,
  constraint frozen_results_pkey PRIMARY KEY (id),
  constraint frozen_results_version UNIQUE (edition_id, version),
  constraint frozen_results_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint frozen_results_cause_check CHECK (cause = ANY (ARRAY['finalistsDecided'::text, 'winnerDecided'::text, 'noAwardDecided'::text, 'finalistsRetracted'::text, 'winnerRetracted'::text, 'ballotsChanged'::text])),
  constraint frozen_results_core_sha256_check CHECK (core_sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint frozen_results_full_sha256_check CHECK (full_sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint frozen_results_version_check CHECK (version >= 1)
);
grant select, insert on frozen_results to app;

create table help_messages (
  id uuid default uuidv7() not null,
  request_id uuid not null,
  person_id uuid not null,
  by_secretariat boolean not null,
  text text not null,
  written_at timestamp with time zone not null,
  constraint help_messages_pkey PRIMARY KEY (id),
  constraint help_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint help_messages_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint help_messages_text_check CHECK (btrim(text) <> ''::text)
);
CREATE INDEX help_messages_request ON help_messages USING btree (request_id, written_at);
grant select, insert on help_messages to app;

create table help_requests (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  closed_why text,
  constraint help_requests_pkey PRIMARY KEY (id),
  constraint help_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint help_requests_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id),
  constraint help_requests_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint help_requests_closed CHECK ((closed_at IS NULL) = (closed_why IS NULL) AND (closed_by IS NOT NULL) = (NOT closed_why IS DISTINCT FROM 'applicant'::text)),
  constraint help_requests_closed_why_check CHECK (closed_why = ANY (ARRAY['applicant'::text, 'sent'::text]))
);
CREATE UNIQUE INDEX help_requests_once ON help_requests USING btree (nomination_id) WHERE closed_at IS NULL;
grant select, insert, update on help_requests to app;

create table join_requests (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  organisation_key text not null,
  organisation_name text not null,
  person_id uuid not null,
  message text default ''::text not null,
  requested_at timestamp with time zone not null,
  state text default 'open'::text not null,
  nomination_id uuid,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint join_requests_pkey PRIMARY KEY (id),
  constraint join_requests_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint join_requests_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint join_requests_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint join_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint join_requests_answered CHECK ((state = 'open'::text) = (answered_at IS NULL)),
  constraint join_requests_state_check CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text]))
);
CREATE UNIQUE INDEX join_requests_open_once ON join_requests USING btree (edition_id, organisation_key, person_id) WHERE state = 'open'::text;
grant select, insert, update on join_requests to app;

create table juror_figure_openings (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  person_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint juror_figure_openings_pkey PRIMARY KEY (id),
  constraint juror_figure_openings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint juror_figure_openings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX juror_figure_openings_person ON juror_figure_openings USING btree (edition_id, person_id, opened_at);
grant select, insert on juror_figure_openings to app;

create table juror_notes (
  person_id uuid not null,
  nomination_id uuid not null,
  text text not null,
  version integer not null,
  updated_at timestamp with time zone not null,
  constraint juror_notes_pkey PRIMARY KEY (person_id, nomination_id),
  constraint juror_notes_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint juror_notes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint juror_notes_text_check CHECK (btrim(text) <> ''::text),
  constraint juror_notes_version_check CHECK (version >= 1)
);
grant select, insert, update, delete on juror_notes to app;

create table jury_changes (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null,
  kind text not null,
  called_in boolean default false not null,
  changed_at timestamp with time zone not null,
  constraint jury_changes_pkey PRIMARY KEY (id),
  constraint jury_changes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint jury_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint jury_changes_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint jury_changes_kind_check CHECK (kind = ANY (ARRAY['joined'::text, 'left'::text]))
);
CREATE INDEX jury_changes_edition ON jury_changes USING btree (edition_id, changed_at);
grant select, insert on jury_changes to app;

create table kept_forms (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  path text not null,
  body text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint kept_forms_pkey PRIMARY KEY (id),
  constraint kept_forms_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX kept_forms_person ON kept_forms USING btree (person_id);
grant select, insert, update, delete on kept_forms to app;

create table letter_batch_seen (
  batch_id uuid not null,
  person_id uuid,
  nomination_id uuid,
  recipient_id uuid,
  constraint letter_batch_seen_once UNIQUE NULLS NOT DISTINCT (batch_id, person_id, nomination_id, recipient_id),
  constraint letter_batch_seen_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letter_batches(id),
  constraint letter_batch_seen_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint letter_batch_seen_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint letter_batch_seen_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES call_recipients(id) ON DELETE CASCADE,
  constraint letter_batch_seen_who CHECK (num_nonnulls(person_id, recipient_id) = 1)
);
grant select, insert, update, delete on letter_batch_seen to app;

create table letter_batches (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  version integer default 0 not null,
  title text not null,
  recipients jsonb not null,
  about text,
  texts jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  sent_by uuid,
  sent_at timestamp with time zone,
  discarded_by uuid,
  discarded_at timestamp with time zone,
  send_at timestamp with time zone,
  scheduled_by uuid,
  scheduled_at timestamp with time zone,
  scheduled_hash text,
  held_back text,
  earlier_writers uuid[] default '{}'::uuid[] not null,
  constraint letter_batches_pkey PRIMARY KEY (id),
  constraint letter_batches_discarded_by_fkey FOREIGN KEY (discarded_by) REFERENCES people(id),
  constraint letter_batches_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint letter_batches_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES people(id),
  constraint letter_batches_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES people(id),
  constraint letter_batches_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id),
  constraint letter_batches_about_check CHECK (about = ANY (ARRAY['admission'::text, 'nomination'::text, 'winner'::text, 'confidence'::text, 'other'::text])),
  constraint letter_batches_ahead CHECK (send_at > scheduled_at),
  constraint letter_batches_chosen CHECK (
CASE recipients ->> 'audience'::text
    WHEN 'applications'::text THEN jsonb_array_length(recipients -> 'states'::text) > 0
    WHEN 'marked'::text THEN jsonb_array_length(recipients -> 'nominations'::text) > 0
    WHEN 'jurors'::text THEN (recipients ->> 'jurors'::text) = ANY (ARRAY['all'::text, 'unfinished'::text, 'undeclared'::text, 'deputies'::text])
    WHEN 'nominated'::text THEN true
    WHEN 'notNominated'::text THEN NOT about IS DISTINCT FROM 'nomination'::text
    WHEN 'list'::text THEN true
    ELSE false
END),
  constraint letter_batches_confidence CHECK ((NOT about IS DISTINCT FROM 'confidence'::text) = ((recipients ->> 'audience'::text) = 'nominated'::text)),
  constraint letter_batches_held_back_check CHECK (held_back = ANY (ARRAY['othersNow'::text, 'nobody'::text, 'tooEarly'::text, 'takenDown'::text, 'notAgreed'::text, 'notOpen'::text, 'cancelled'::text, 'right'::text])),
  constraint letter_batches_list CHECK ((recipients ->> 'audience'::text) <> 'list'::text OR about IS NULL),
  constraint letter_batches_over CHECK ((num_nulls(sent_by, sent_at) = ANY (ARRAY[0, 2])) AND (num_nulls(discarded_by, discarded_at) = ANY (ARRAY[0, 2])) AND (sent_at IS NULL OR discarded_at IS NULL)),
  constraint letter_batches_schedule_over CHECK (send_at IS NULL OR discarded_at IS NULL),
  constraint letter_batches_scheduled CHECK (num_nulls(send_at, scheduled_by, scheduled_at, scheduled_hash) = ANY (ARRAY[0, 4])),
  constraint letter_batches_title_check CHECK (btrim(title) <> ''::text)
);
CREATE INDEX letter_batches_due ON letter_batches USING btree (send_at) WHERE send_at IS NOT NULL AND sent_at IS NULL;
CREATE INDEX letter_batches_edition ON letter_batches USING btree (edition_id, prepared_at DESC);
CREATE TRIGGER letter_batches_agreed BEFORE UPDATE OF sent_at ON letter_batches FOR EACH ROW WHEN (new.sent_at IS NOT NULL AND (new.recipients ->> 'audience'::text) = 'notNominated'::text) EXECUTE FUNCTION letter_batches_agreed();
CREATE TRIGGER letter_batches_begin BEFORE INSERT ON letter_batches FOR EACH ROW EXECUTE FUNCTION letter_batches_begin();
CREATE TRIGGER letter_batches_guard BEFORE UPDATE ON letter_batches FOR EACH ROW EXECUTE FUNCTION letter_batches_guard();
grant select, insert, update on letter_batches to app;

create table letter_texts (
  edition_id uuid not null,
  letter text not null,
  version integer not null,
  texts jsonb,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint letter_texts_pkey PRIMARY KEY (edition_id, letter, version),
  constraint letter_texts_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint letter_texts_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint letter_texts_version_check CHECK (version > 0),
  constraint letter_texts_whole CHECK (texts IS NULL OR (texts #>> '{nb,subject}'::text[]) <> ''::text AND (texts #>> '{nb,body}'::text[]) <> ''::text AND (texts #>> '{nn,subject}'::text[]) <> ''::text AND (texts #>> '{nn,body}'::text[]) <> ''::text)
);
CREATE TRIGGER letter_texts_guard BEFORE INSERT ON letter_texts FOR EACH ROW EXECUTE FUNCTION letter_texts_guard();
grant select, insert on letter_texts to app;

create table letters (
  id uuid default uuidv7() not null,
  key text not null,
  template text not null,
  language text not null,
  edition_id uuid,
  nomination_id uuid,
  person_id uuid,
  email text not null,
  subject text not null,
  body text not null,
  state text default 'queued'::text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  error text,
  returned_at timestamp with time zone,
  batch_id uuid,
  text_version integer,
  unsubscribe_path text,
  calendar text,
  useless_after timestamp with time zone,
  constraint letters_pkey PRIMARY KEY (id),
  constraint letters_key_unique UNIQUE (key),
  constraint letters_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letter_batches(id),
  constraint letters_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint letters_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint letters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint letters_calendar_check CHECK (calendar ~~ 'BEGIN:VCALENDAR%'::text),
  constraint letters_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint letters_returned CHECK (returned_at IS NULL OR state = 'failed'::text),
  constraint letters_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text])),
  constraint letters_unsubscribe_path_check CHECK (unsubscribe_path ~~ '/%'::text)
);
CREATE INDEX letters_batch ON letters USING btree (batch_id) WHERE batch_id IS NOT NULL;
CREATE UNIQUE INDEX letters_batch_once ON letters USING btree (batch_id, person_id, nomination_id) NULLS NOT DISTINCT WHERE batch_id IS NOT NULL AND person_id IS NOT NULL;
CREATE INDEX letters_created ON letters USING btree (created_at);
CREATE INDEX letters_nomination ON letters USING btree (nomination_id);
CREATE INDEX letters_of_edition ON letters USING btree (edition_id, created_at DESC, id DESC);
CREATE INDEX letters_under_way ON letters USING btree (id) WHERE state = ANY (ARRAY['queued'::text, 'sending'::text]);
CREATE TRIGGER letters_of_sent_batch BEFORE INSERT ON letters FOR EACH ROW WHEN (new.batch_id IS NOT NULL) EXECUTE FUNCTION letters_of_sent_batch();
CREATE TRIGGER letters_stay BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION letters_stay();
grant select, insert, update on letters to app;

create table meeting_absences (
  id uuid default uuidv7() not null,
  meeting_id uuid not null,
  person_id uuid not null,
  nomination_id uuid,
  out_at timestamp with time zone not null,
  out_by uuid not null,
  in_at timestamp with time zone,
  in_by uuid,
  constraint meeting_absences_pkey PRIMARY KEY (id),
  constraint meeting_absences_in_by_fkey FOREIGN KEY (in_by) REFERENCES people(id),
  constraint meeting_absences_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint meeting_absences_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint meeting_absences_out_by_fkey FOREIGN KEY (out_by) REFERENCES people(id),
  constraint meeting_absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint meeting_absences_in CHECK ((in_at IS NULL) = (in_by IS NULL)),
  constraint meeting_absences_time CHECK (in_at >= out_at)
);
CREATE UNIQUE INDEX meeting_absences_once ON meeting_absences USING btree (meeting_id, person_id) WHERE in_at IS NULL;
CREATE TRIGGER meeting_door AFTER UPDATE ON meeting_absences FOR EACH ROW EXECUTE FUNCTION meeting_door();
CREATE TRIGGER meeting_times_stay BEFORE UPDATE ON meeting_absences FOR EACH ROW EXECUTE FUNCTION meeting_times_stay();
grant select, insert, update on meeting_absences to app;

create table meeting_notes (
  meeting_id uuid not null,
  nomination_id uuid not null,
  body text not null,
  version integer default 1 not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint meeting_notes_pkey PRIMARY KEY (meeting_id, nomination_id),
  constraint meeting_notes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint meeting_notes_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint meeting_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
);
grant select, insert, update on meeting_notes to app;

create table meeting_openings (
  id uuid default uuidv7() not null,
  meeting_id uuid not null,
  what text not null,
  nomination_id uuid,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  motion_id uuid,
  constraint meeting_openings_pkey PRIMARY KEY (id),
  constraint meeting_openings_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint meeting_openings_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motions(id),
  constraint meeting_openings_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint meeting_openings_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id),
  constraint meeting_openings_time CHECK (closed_at >= opened_at),
  constraint meeting_openings_what CHECK ((what = 'application'::text) = (nomination_id IS NOT NULL) AND (what = ANY (ARRAY['motion'::text, 'motionResult'::text])) = (motion_id IS NOT NULL)),
  constraint meeting_openings_what_check CHECK (what = ANY (ARRAY['application'::text, 'ranking'::text, 'motion'::text, 'motionResult'::text]))
);
CREATE INDEX meeting_openings_nomination ON meeting_openings USING btree (nomination_id);
CREATE UNIQUE INDEX meeting_openings_one ON meeting_openings USING btree (meeting_id) WHERE closed_at IS NULL;
CREATE TRIGGER meeting_openings_guard BEFORE INSERT ON meeting_openings FOR EACH ROW EXECUTE FUNCTION meeting_openings_guard();
CREATE TRIGGER meeting_times_stay BEFORE UPDATE ON meeting_openings FOR EACH ROW EXECUTE FUNCTION meeting_times_stay();
grant select, insert, update on meeting_openings to app;

create table meeting_places (
  meeting_id uuid not null,
  nomination_id uuid not null,
  position integer not null,
  constraint meeting_places_pkey PRIMARY KEY (meeting_id, nomination_id),
  constraint meeting_places_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint meeting_places_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
grant select, insert, update, delete on meeting_places to app;

create table meeting_presence (
  id uuid default uuidv7() not null,
  meeting_id uuid not null,
  person_id uuid not null,
  new_conflict boolean not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  recorded_by uuid not null,
  constraint meeting_presence_pkey PRIMARY KEY (id),
  constraint meeting_presence_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint meeting_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint meeting_presence_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id),
  constraint meeting_presence_time CHECK (until_at >= from_at)
);
CREATE UNIQUE INDEX meeting_presence_once ON meeting_presence USING btree (meeting_id, person_id) WHERE until_at IS NULL;
CREATE TRIGGER meeting_door AFTER INSERT ON meeting_presence FOR EACH ROW EXECUTE FUNCTION meeting_door();
CREATE TRIGGER meeting_times_stay BEFORE UPDATE ON meeting_presence FOR EACH ROW EXECUTE FUNCTION meeting_times_stay();
grant select, insert, update on meeting_presence to app;

create view meeting_room as
 SELECT meeting_id,
    person_id
   FROM meeting_presence p
  WHERE until_at IS NULL AND NOT (EXISTS ( SELECT
           FROM meeting_absences a
          WHERE a.meeting_id = p.meeting_id AND a.person_id = p.person_id AND a.in_at IS NULL));
grant select, insert, update, delete on meeting_room to app;

create table meetings (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  item_order text default 'alphabetical'::text not null,
  constraint meetings_pkey PRIMARY KEY (id),
  constraint meetings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint meetings_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id),
  constraint meetings_item_order_check CHECK (item_order = ANY (ARRAY['alphabetical'::text, 'disagreement'::text, 'hand'::text])),
  constraint meetings_time CHECK (ended_at >= started_at)
);
CREATE INDEX meetings_edition ON meetings USING btree (edition_id);
CREATE UNIQUE INDEX meetings_one_open ON meetings USING btree (edition_id) WHERE ended_at IS NULL;
CREATE TRIGGER meeting_times_stay BEFORE UPDATE ON meetings FOR EACH ROW EXECUTE FUNCTION meeting_times_stay();
grant select, insert, update on meetings to app;

create table motion_candidates (
  motion_id uuid not null,
  nomination_id uuid not null,
  constraint motion_candidates_pkey PRIMARY KEY (motion_id, nomination_id),
  constraint motion_candidates_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motions(id),
  constraint motion_candidates_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
grant select, insert on motion_candidates to app;

create table motion_dissents (
  motion_id uuid not null,
  person_id uuid not null,
  body text not null,
  written_at timestamp with time zone not null,
  constraint motion_dissents_pkey PRIMARY KEY (motion_id, person_id),
  constraint motion_dissents_motion_id_person_id_fkey FOREIGN KEY (motion_id, person_id) REFERENCES motion_voters(motion_id, person_id),
  constraint motion_dissents_body_check CHECK (btrim(body) <> ''::text)
);
CREATE TRIGGER motion_dissents_guard BEFORE INSERT ON motion_dissents FOR EACH ROW EXECUTE FUNCTION motion_dissents_guard();
grant select, insert on motion_dissents to app;

create table motion_voters (
  motion_id uuid not null,
  person_id uuid not null,
  entitled boolean not null,
  vote text,
  out_of uuid[] default '{}'::uuid[] not null,
  unanswered boolean default false not null,
  whole_edition boolean default false not null,
  constraint motion_voters_pkey PRIMARY KEY (motion_id, person_id),
  constraint motion_voters_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motions(id),
  constraint motion_voters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint motion_voters_entitled CHECK (entitled OR vote IS NULL),
  constraint motion_voters_free CHECK (NOT entitled OR cardinality(out_of) = 0 AND NOT unanswered AND NOT whole_edition),
  constraint motion_voters_vote_check CHECK (vote = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text]))
);
CREATE TRIGGER motion_voters_guard BEFORE INSERT ON motion_voters FOR EACH ROW EXECUTE FUNCTION motion_voters_guard();
grant select, insert on motion_voters to app;

create table motion_votes (
  motion_id uuid not null,
  person_id uuid not null,
  vote text not null,
  cast_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint motion_votes_one PRIMARY KEY (motion_id, person_id),
  constraint motion_votes_motion_id_fkey FOREIGN KEY (motion_id) REFERENCES motions(id),
  constraint motion_votes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint motion_votes_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id),
  constraint motion_votes_vote_check CHECK (vote = ANY (ARRAY['for'::text, 'against'::text, 'abstain'::text]))
);
CREATE TRIGGER motion_votes_guard BEFORE INSERT OR UPDATE ON motion_votes FOR EACH ROW EXECUTE FUNCTION motion_votes_guard();
grant select, insert, update on motion_votes to app;

create table motions (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  meeting_id uuid,
  kind text not null,
  nomination_id uuid,
  body text default ''::text not null,
  put_by uuid not null,
  put_at timestamp with time zone not null,
  closes_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by uuid,
  outcome text,
  quorum integer,
  presided_by uuid,
  cast_vote boolean default false not null,
  constraint motions_pkey PRIMARY KEY (id),
  constraint motions_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id),
  constraint motions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint motions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint motions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint motions_presided_by_fkey FOREIGN KEY (presided_by) REFERENCES people(id),
  constraint motions_put_by_fkey FOREIGN KEY (put_by) REFERENCES people(id),
  constraint motions_about CHECK (kind = 'procedural'::text OR (kind = 'noAward'::text) = (nomination_id IS NULL)),
  constraint motions_body CHECK (kind <> 'procedural'::text OR btrim(body) <> ''::text),
  constraint motions_closed CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  constraint motions_deadline CHECK (closes_at > put_at),
  constraint motions_in_writing CHECK ((meeting_id IS NULL) = (closes_at IS NOT NULL)),
  constraint motions_kind_check CHECK (kind = ANY (ARRAY['nominate'::text, 'winner'::text, 'noAward'::text, 'procedural'::text])),
  constraint motions_outcome_check CHECK (outcome = ANY (ARRAY['carried'::text, 'fell'::text, 'notQuorate'::text, 'withdrawn'::text]))
);
CREATE INDEX motions_edition ON motions USING btree (edition_id);
CREATE UNIQUE INDEX motions_one_open ON motions USING btree (meeting_id) WHERE closed_at IS NULL;
CREATE TRIGGER motions_guard BEFORE UPDATE ON motions FOR EACH ROW EXECUTE FUNCTION motions_guard();
grant select, insert, update on motions to app;

create table namings (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  version integer not null,
  answer text not null,
  reason text default ''::text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  registered boolean default false not null,
  quote text default ''::text not null,
  quoted text default ''::text not null,
  picture_sha256 text,
  picture_bytes bigint,
  picture_width integer,
  picture_height integer,
  picture_alt text,
  picture_credit text,
  picture_consent_by uuid,
  picture_consent_at timestamp with time zone,
  constraint namings_pkey PRIMARY KEY (id),
  constraint namings_one UNIQUE (nomination_id),
  constraint namings_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint namings_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint namings_picture_consent_by_fkey FOREIGN KEY (picture_consent_by) REFERENCES people(id),
  constraint namings_picture_sha256_fkey FOREIGN KEY (picture_sha256) REFERENCES stored_files(sha256),
  constraint namings_answer_check CHECK (answer = ANY (ARRAY['agreed'::text, 'declined'::text])),
  constraint namings_content CHECK (answer = 'agreed'::text OR quote = ''::text AND picture_sha256 IS NULL),
  constraint namings_picture CHECK (num_nulls(picture_sha256, picture_bytes, picture_width, picture_height, picture_alt, picture_credit, picture_consent_by, picture_consent_at) = ANY (ARRAY[0, 8])),
  constraint namings_picture_alt_check CHECK (btrim(picture_alt) <> ''::text),
  constraint namings_picture_credit_check CHECK (btrim(picture_credit) <> ''::text),
  constraint namings_quote CHECK ((quote = ''::text) = (quoted = ''::text)),
  constraint namings_registered CHECK (NOT registered OR btrim(reason) <> ''::text),
  constraint namings_version_check CHECK (version >= 1)
);
CREATE INDEX namings_picture_file ON namings USING btree (picture_sha256) WHERE picture_sha256 IS NOT NULL;
CREATE TRIGGER namings_announced AFTER DELETE OR UPDATE ON namings FOR EACH STATEMENT EXECUTE FUNCTION announce_public_change();
CREATE TRIGGER namings_guard BEFORE INSERT OR UPDATE ON namings FOR EACH ROW EXECUTE FUNCTION namings_guard();
grant select, insert, update on namings to app;

create table nomination_members (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint nomination_members_pkey PRIMARY KEY (id),
  constraint nomination_members_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint nomination_members_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint nomination_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE UNIQUE INDEX nomination_members_once ON nomination_members USING btree (nomination_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX nomination_members_person ON nomination_members USING btree (person_id);
CREATE TRIGGER nomination_members_apart BEFORE INSERT ON nomination_members FOR EACH ROW WHEN (new.removed_at IS NULL) EXECUTE FUNCTION applicants_run_no_year();
CREATE TRIGGER nomination_members_there BEFORE INSERT OR UPDATE OF person_id ON nomination_members FOR EACH ROW EXECUTE FUNCTION accounts_are_there('person_id');
grant select, insert, update on nomination_members to app;

create table nominations (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  state text default 'draft'::text not null,
  version integer default 0 not null,
  applicant_kind text not null,
  organisation_name text not null,
  organisation_key text not null,
  organisation_number text,
  unit_name text default ''::text not null,
  partners text[] default '{}'::text[] not null,
  language text default 'nb'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  receipt_number text,
  first_submitted_at timestamp with time zone,
  submitted_at timestamp with time zone,
  submission_count integer default 0 not null,
  return_due_at timestamp with time zone,
  return_reason text,
  rejection_reason text,
  withdrawn_at timestamp with time zone,
  extended_until timestamp with time zone,
  return_count integer default 0 not null,
  constraint nominations_pkey PRIMARY KEY (id),
  constraint nominations_receipt_unique UNIQUE (receipt_number),
  constraint nominations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint nominations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint nominations_applicant_kind_check CHECK (applicant_kind = ANY (ARRAY['municipality'::text, 'district'::text, 'enterprise'::text, 'cooperation'::text])),
  constraint nominations_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text])),
  constraint nominations_organisation_name_check CHECK (organisation_name <> ''::text),
  constraint nominations_organisation_number_check CHECK (organisation_number ~ '^[0-9]{9}$'::text),
  constraint nominations_organisation_number_valid CHECK (organisation_number IS NULL OR organisation_number_is_valid(organisation_number)) NOT VALID,
  constraint nominations_rejected CHECK (state <> 'rejected'::text OR rejection_reason IS NOT NULL),
  constraint nominations_returned CHECK (state <> 'returned'::text OR return_due_at IS NOT NULL AND return_reason IS NOT NULL),
  constraint nominations_returned_once CHECK (state <> 'returned'::text OR return_count > 0),
  constraint nominations_state_check CHECK (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'admitted'::text, 'rejected'::text, 'underReview'::text, 'scored'::text, 'finalist'::text, 'notSelected'::text, 'winner'::text, 'honourableMention'::text, 'finalistWithoutPrize'::text, 'withdrawn'::text])),
  constraint nominations_submitted CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR submitted_at IS NOT NULL AND receipt_number IS NOT NULL AND submission_count > 0),
  constraint nominations_withdrawn CHECK ((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))
);
CREATE INDEX nominations_answered ON nominations USING btree (edition_id, organisation_name, unit_name, id) WHERE return_count > 0;
CREATE INDEX nominations_by_county ON nominations USING btree (edition_id, nomination_county(organisation_key), organisation_name, unit_name, id);
CREATE INDEX nominations_by_kind ON nominations USING btree (edition_id, applicant_kind, organisation_name, unit_name, id);
CREATE INDEX nominations_by_name ON nominations USING btree (edition_id, organisation_name, unit_name, id);
CREATE INDEX nominations_by_part ON nominations USING gin (((organisation_name || ' '::text) || unit_name) gin_trgm_ops);
CREATE INDEX nominations_by_receipt ON nominations USING btree (edition_id, receipt_number, id) WHERE receipt_number IS NOT NULL;
CREATE INDEX nominations_by_return ON nominations USING btree (edition_id, return_due_at, id) WHERE state = 'returned'::text;
CREATE INDEX nominations_by_step ON nominations USING btree (edition_id, nomination_step(state), organisation_name, unit_name, id);
CREATE INDEX nominations_by_submission ON nominations USING btree (edition_id, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
CREATE INDEX nominations_by_unit ON nominations USING btree (edition_id, unit_name, organisation_name, id);
CREATE INDEX nominations_edition ON nominations USING btree (edition_id, state);
CREATE INDEX nominations_extended ON nominations USING btree (edition_id, organisation_name, unit_name, id) WHERE extended_until IS NOT NULL;
CREATE INDEX nominations_organisation ON nominations USING btree (edition_id, organisation_key);
CREATE INDEX nominations_organisation_number ON nominations USING btree (edition_id, organisation_number) WHERE organisation_number IS NOT NULL;
CREATE TRIGGER nominations_close_help AFTER UPDATE OF submission_count ON nominations FOR EACH ROW WHEN (new.submission_count > old.submission_count) EXECUTE FUNCTION close_help();
CREATE TRIGGER nominations_connection_changes AFTER UPDATE OF partners, organisation_key, unit_name ON nominations FOR EACH ROW EXECUTE FUNCTION nominations_connection_changes();
CREATE TRIGGER nominations_extended_guard BEFORE UPDATE OF extended_until ON nominations FOR EACH ROW EXECUTE FUNCTION nominations_extended_guard();
CREATE TRIGGER nominations_leave AFTER UPDATE OF state ON nominations FOR EACH ROW WHEN ((old.state = ANY (ARRAY['withdrawn'::text, 'rejected'::text])) <> (new.state = ANY (ARRAY['withdrawn'::text, 'rejected'::text]))) EXECUTE FUNCTION nominations_leave();
CREATE TRIGGER nominations_part_open BEFORE UPDATE ON nominations FOR EACH ROW WHEN (old.state = 'returned'::text AND new.state = 'returned'::text AND (old.organisation_name IS DISTINCT FROM new.organisation_name OR old.organisation_key IS DISTINCT FROM new.organisation_key OR old.organisation_number IS DISTINCT FROM new.organisation_number OR old.unit_name IS DISTINCT FROM new.unit_name OR old.partners IS DISTINCT FROM new.partners)) EXECUTE FUNCTION refuse_closed_part();
CREATE TRIGGER nominations_rejection_guard BEFORE UPDATE OF state ON nominations FOR EACH ROW EXECUTE FUNCTION nominations_rejection_guard();
CREATE TRIGGER nominations_rejection_lapses AFTER UPDATE OF state, submission_count, return_count ON nominations FOR EACH ROW WHEN (new.state IS DISTINCT FROM old.state OR new.submission_count IS DISTINCT FROM old.submission_count OR new.return_count IS DISTINCT FROM old.return_count) EXECUTE FUNCTION nominations_rejection_lapses();
CREATE TRIGGER nominations_stand AFTER INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION nominations_stand();
grant select, insert, update on nominations to app;

create table objection_texts (
  objection_id uuid not null,
  text text not null,
  constraint objection_texts_pkey PRIMARY KEY (objection_id),
  constraint objection_texts_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES objections(id),
  constraint objection_texts_text_check CHECK (btrim(text) <> ''::text)
);
grant select, insert on objection_texts to app;

create table objections (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  about_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  answer text,
  recused boolean,
  constraint objections_pkey PRIMARY KEY (id),
  constraint objections_about_id_fkey FOREIGN KEY (about_id) REFERENCES people(id),
  constraint objections_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint objections_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint objections_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint objections_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint objections_answered CHECK ((num_nulls(answered_by, answered_at, answer) = ANY (ARRAY[0, 3])) AND (answer IS NULL OR btrim(answer) <> ''::text)),
  constraint objections_not_own CHECK (answered_by IS DISTINCT FROM about_id OR answered_by IS NULL),
  constraint objections_recused CHECK (recused IS NULL OR answered_at IS NOT NULL AND about_id IS NOT NULL)
);
CREATE INDEX objections_nomination ON objections USING btree (nomination_id);
CREATE INDEX objections_open ON objections USING btree (about_id, nomination_id) WHERE answered_at IS NULL;
CREATE TRIGGER objections_guard BEFORE UPDATE ON objections FOR EACH ROW EXECUTE FUNCTION objections_guard();
grant select, insert, update on objections to app;

create table old_application_files (
  id uuid default uuidv7() not null,
  application_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  metadata_removed boolean not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint old_application_files_pkey PRIMARY KEY (id),
  constraint old_application_files_name UNIQUE (application_id, name),
  constraint old_application_files_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint old_application_files_application_id_fkey FOREIGN KEY (application_id) REFERENCES old_applications(id),
  constraint old_application_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES stored_files(sha256),
  constraint old_application_files_bytes_check CHECK (bytes > 0),
  constraint old_application_files_name_check CHECK (name <> ''::text)
);
CREATE INDEX old_application_files_sha256 ON old_application_files USING btree (sha256);
CREATE TRIGGER old_application_files_stay BEFORE DELETE ON old_application_files FOR EACH ROW EXECUTE FUNCTION old_application_files_stay();
grant select, insert on old_application_files to app;

create table old_applications (
  id uuid default uuidv7() not null,
  year integer not null,
  applicant_kind text not null,
  organisation_name text not null,
  organisation_key text not null,
  organisation_number text,
  unit_name text default ''::text not null,
  nominated boolean not null,
  came_by text not null,
  received_on date not null,
  note text default ''::text not null,
  reader_email text,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  struck_by uuid,
  struck_at timestamp with time zone,
  constraint old_applications_pkey PRIMARY KEY (id),
  constraint old_applications_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people(id),
  constraint old_applications_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES people(id),
  constraint old_applications_applicant_kind_check CHECK (applicant_kind = ANY (ARRAY['municipality'::text, 'district'::text, 'enterprise'::text, 'cooperation'::text])),
  constraint old_applications_came_by_check CHECK (came_by = ANY (ARRAY['post'::text, 'email'::text, 'other'::text])),
  constraint old_applications_organisation_name_check CHECK (organisation_name <> ''::text),
  constraint old_applications_organisation_number_check CHECK (organisation_number_is_valid(organisation_number)),
  constraint old_applications_reader_email_check CHECK (reader_email <> ''::text),
  constraint old_applications_struck CHECK (struck_by IS NULL OR struck_at IS NOT NULL),
  constraint old_applications_year_check CHECK (year >= 2011)
);
CREATE INDEX old_applications_reader ON old_applications USING btree (reader_email) WHERE reader_email IS NOT NULL;
CREATE INDEX old_applications_year ON old_applications USING btree (year);
CREATE TRIGGER old_applications_stay BEFORE UPDATE ON old_applications FOR EACH ROW EXECUTE FUNCTION old_applications_stay();
grant select, insert, update on old_applications to app;

create table organisation_lookups (
  organisation_number text not null,
  status text not null,
  entry jsonb,
  fetched_at timestamp with time zone not null,
  constraint organisation_lookups_pkey PRIMARY KEY (organisation_number),
  constraint organisation_lookups_entry CHECK ((status = 'found'::text) = (entry IS NOT NULL)),
  constraint organisation_lookups_number CHECK (organisation_number_is_valid(organisation_number)),
  constraint organisation_lookups_status_check CHECK (status = ANY (ARRAY['found'::text, 'removed'::text, 'unknown'::text]))
);
CREATE INDEX organisation_lookups_parent ON organisation_lookups USING btree ((entry ->> 'parent'::text));
grant select, insert, update on organisation_lookups to app;

create table organisation_parents (
  number text not null,
  parent_number text not null,
  constraint organisation_parents_pkey PRIMARY KEY (number),
  constraint organisation_parents_not_itself CHECK (number <> parent_number),
  constraint organisation_parents_number_check CHECK (number ~ '^[0-9]{9}$'::text),
  constraint organisation_parents_parent_number_check CHECK (parent_number ~ '^[0-9]{9}$'::text)
);
grant select, insert, update, delete on organisation_parents to app;

create table outcome_openings (
  edition_id uuid not null,
  person_id uuid not null,
  what text not null,
  first_at timestamp with time zone not null,
  constraint outcome_openings_pkey PRIMARY KEY (edition_id, person_id, what),
  constraint outcome_openings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint outcome_openings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint outcome_openings_what_check CHECK (what = ANY (ARRAY['result'::text, 'frozen'::text, 'meeting'::text, 'decision'::text, 'protocol'::text, 'statements'::text, 'publication'::text, 'letters'::text, 'ceremony'::text, 'embargo'::text]))
);
grant select, insert on outcome_openings to app;

create table own_links (
  token_hash bytea not null,
  rule text not null,
  subject_id uuid not null,
  constraint own_links_pkey PRIMARY KEY (token_hash),
  constraint own_links_rule_fkey FOREIGN KEY (rule) REFERENCES retention_rules(name),
  constraint own_links_rule_check CHECK (rule = ANY (ARRAY['askers'::text, 'barriers'::text]))
);
CREATE INDEX own_links_subject ON own_links USING btree (subject_id);
grant select, insert on own_links to app;

create view own_standings as
 SELECT nomination_id,
    person_id,
    edition_id,
        CASE
            WHEN NOT recused AND pending THEN 'pending'::text
            WHEN recused THEN 'recused'::text
            WHEN NOT answered THEN 'undeclared'::text
            WHEN latest < COALESCE(( SELECT max(c.standing_order) AS max
               FROM connection_changes c
              WHERE c.nomination_id = stood.nomination_id), 0::bigint) THEN 'undeclared'::text
            ELSE 'free'::text
        END AS standing,
        CASE
            WHEN recused THEN reach
            WHEN pending THEN reach_by_rule(edition_id, ( SELECT d.grounds
               FROM declarations d
              WHERE d.nomination_id = stood.nomination_id AND d.person_id = stood.person_id AND d.answer <> 'none'::text
              ORDER BY d.standing_order DESC
             LIMIT 1))
            ELSE NULL::text
        END AS reach
   FROM ( SELECT said.nomination_id,
            said.person_id,
            said.edition_id,
            COALESCE((array_agg(said.recused ORDER BY said.standing_order DESC) FILTER (WHERE said.recused IS NOT NULL))[1], false) AS recused,
            (array_agg(said.reach ORDER BY said.standing_order DESC) FILTER (WHERE said.recused IS NOT NULL))[1] AS reach,
            COALESCE(max(said.standing_order) FILTER (WHERE said.answer <> 'none'::text) > COALESCE(max(said.standing_order) FILTER (WHERE said.recused IS NOT NULL), 0::bigint), false) AS pending,
            bool_or(said.answer IS NOT NULL) AS answered,
            max(said.standing_order) AS latest
           FROM ( SELECT declarations.nomination_id,
                    declarations.person_id,
                    declarations.edition_id,
                    declarations.standing_order,
                    declarations.answer,
                    NULL::boolean AS recused,
                    NULL::text AS reach
                   FROM declarations
                UNION ALL
                 SELECT recusal_decisions.nomination_id,
                    recusal_decisions.person_id,
                    recusal_decisions.edition_id,
                    recusal_decisions.standing_order,
                    NULL::text,
                    recusal_decisions.recused,
                    recusal_decisions.reach
                   FROM recusal_decisions) said
          GROUP BY said.nomination_id, said.person_id, said.edition_id) stood;
grant select, insert, update, delete on own_standings to app;

create table past_editions (
  year integer not null,
  winner text not null,
  finalists text[] default '{}'::text[] not null,
  applications integer,
  ceremony_date date,
  mode text,
  honourable text[] default '{}'::text[] not null,
  constraint past_editions_pkey PRIMARY KEY (year),
  constraint past_editions_mode_check CHECK (mode = ANY (ARRAY['physical'::text, 'digital'::text]))
);
grant select, insert, update on past_editions to app;

create table people (
  id uuid default uuidv7() not null,
  email text not null,
  name text default ''::text not null,
  phone text,
  language text default 'nb'::text not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  last_seen_on date,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_email_unique UNIQUE (email),
  constraint people_email_lowercase CHECK (email = lower(email)),
  constraint people_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))
);
grant select, insert, update on people to app;

create table practice_run (
  id integer not null,
  run uuid not null,
  year integer not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  reference jsonb not null,
  purged_at timestamp with time zone,
  purged_by text,
  constraint practice_run_pkey PRIMARY KEY (id),
  constraint practice_run_id_check CHECK (id = 1),
  constraint practice_run_purged CHECK ((purged_at IS NULL) = (purged_by IS NULL))
);
grant select on practice_run to app;

create table presence (
  nomination_id uuid not null,
  person_id uuid not null,
  section text not null,
  question_id uuid,
  seen_at timestamp with time zone not null,
  constraint presence_pkey PRIMARY KEY (nomination_id, person_id),
  constraint presence_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
grant select, insert, update, delete on presence to app;

create table publications (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  kind text not null,
  decision_id uuid not null,
  version integer default 0 not null,
  publish_at timestamp with time zone not null,
  texts jsonb not null,
  statements jsonb default '{}'::jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  stopped_by uuid,
  stopped_at timestamp with time zone,
  stop_reason text,
  applied_at timestamp with time zone,
  release text default 'moment'::text not null,
  held_at timestamp with time zone,
  held_by uuid,
  pressed_at timestamp with time zone,
  pressed_by uuid,
  alone_reason text,
  corrects uuid,
  correction jsonb,
  taken_down_at timestamp with time zone,
  taken_down_by uuid,
  takedown_reason text,
  notice jsonb,
  approved_for uuid,
  moved_for uuid,
  move_to timestamp with time zone,
  move_by uuid,
  move_asked_at timestamp with time zone,
  moved_at timestamp with time zone,
  moved_by uuid,
  move_alone_reason text,
  constraint publications_pkey PRIMARY KEY (id),
  constraint publications_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint publications_approved_for_fkey FOREIGN KEY (approved_for) REFERENCES people(id),
  constraint publications_corrects_fkey FOREIGN KEY (corrects) REFERENCES publications(id),
  constraint publications_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint publications_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint publications_held_by_fkey FOREIGN KEY (held_by) REFERENCES people(id),
  constraint publications_move_by_fkey FOREIGN KEY (move_by) REFERENCES people(id),
  constraint publications_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES people(id),
  constraint publications_moved_for_fkey FOREIGN KEY (moved_for) REFERENCES people(id),
  constraint publications_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES people(id),
  constraint publications_pressed_by_fkey FOREIGN KEY (pressed_by) REFERENCES people(id),
  constraint publications_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES people(id),
  constraint publications_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES people(id),
  constraint publications_approved CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  constraint publications_correction CHECK ((corrects IS NULL) = (correction IS NULL)),
  constraint publications_held CHECK ((held_at IS NULL) = (held_by IS NULL) AND (held_at IS NULL OR release = 'press'::text)),
  constraint publications_kind_check CHECK (kind = ANY (ARRAY['finalists'::text, 'winner'::text])),
  constraint publications_move CHECK ((move_to IS NULL) = (move_by IS NULL) AND (move_to IS NULL) = (move_asked_at IS NULL) AND (move_to IS NULL OR approved_at IS NOT NULL)),
  constraint publications_move_two_persons CHECK (moved_by <> move_by OR COALESCE(btrim(move_alone_reason), ''::text) <> ''::text),
  constraint publications_moved CHECK ((moved_at IS NULL) = (moved_by IS NULL) AND (moved_at IS NULL OR move_to IS NOT NULL) AND (moved_at IS NULL OR pressed_at IS NOT NULL OR publish_at = move_to)),
  constraint publications_pressed CHECK ((pressed_at IS NULL) = (pressed_by IS NULL) AND (pressed_at IS NULL OR release = 'press'::text AND approved_at IS NOT NULL AND pressed_at = publish_at AND held_at IS NULL)),
  constraint publications_quiet CHECK ((stopped_at IS NULL OR approved_at IS NULL OR held_at IS NOT NULL OR stopped_at < (publish_at - '00:00:10'::interval)) AND (held_at IS NULL OR held_at < (publish_at - '00:00:10'::interval))),
  constraint publications_release_check CHECK (release = ANY (ARRAY['moment'::text, 'approval'::text, 'press'::text])),
  constraint publications_taken_down CHECK ((taken_down_at IS NULL) = (notice IS NULL) AND (taken_down_at IS NULL) = (takedown_reason IS NULL) AND (taken_down_at IS NULL OR approved_at IS NOT NULL AND stopped_at IS NULL AND held_at IS NULL AND taken_down_at >= publish_at)),
  constraint publications_two_persons CHECK (approved_by <> prepared_by OR COALESCE(btrim(alone_reason), ''::text) <> ''::text)
);
CREATE UNIQUE INDEX publications_one_correction ON publications USING btree (corrects) WHERE stopped_at IS NULL;
CREATE UNIQUE INDEX publications_one_standing ON publications USING btree (edition_id, kind) WHERE stopped_at IS NULL AND corrects IS NULL;
CREATE TRIGGER publications_agreed BEFORE UPDATE ON publications FOR EACH ROW WHEN (new.kind = 'finalists'::text AND new.approved_at IS NOT NULL AND old.approved_at IS NULL) EXECUTE FUNCTION publications_agreed();
CREATE TRIGGER publications_announced AFTER INSERT OR DELETE OR UPDATE ON publications FOR EACH STATEMENT EXECUTE FUNCTION announce_public_change();
CREATE CONSTRAINT TRIGGER publications_cancelled_is_quiet AFTER INSERT OR UPDATE ON publications DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cancelled_year_is_quiet();
CREATE TRIGGER publications_in_place BEFORE UPDATE OF approved_at, approved_by, approved_for, moved_for ON publications FOR EACH ROW EXECUTE FUNCTION publications_in_place();
CREATE TRIGGER publications_stay BEFORE UPDATE ON publications FOR EACH ROW EXECUTE FUNCTION publications_stay();
grant select, insert, update on publications to app;

create table questions (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  criterion_id uuid,
  position integer not null,
  section text not null,
  kind text not null,
  required boolean default true not null,
  word_limit integer,
  texts jsonb not null,
  details jsonb,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_position_unique UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint questions_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criteria(id),
  constraint questions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint questions_details CHECK ((kind = ANY (ARRAY['table'::text, 'choices'::text])) = (details IS NOT NULL)),
  constraint questions_kind_check CHECK (kind = ANY (ARRAY['text'::text, 'line'::text, 'tick'::text, 'table'::text, 'choices'::text])),
  constraint questions_section_check CHECK (section = ANY (ARRAY['about'::text, 'criteria'::text, 'facts'::text, 'extra'::text, 'approval'::text])),
  constraint questions_structured_optional CHECK ((kind <> ALL (ARRAY['table'::text, 'choices'::text])) OR NOT required),
  constraint questions_word_limit_check CHECK (word_limit > 0)
);
CREATE CONSTRAINT TRIGGER questions_versioned AFTER INSERT OR DELETE OR UPDATE ON questions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rules_part_versioned();
grant select, insert, update, delete on questions to app;

create table reading_places (
  ballot_id uuid not null,
  place text not null,
  updated_at timestamp with time zone not null,
  constraint reading_places_pkey PRIMARY KEY (ballot_id),
  constraint reading_places_ballot_id_fkey FOREIGN KEY (ballot_id) REFERENCES ballots(id) ON DELETE CASCADE,
  constraint reading_places_place CHECK (place ~ '^(answer-[0-9a-f-]{36}|document-[0-9a-f-]{36}-[0-9]{1,4})(\.[0-9]{1,4})?$'::text)
);
grant select, insert, update, delete on reading_places to app;

create table received_applications (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  applicant_kind text not null,
  organisation_name text not null,
  organisation_key text not null,
  unit_name text not null,
  language text not null,
  contact_name text not null,
  contact_email text not null,
  came_by text not null,
  received_at timestamp with time zone not null,
  reason text not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  declined_by uuid,
  declined_at timestamp with time zone,
  nomination_id uuid,
  organisation_number text,
  partners text[] default '{}'::text[] not null,
  constraint received_applications_pkey PRIMARY KEY (id),
  constraint received_applications_nomination UNIQUE (nomination_id),
  constraint received_applications_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint received_applications_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES people(id),
  constraint received_applications_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint received_applications_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint received_applications_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people(id),
  constraint received_applications_answered CHECK ((num_nulls(approved_by, approved_at, nomination_id) = ANY (ARRAY[0, 3])) AND (num_nulls(declined_by, declined_at) = ANY (ARRAY[0, 2])) AND (approved_at IS NULL OR declined_at IS NULL)),
  constraint received_applications_applicant_kind_check CHECK (applicant_kind = ANY (ARRAY['municipality'::text, 'district'::text, 'enterprise'::text, 'cooperation'::text])),
  constraint received_applications_came CHECK (received_at <= registered_at),
  constraint received_applications_came_by_check CHECK (came_by = ANY (ARRAY['post'::text, 'email'::text, 'other'::text])),
  constraint received_applications_contact_email_check CHECK (contact_email <> ''::text),
  constraint received_applications_contact_name_check CHECK (contact_name <> ''::text),
  constraint received_applications_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text])),
  constraint received_applications_organisation_name_check CHECK (organisation_name <> ''::text),
  constraint received_applications_organisation_number_check CHECK (organisation_number_is_valid(organisation_number)),
  constraint received_applications_partners CHECK (applicant_kind = 'cooperation'::text OR partners = '{}'::text[]),
  constraint received_applications_reason_check CHECK (btrim(reason) <> ''::text),
  constraint received_applications_two_people CHECK (approved_by <> registered_by)
);
CREATE INDEX received_applications_edition ON received_applications USING btree (edition_id);
CREATE TRIGGER received_applications_guard BEFORE UPDATE ON received_applications FOR EACH ROW EXECUTE FUNCTION received_applications_guard();
grant select, insert, update on received_applications to app;

create table received_files (
  id uuid default uuidv7() not null,
  received_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  metadata_removed boolean not null,
  added_at timestamp with time zone not null,
  constraint received_files_pkey PRIMARY KEY (id),
  constraint received_files_name UNIQUE (received_id, name),
  constraint received_files_received_id_fkey FOREIGN KEY (received_id) REFERENCES received_applications(id),
  constraint received_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES stored_files(sha256),
  constraint received_files_bytes_check CHECK (bytes > 0),
  constraint received_files_name_check CHECK (name <> ''::text)
);
CREATE INDEX received_files_sha256 ON received_files USING btree (sha256);
CREATE TRIGGER received_files_guard BEFORE INSERT OR DELETE ON received_files FOR EACH ROW EXECUTE FUNCTION received_files_guard();
grant select, insert, delete on received_files to app;

create table recusal_decisions (
  id uuid default uuidv7() not null,
  standing_order bigint default nextval('standing_order'::regclass) not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  person_id uuid not null,
  recused boolean not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  reach text,
  rule_reach text default 'choices'::text not null,
  constraint recusal_decisions_pkey PRIMARY KEY (id),
  constraint recusal_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint recusal_decisions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint recusal_decisions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint recusal_decisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint recusal_decisions_departure CHECK (
CASE
    WHEN recused THEN reach = rule_reach
    ELSE rule_reach <> 'edition'::text
END OR char_length(btrim(reason)) >= 20),
  constraint recusal_decisions_not_own CHECK (decided_by <> person_id),
  constraint recusal_decisions_reach CHECK (recused = (reach IS NOT NULL)),
  constraint recusal_decisions_reach_check CHECK (reach = ANY (ARRAY['application'::text, 'choices'::text, 'edition'::text])),
  constraint recusal_decisions_reason_check CHECK (reason <> ''::text),
  constraint recusal_decisions_rule_reach_check CHECK (rule_reach = ANY (ARRAY['application'::text, 'choices'::text, 'edition'::text]))
);
CREATE INDEX recusal_decisions_person ON recusal_decisions USING btree (person_id);
CREATE INDEX recusal_decisions_standing ON recusal_decisions USING btree (nomination_id, person_id);
CREATE TRIGGER recusal_decisions_rule BEFORE INSERT ON recusal_decisions FOR EACH ROW EXECUTE FUNCTION recusal_decisions_rule();
CREATE TRIGGER recusal_decisions_stand AFTER INSERT ON recusal_decisions FOR EACH ROW EXECUTE FUNCTION recusal_decisions_stand();
grant select, insert on recusal_decisions to app;

create table region_counties (
  county text not null,
  region_id uuid not null,
  constraint region_counties_pkey PRIMARY KEY (county),
  constraint region_counties_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint region_counties_county_check CHECK (county ~ '^[0-9]{2}$'::text)
);
grant select, insert, update, delete on region_counties to app;

create table regions (
  id uuid default uuidv7() not null,
  position integer not null,
  name jsonb not null,
  adviser_name text default ''::text not null,
  adviser_email text default ''::text not null,
  adviser_phone text default ''::text not null,
  adviser_id uuid,
  version integer default 0 not null,
  constraint regions_pkey PRIMARY KEY (id),
  constraint regions_adviser_id_fkey FOREIGN KEY (adviser_id) REFERENCES people(id),
  constraint regions_adviser CHECK ((adviser_id IS NULL) = (adviser_email = ''::text) AND (adviser_id IS NULL) = (adviser_name = ''::text))
);
CREATE TRIGGER regions_there BEFORE INSERT OR UPDATE OF adviser_id ON regions FOR EACH ROW WHEN (new.adviser_id IS NOT NULL) EXECUTE FUNCTION accounts_are_there('adviser_id');
grant select, update on regions to app;

create table rejection_proposals (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  nomination_id uuid not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  alone_reason text,
  declined_by uuid,
  declined_at timestamp with time zone,
  lapsed boolean default false not null,
  constraint rejection_proposals_pkey PRIMARY KEY (id),
  constraint rejection_proposals_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint rejection_proposals_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES people(id),
  constraint rejection_proposals_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint rejection_proposals_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint rejection_proposals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  constraint rejection_proposals_alone CHECK (alone_reason IS NULL OR approved_by IS NOT NULL),
  constraint rejection_proposals_alone_reason_check CHECK (btrim(alone_reason) <> ''::text),
  constraint rejection_proposals_answered CHECK ((num_nulls(approved_by, approved_at) = ANY (ARRAY[0, 2])) AND (num_nulls(declined_by, declined_at) = ANY (ARRAY[0, 2])) AND ((approved_at IS NOT NULL)::integer + (declined_at IS NOT NULL)::integer + lapsed::integer) <= 1),
  constraint rejection_proposals_reason_check CHECK (btrim(reason) <> ''::text),
  constraint rejection_proposals_two_people CHECK ((approved_by = proposed_by) = (alone_reason IS NOT NULL))
);
CREATE INDEX rejection_proposals_edition ON rejection_proposals USING btree (edition_id);
CREATE INDEX rejection_proposals_nomination ON rejection_proposals USING btree (nomination_id);
CREATE UNIQUE INDEX rejection_proposals_open ON rejection_proposals USING btree (nomination_id) WHERE approved_at IS NULL AND declined_at IS NULL AND NOT lapsed;
CREATE TRIGGER rejection_proposals_guard BEFORE UPDATE ON rejection_proposals FOR EACH ROW EXECUTE FUNCTION rejection_proposals_guard();
grant select, insert, update on rejection_proposals to app;

create table reminder_orders (
  edition_id uuid not null,
  kind text not null,
  remind_at timestamp with time zone not null,
  goes_at timestamp with time zone,
  ordered_by uuid not null,
  ordered_at timestamp with time zone not null,
  constraint reminder_orders_pkey PRIMARY KEY (edition_id, kind, remind_at),
  constraint reminder_orders_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint reminder_orders_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES people(id),
  constraint reminder_orders_ahead CHECK (ordered_at < remind_at),
  constraint reminder_orders_at_once CHECK (goes_at = ordered_at),
  constraint reminder_orders_kind_check CHECK (kind = ANY (ARRAY['drafts'::text, 'call'::text, 'declarations'::text, 'ballots'::text, 'statements'::text, 'ceremony'::text]))
);
grant select, insert on reminder_orders to app;

create table retention_rules (
  name text not null,
  position integer not null,
  subject text not null,
  since text not null,
  keep interval not null,
  by_itself boolean default false not null,
  constraint retention_rules_pkey PRIMARY KEY (name),
  constraint retention_rules_position UNIQUE ("position"),
  constraint retention_rules_keep_check CHECK (keep > '00:00:00'::interval OR by_itself AND keep = '00:00:00'::interval),
  constraint retention_rules_since_check CHECK (since = ANY (ARRAY['deadline'::text, 'end'::text, 'use'::text, 'event'::text, 'ceremony'::text])),
  constraint retention_rules_subject_check CHECK (subject = ANY (ARRAY['nomination'::text, 'edition'::text, 'person'::text, 'service'::text, 'barrier'::text, 'oldApplication'::text, 'guest'::text, 'reminder'::text, 'recipient'::text, 'question'::text, 'asked'::text, 'struck'::text, 'received'::text]))
);
grant select on retention_rules to app;

create table return_parts (
  nomination_id uuid not null,
  return_number integer not null,
  part text not null,
  question_id uuid,
  note text not null,
  constraint return_parts_once UNIQUE NULLS NOT DISTINCT (nomination_id, return_number, part, question_id),
  constraint return_parts_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint return_parts_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id),
  constraint return_parts_part_check CHECK (part = ANY (ARRAY['applicant'::text, 'question'::text, 'documents'::text, 'confirmations'::text])),
  constraint return_parts_question CHECK ((part = 'question'::text) = (question_id IS NOT NULL)),
  constraint return_parts_return_number_check CHECK (return_number > 0)
);
grant select, insert on return_parts to app;

create table revisions (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  section text not null,
  kind text not null,
  person_id uuid not null,
  begun_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  answers jsonb not null,
  constraint revisions_pkey PRIMARY KEY (id),
  constraint revisions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint revisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint revisions_in_order CHECK (begun_at <= saved_at),
  constraint revisions_kind_check CHECK (kind = ANY (ARRAY['writing'::text, 'conflict'::text, 'submission'::text, 'restore'::text]))
);
CREATE INDEX revisions_nomination ON revisions USING btree (nomination_id, section, begun_at DESC);
grant select, insert, update on revisions to app;

create table role_grants (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  role text not null,
  edition_id uuid,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  granted_by uuid,
  ended_by uuid,
  substitute_for uuid,
  confidence_at timestamp with time zone,
  confidence_wording integer,
  constraint role_grants_pkey PRIMARY KEY (id),
  constraint role_grants_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint role_grants_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  constraint role_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  constraint role_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint role_grants_substitute_for_fkey FOREIGN KEY (substitute_for) REFERENCES role_grants(id),
  constraint role_grants_confidence CHECK ((confidence_at IS NULL) = (confidence_wording IS NULL)),
  constraint role_grants_limited CHECK ((role <> ALL (ARRAY['communications'::text, 'embargoReader'::text])) OR edition_id IS NOT NULL AND until_at IS NOT NULL),
  constraint role_grants_period CHECK (until_at IS NULL OR from_at <= until_at),
  constraint role_grants_role_check CHECK (role = ANY (ARRAY['administrator'::text, 'secretary'::text, 'leader'::text, 'communications'::text, 'embargoReader'::text, 'auditor'::text])),
  constraint role_grants_substitute_leads CHECK (substitute_for IS NULL OR role = 'leader'::text)
);
CREATE INDEX role_grants_person ON role_grants USING btree (person_id);
CREATE INDEX role_grants_substitute ON role_grants USING btree (substitute_for) WHERE substitute_for IS NOT NULL;
CREATE TRIGGER role_grants_apart BEFORE INSERT ON role_grants FOR EACH ROW WHEN (new.role = ANY (ARRAY['secretary'::text, 'leader'::text])) EXECUTE FUNCTION secretariats_do_not_apply();
CREATE TRIGGER role_grants_substitute BEFORE INSERT OR UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION role_grants_substitute();
CREATE TRIGGER role_grants_there BEFORE INSERT ON role_grants FOR EACH ROW EXECUTE FUNCTION accounts_are_there('person_id');
CREATE TRIGGER role_grants_two_administrators BEFORE UPDATE ON role_grants FOR EACH ROW EXECUTE FUNCTION two_administrators_stay();
grant select, insert, update on role_grants to app;

create table rules_versions (
  edition_id uuid not null,
  version integer not null,
  sha256 text not null,
  content text,
  reason text,
  made_at timestamp with time zone not null,
  made_in xid8 default pg_current_xact_id() not null,
  constraint rules_versions_pkey PRIMARY KEY (edition_id, version),
  constraint rules_versions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint rules_versions_content CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text)),
  constraint rules_versions_known CHECK (version = 1 OR content IS NOT NULL),
  constraint rules_versions_reason CHECK ((version = 1) = (reason IS NULL) AND reason <> ''::text),
  constraint rules_versions_version_check CHECK (version >= 1)
);
CREATE TRIGGER rules_versions_guard BEFORE INSERT OR UPDATE ON rules_versions FOR EACH ROW EXECUTE FUNCTION rules_versions_guard();
grant select, insert on rules_versions to app;

create table scan_rule (
  one boolean default true not null,
  required boolean default false not null,
  constraint scan_rule_pkey PRIMARY KEY (one),
  constraint scan_rule_one_check CHECK (one)
);
grant select, update on scan_rule to app;

create table seat_holders (
  id uuid default uuidv7() not null,
  seat_id uuid not null,
  edition_id uuid not null,
  person_id uuid not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confidence_wording integer,
  until_at timestamp with time zone,
  confidence_at timestamp with time zone,
  constraint seat_holders_pkey PRIMARY KEY (id),
  constraint seat_holders_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint seat_holders_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id),
  constraint seat_holders_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint seat_holders_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint seat_holders_confidence CHECK ((confidence_at IS NULL) = (confidence_wording IS NULL))
);
CREATE UNIQUE INDEX seat_holders_one_per_seat ON seat_holders USING btree (seat_id) WHERE until_at IS NULL;
CREATE UNIQUE INDEX seat_holders_one_seat_per_person ON seat_holders USING btree (edition_id, person_id) WHERE until_at IS NULL;
CREATE TRIGGER seat_holders_there BEFORE INSERT OR UPDATE OF person_id ON seat_holders FOR EACH ROW EXECUTE FUNCTION accounts_are_there('person_id');
grant select, insert, update on seat_holders to app;

create table seats (
  id uuid default uuidv7() not null,
  edition_id uuid not null,
  position integer not null,
  organisation text not null,
  role text not null,
  called_in_at timestamp with time zone,
  organisation_number text,
  term_from integer,
  term_to integer,
  constraint seats_pkey PRIMARY KEY (id),
  constraint seats_position_unique UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint seats_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint seats_organisation_number_check CHECK (organisation_number ~ '^[0-9]{9}$'::text),
  constraint seats_role_check CHECK (role = ANY (ARRAY['chair'::text, 'deputyChair'::text, 'member'::text, 'deputy'::text])),
  constraint seats_term CHECK (term_to >= term_from),
  constraint seats_term_from_check CHECK (term_from >= 2000 AND term_from <= 2100),
  constraint seats_term_to_check CHECK (term_to >= 2000 AND term_to <= 2100)
);
CREATE UNIQUE INDEX seats_one_chair ON seats USING btree (edition_id) WHERE role = 'chair'::text;
CREATE UNIQUE INDEX seats_one_deputy_chair ON seats USING btree (edition_id) WHERE role = 'deputyChair'::text;
grant select, insert, update, delete on seats to app;

create table sessions (
  id_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (id_hash),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX sessions_person ON sessions USING btree (person_id);
grant select, insert, update, delete on sessions to app;

create table sign_in_links (
  id uuid default uuidv7() not null,
  email text not null,
  token_hash bytea not null,
  code_hash bytea not null,
  browser_hash bytea not null,
  source_hash bytea not null,
  return_to text default '/min-side'::text not null,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_links_pkey PRIMARY KEY (id),
  constraint sign_in_links_token_unique UNIQUE (token_hash),
  constraint sign_in_links_tries_check CHECK (tries >= 0 AND tries <= 5)
);
CREATE INDEX sign_in_links_browser ON sign_in_links USING btree (browser_hash, created_at);
CREATE INDEX sign_in_links_email ON sign_in_links USING btree (email, created_at);
CREATE INDEX sign_in_links_source ON sign_in_links USING btree (source_hash, created_at);
grant select, insert, update, delete on sign_in_links to app;

create table standings (
  nomination_id uuid not null,
  person_id uuid not null,
  standing text not null,
  reach text,
  because uuid,
  constraint standings_pkey PRIMARY KEY (person_id, nomination_id),
  constraint standings_because_fkey FOREIGN KEY (because) REFERENCES nominations(id),
  constraint standings_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint standings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint standings_reach CHECK ((reach IS NULL) = (standing = ANY (ARRAY['undeclared'::text, 'free'::text]))),
  constraint standings_reach_check CHECK (reach = ANY (ARRAY['application'::text, 'choices'::text, 'edition'::text])),
  constraint standings_standing_check CHECK (standing = ANY (ARRAY['undeclared'::text, 'free'::text, 'pending'::text, 'recused'::text]))
);
CREATE INDEX standings_nomination ON standings USING btree (nomination_id);
grant select on standings to app;

create view standings_now as
 SELECT o.nomination_id,
    o.person_id,
        CASE
            WHEN w.nomination_id IS NOT NULL THEN 'recused'::text
            ELSE o.standing
        END AS standing,
        CASE
            WHEN w.nomination_id IS NOT NULL THEN 'edition'::text
            ELSE o.reach
        END AS reach,
    COALESCE(
        CASE
            WHEN o.standing = ANY (ARRAY['recused'::text, 'pending'::text]) THEN o.nomination_id
            ELSE NULL::uuid
        END, w.nomination_id) AS because
   FROM own_standings o
     LEFT JOIN LATERAL ( SELECT r.nomination_id
           FROM wide_recusals r
          WHERE r.person_id = o.person_id AND r.edition_id = o.edition_id
          ORDER BY r.nomination_id
         LIMIT 1) w ON true
UNION ALL
( SELECT DISTINCT ON (n.id, w.person_id) n.id AS nomination_id,
    w.person_id,
    'recused'::text AS standing,
    'edition'::text AS reach,
    w.nomination_id AS because
   FROM wide_recusals w
     JOIN nominations n ON n.edition_id = w.edition_id
  WHERE NOT (EXISTS ( SELECT
           FROM declarations d
          WHERE d.nomination_id = n.id AND d.person_id = w.person_id)) AND NOT (EXISTS ( SELECT
           FROM recusal_decisions d
          WHERE d.nomination_id = n.id AND d.person_id = w.person_id))
  ORDER BY n.id, w.person_id, w.nomination_id);
grant select, insert, update, delete on standings_now to app;

create table statement_comments (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  resolved_by uuid,
  resolved_at timestamp with time zone,
  constraint statement_comments_pkey PRIMARY KEY (id),
  constraint statement_comments_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint statement_comments_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES people(id),
  constraint statement_comments_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint statement_comments_body_check CHECK (btrim(body) <> ''::text),
  constraint statement_comments_resolved CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);
CREATE INDEX statement_comments_of ON statement_comments USING btree (nomination_id, written_at);
grant select, insert on statement_comments to app;

create table statement_versions (
  nomination_id uuid not null,
  version integer not null,
  nb text not null,
  nn text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint statement_versions_pkey PRIMARY KEY (nomination_id, version),
  constraint statement_versions_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint statement_versions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint statement_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
);
grant select on statement_versions to app;

create table statements (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  version integer default 1 not null,
  nb text default ''::text not null,
  nn text default ''::text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint statements_pkey PRIMARY KEY (id),
  constraint statements_one UNIQUE (nomination_id),
  constraint statements_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint statements_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint statements_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint statements_approved CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  constraint statements_approved_complete CHECK (approved_at IS NULL OR nb <> ''::text AND nn <> ''::text)
);
CREATE TRIGGER statements_keep_version AFTER INSERT OR UPDATE ON statements FOR EACH ROW EXECUTE FUNCTION statements_keep_version();
grant select, insert, update on statements to app;

create table stored_files (
  sha256 text not null,
  bytes bigint not null,
  stored_at timestamp with time zone not null,
  scan text not null,
  scanned_at timestamp with time zone,
  scan_attempts integer default 0 not null,
  finding text,
  constraint stored_files_pkey PRIMARY KEY (sha256),
  constraint stored_files_bytes_check CHECK (bytes > 0),
  constraint stored_files_finding CHECK ((scan = 'infected'::text) = (finding IS NOT NULL)),
  constraint stored_files_scan_check CHECK (scan = ANY (ARRAY['waiting'::text, 'clean'::text, 'infected'::text, 'unscanned'::text])),
  constraint stored_files_scanned CHECK ((scan <> ALL (ARRAY['clean'::text, 'infected'::text])) OR scanned_at IS NOT NULL),
  constraint stored_files_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);
CREATE INDEX stored_files_unsettled ON stored_files USING btree (stored_at) WHERE scan = ANY (ARRAY['waiting'::text, 'unscanned'::text]);
CREATE TRIGGER stored_files_quarantine BEFORE UPDATE ON stored_files FOR EACH ROW WHEN (old.scan = 'infected'::text AND new.scan <> 'infected'::text) EXECUTE FUNCTION keep_quarantine();
grant select, insert, update, delete on stored_files to app;

create table submission_documents (
  submission_id uuid not null,
  document_id uuid not null,
  constraint submission_documents_pkey PRIMARY KEY (submission_id, document_id),
  constraint submission_documents_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint submission_documents_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
CREATE TRIGGER submission_documents_readable BEFORE INSERT ON submission_documents FOR EACH ROW EXECUTE FUNCTION send_only_readable();
grant select, insert on submission_documents to app;

create table submission_words (
  submission_id uuid not null,
  position integer not null,
  label text not null,
  text text not null,
  words tsvector generated always as (searchable(text)) stored not null,
  constraint submission_words_pkey PRIMARY KEY (submission_id, "position"),
  constraint submission_words_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES submissions(id)
);
grant select, insert on submission_words to app;

create table submissions (
  id uuid default uuidv7() not null,
  nomination_id uuid not null,
  number integer not null,
  submitted_at timestamp with time zone not null,
  submitted_by uuid not null,
  rendered jsonb not null,
  sha256 text not null,
  register jsonb,
  erased_at timestamp with time zone,
  constraint submissions_pkey PRIMARY KEY (id),
  constraint submissions_number_unique UNIQUE (nomination_id, number),
  constraint submissions_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint submissions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people(id),
  constraint submissions_number_check CHECK (number > 0)
);
CREATE TRIGGER submissions_words AFTER INSERT ON submissions FOR EACH ROW EXECUTE FUNCTION keep_submission_words();
grant select, insert on submissions to app;

create table successor_notes (
  edition_id uuid not null,
  phase text not null,
  body text not null,
  version integer default 1 not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint successor_notes_pkey PRIMARY KEY (edition_id, phase),
  constraint successor_notes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint successor_notes_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint successor_notes_body_check CHECK (char_length(body) <= 10000),
  constraint successor_notes_phase_check CHECK (phase = ANY (ARRAY['setup'::text, 'call'::text, 'check'::text, 'judging'::text, 'decision'::text, 'publication'::text, 'after'::text])),
  constraint successor_notes_version_check CHECK (version >= 1)
);
grant select, insert, update, delete on successor_notes to app;

create view wide_recusals as
 SELECT d.edition_id,
    d.person_id,
    d.nomination_id
   FROM recusal_decisions d
     JOIN nominations n ON n.id = d.nomination_id AND (n.state <> ALL (ARRAY['withdrawn'::text, 'rejected'::text]))
  WHERE d.recused AND d.reach = 'edition'::text AND NOT (EXISTS ( SELECT
           FROM recusal_decisions later
          WHERE later.nomination_id = d.nomination_id AND later.person_id = d.person_id AND later.standing_order > d.standing_order));
grant select, insert, update, delete on wide_recusals to app;

create table work_reminders (
  edition_id uuid not null,
  kind text not null,
  remind_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  ordered_at timestamp with time zone,
  constraint work_reminders_pkey PRIMARY KEY (edition_id, kind, remind_at),
  constraint work_reminders_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id),
  constraint work_reminders_kind_check CHECK (kind = ANY (ARRAY['ballots'::text, 'declarations'::text, 'statements'::text, 'ceremony'::text])),
  constraint work_reminders_not_early CHECK (sent_at >= COALESCE(ordered_at, remind_at))
);
grant select, insert on work_reminders to app;

CREATE OR REPLACE FUNCTION public.account_bonds(person uuid, at timestamp with time zone)
 RETURNS TABLE(kind text, name text, year integer, until_at timestamp with time zone)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select 'role', g.role, e.year, g.until_at from role_grants g left join editions e on e.id = g.edition_id
  where g.person_id = person and (g.until_at is null or g.until_at > at)
  union all
  select 'seat', null, e.year, null from seat_holders h join editions e on e.id = h.edition_id
  where h.person_id = person and h.until_at is null and e.ended_at is null
  union all
  select 'application', n.organisation_name, e.year, null from nomination_members m join nominations n on n.id = m.nomination_id
    join editions e on e.id = n.edition_id
  where m.person_id = person and m.removed_at is null and e.ended_at is null
  union all
  select 'region', null, null, null from regions r where r.adviser_id = person
$function$;

CREATE OR REPLACE FUNCTION public.accounts_are_there()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  person uuid := to_jsonb(new) ->> tg_argv[0];
  address text;
begin
  select p.email into address from people p where p.id = person for key share;
  if address = deleted_address(person) then
    raise exception 'the account has just been deleted' using errcode = 'check_violation', constraint = 'people_there';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.adviser_access_connection_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into connection_changes (nomination_id, what, name)
    select new.nomination_id, 'adviser', r.name ->> 'nb' from regions r
    where r.id = new.region_id and exists (select from declarations d where d.nomination_id = new.nomination_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.adviser_access_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ended_at is not null or (new.nomination_id, new.region_id, new.person_id, new.given_by, new.given_at)
    is distinct from (old.nomination_id, old.region_id, old.person_id, old.given_by, old.given_at) then
    raise exception 'what an adviser could read stays on record' using errcode = 'check_violation', constraint = 'adviser_access_stays';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.agreed_score_contents_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from agreed_scores a join ballots b on b.id = a.ballot_id join editions e on e.id = b.edition_id
      where a.id = new.agreed_id and new.score between e.scale_min and e.scale_max) then
    raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'ballot_scores_scale';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.agreed_scores_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ballot ballots;
begin
  if tg_op = 'UPDATE' and (old.answer is not null or (new.ballot_id, new.delivery, new.number, new.criterion_id, new.meeting_id, new.proposed_by, new.proposed_at)
      is distinct from (old.ballot_id, old.delivery, old.number, old.criterion_id, old.meeting_id, old.proposed_by, old.proposed_at)) then
    raise exception 'what was agreed stays as it is' using errcode = 'check_violation', constraint = 'agreed_scores_stay';
  end if;
  if tg_op = 'INSERT' and new.answer is not null then
    raise exception 'it is proposed before it is answered' using errcode = 'check_violation', constraint = 'agreed_scores_own';
  end if;
  select * into ballot from ballots where id = new.ballot_id;
  if new.answer in ('confirmed', 'declined') and new.answered_by <> ballot.person_id then
    raise exception 'only the juror answers for the ballot' using errcode = 'check_violation', constraint = 'agreed_scores_own';
  end if;
  if new.answer in ('declined', 'withdrawn') then
    return new;
  end if;
  if new.proposed_by = ballot.person_id then
    raise exception 'it takes two to agree' using errcode = 'check_violation', constraint = 'agreed_scores_two';
  end if;
  if ballot.state <> 'locked' or new.delivery <> (select max(c.delivery) from ballot_commitments c where c.ballot_id = ballot.id) then
    raise exception 'only what is locked is agreed on' using errcode = 'check_violation', constraint = 'agreed_scores_locked';
  end if;
  if juror_standing(ballot.person_id, ballot.nomination_id) <> 'free' or juror_standing(new.proposed_by, ballot.nomination_id) <> 'free' then
    raise exception 'who is out of the application agrees on nothing of it' using errcode = 'check_violation', constraint = 'agreed_scores_free';
  end if;
  if not agreement_open(ballot.edition_id) then
    raise exception 'the jury has decided' using errcode = 'check_violation', constraint = 'agreed_scores_undecided';
  end if;
  if not exists (select from criteria c join editions e on e.id = c.edition_id where c.id = new.criterion_id and e.id = ballot.edition_id and e.scoring and c.weight is not null) then
    raise exception 'there are no points on this' using errcode = 'check_violation', constraint = 'agreed_scores_criterion';
  end if;
  if tg_op = 'INSERT' and not exists (select from meeting_openings o join meetings m on m.id = o.meeting_id
      where m.id = new.meeting_id and m.edition_id = ballot.edition_id and m.ended_at is null and o.nomination_id = ballot.nomination_id) then
    raise exception 'it is agreed at the meeting where the application is treated' using errcode = 'check_violation', constraint = 'agreed_scores_meeting';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.agreement_open(edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select e.state = 'deliberating' and not exists (select from decisions d where d.edition_id = e.id and d.retracted_at is null)
  from editions e where e.id = edition
$function$;

CREATE OR REPLACE FUNCTION public.announce_public_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('public_changed', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.applicants_run_no_year()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- A role that is being given to the same person holds the row: each waits for the other, and reads what it did.
  perform from people where id = new.person_id for key share;
  if runs_year(new.person_id, (select edition_id from nominations where id = new.nomination_id), new.added_at) then
    raise exception 'whoever runs a year does not apply to it' using errcode = 'check_violation', constraint = 'nomination_members_apart';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.application_closes_at(application nominations, call_closes_at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select greatest(call_closes_at, application.extended_until)
$function$;

CREATE OR REPLACE FUNCTION public.applies_to_year(person uuid, edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from nomination_members m join nominations n on n.id = m.nomination_id join editions e on e.id = n.edition_id
    where m.person_id = person and m.removed_at is null and n.state <> 'withdrawn'
      and case when edition is null then e.ended_at is null else e.id = edition end)
$function$;

CREATE OR REPLACE FUNCTION public.asked_to_join(nomination uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select j.id from join_requests j join nominations n on n.id = nomination
  where j.nomination_id = n.id or j.nomination_id is null and j.edition_id = n.edition_id and j.organisation_key = n.organisation_key
$function$;

CREATE OR REPLACE FUNCTION public.ballot_print(ballot uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select concat_ws(' ', c.hash, (select string_agg(a.hash, ' ' order by a.number) from agreed_scores a
    where a.ballot_id = ballot and a.delivery = c.delivery and a.answer = 'confirmed'))
  from ballot_commitments c where c.ballot_id = ballot order by c.delivery desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.ballot_scores_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ballot ballots;
  edition editions;
begin
  if tg_op = 'DELETE' and is_erasing() then
    return old;
  end if;
  select * into ballot from ballots where id = coalesce(new.ballot_id, old.ballot_id);
  if ballot.state not in ('assigned', 'started', 'reopened') then
    raise exception 'a ballot that is % cannot be changed', ballot.state using errcode = 'check_violation', constraint = 'ballot_scores_open';
  end if;
  if tg_op <> 'DELETE' and new.score is not null then
    select * into edition from editions where id = ballot.edition_id;
    if new.score < edition.scale_min or new.score > edition.scale_max then
      raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'ballot_scores_scale';
    end if;
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.ballot_scores_standing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select juror_standing(b.person_id, b.nomination_id) from ballots b where b.id = new.ballot_id) in ('recused', 'pending') then
    raise exception 'a juror who is out of it does not judge' using errcode = 'check_violation', constraint = 'ballot_scores_free';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ballots_calibrated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if calibration_waits(new.person_id, new.edition_id) then
    raise exception 'the made-up application comes first' using errcode = 'check_violation', constraint = 'ballots_calibrated';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ballots_fingerprint(edition uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.nomination_id, b.person_id, ballot_print(b.id)), ',' order by b.id), ''), 'UTF8')), 'hex')
  from ballots b
  join nominations n on n.id = b.nomination_id
    and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')
  where b.edition_id = edition and b.state = 'locked'
    and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))
$function$;

CREATE OR REPLACE FUNCTION public.ballots_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (old.state = 'locked' and (new.delivered_at is distinct from old.delivered_at
      or new.person_id <> old.person_id or new.nomination_id <> old.nomination_id
      or new.state not in ('locked', 'reopened', 'voided'))) then
    raise exception 'a locked ballot cannot be changed' using errcode = 'check_violation', constraint = 'ballots_locked_stays';
  end if;
  if new.state = 'reopened' and old.state <> 'reopened' and not exists (select from ballot_reopenings r
      where r.ballot_id = new.id and r.delivery = (select max(c.delivery) from ballot_commitments c where c.ballot_id = new.id)) then
    raise exception 'a ballot is reopened with a reason' using errcode = 'check_violation', constraint = 'ballots_reopened';
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.barriers_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.closed_at is not null and (to_jsonb(new) - 'source_hash') <> (to_jsonb(old) - 'source_hash')
      or (to_jsonb(new) - array['source_hash', 'answer', 'closed_by', 'closed_at']) <> (to_jsonb(old) - array['source_hash', 'answer', 'closed_by', 'closed_at'])
      or new.source_hash is distinct from old.source_hash and new.source_hash is not null then
    raise exception 'what was told is answered once and never rewritten' using errcode = 'check_violation', constraint = 'barriers_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.begin_practice(edition_year integer, by_whom text, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  t record;
  held jsonb;
  kept jsonb := '{}';
  made uuid := gen_random_uuid();
begin
  lock table people, editions, audit_events in share row exclusive mode;
  if exists (select from people) or exists (select from editions) or exists (select from audit_events) then
    raise exception 'only an empty database becomes a practice' using errcode = 'check_violation', constraint = 'practice_run_empty';
  end if;
  for t in select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'practice_run') order by 1 loop
    execute format('select jsonb_agg(to_jsonb(x)) from %I x', t.name) into held;
    if held is not null then
      kept := kept || jsonb_build_object(t.name, held);
    end if;
  end loop;
  insert into practice_run (id, run, year, made_by, made_at, reference) values (1, made, edition_year, by_whom, at, kept);
  return made;
end $function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.calibration_jurors(edition uuid)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select h.person_id from seat_holders h join seats s on s.id = h.seat_id
  where h.edition_id = edition and h.until_at is null and s.role <> 'deputy'
    and exists (select from ballots b where b.edition_id = edition and b.person_id = h.person_id and b.state not in ('recused', 'voided'))
$function$;

CREATE OR REPLACE FUNCTION public.calibration_scores_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  sheet calibration_sheets;
  edition editions;
begin
  if is_erasing() then
    return coalesce(new, old);
  end if;
  select * into sheet from calibration_sheets s where s.id = coalesce(new.sheet_id, old.sheet_id);
  if tg_op = 'DELETE' or sheet.delivered_at is not null then
    raise exception 'what was delivered stays' using errcode = 'check_violation', constraint = 'calibration_sheets_stay';
  end if;
  if new.score is not null then
    select * into edition from editions e where e.id = sheet.edition_id;
    if new.score < edition.scale_min or new.score > edition.scale_max then
      raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'calibration_scores_scale';
    end if;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.calibration_sheets_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and (old.delivered_at is not null or (new.id, new.edition_id, new.person_id) is distinct from (old.id, old.edition_id, old.person_id)) then
    raise exception 'what was delivered stays' using errcode = 'check_violation', constraint = 'calibration_sheets_stay';
  end if;
  if not exists (select from calibrations c join editions e on e.id = c.edition_id
      where c.edition_id = new.edition_id and c.active and e.state = 'judging')
    or not exists (select from calibration_jurors(new.edition_id) j where j.person_id = new.person_id) then
    raise exception 'only the jury scores it, while it judges' using errcode = 'check_violation', constraint = 'calibration_sheets_jury';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.calibration_waits(person uuid, edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from calibrations c join editions e on e.id = c.edition_id
    where c.edition_id = edition and c.active and e.state = 'judging' and not exists (select from calibration_sheets s
      where s.edition_id = c.edition_id and s.person_id = person and s.delivered_at is not null))
$function$;

CREATE OR REPLACE FUNCTION public.calibrations_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (tg_op = 'INSERT' or (new.active, new.texts) is distinct from (old.active, old.texts))
    and (select e.state from editions e where e.id = new.edition_id) not in ('planned', 'announced', 'closed') then
    raise exception 'the jury judges' using errcode = 'check_violation', constraint = 'calibrations_fixed';
  end if;
  if tg_op = 'UPDATE' and old.opened_at is not null
    and (new.opened_at, new.opened_by, new.open_reason) is distinct from (old.opened_at, old.opened_by, old.open_reason) then
    raise exception 'it has been opened' using errcode = 'check_violation', constraint = 'calibrations_opened';
  end if;
  if new.opened_at is not null and new.opened_by is null and (tg_op = 'INSERT' or old.opened_at is null)
    and exists (select from calibration_jurors(new.edition_id) j where not exists (select from calibration_sheets s
      where s.edition_id = new.edition_id and s.person_id = j.person_id and s.delivered_at is not null)) then
    raise exception 'somebody has not delivered' using errcode = 'check_violation', constraint = 'calibrations_sealed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.call_questions_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not is_erasing() and (to_jsonb(new) - array['email', 'source_hash', 'number', 'set_aside_by', 'set_aside_at', 'taken_down_version', 'taken_down_by', 'taken_down_at'])
      <> (to_jsonb(old) - array['email', 'source_hash', 'number', 'set_aside_by', 'set_aside_at', 'taken_down_version', 'taken_down_by', 'taken_down_at'])
      or new.email is distinct from old.email and new.email is not null
      or old.number is not null and new.number is distinct from old.number
      or new.taken_down_version < old.taken_down_version then
    raise exception 'what was asked is not rewritten' using errcode = 'check_violation', constraint = 'call_questions_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.call_reminder_times(deadline timestamp with time zone)
 RETURNS SETOF timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  with early as (select draft_reminder_at(deadline, 56) as at),
    days as (select at, extract(isoyear from at at time zone 'Europe/Oslo')::int as year, extract(week from at at time zone 'Europe/Oslo')::int as week from early)
  select case when week between 26 and 32
    then (to_date(year || '-33-1', 'IYYY-IW-ID') + time '08:00') at time zone 'Europe/Oslo' else at end from days
  union
  select draft_reminder_at(deadline, 14)
$function$;

CREATE OR REPLACE FUNCTION public.came_since(rule text, about uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select case when rule in ('notNominated', 'contacts') then
      exists (select from contacts c where c.nomination_id = about) or exists (select from letters l where l.nomination_id = about)
      or exists (select from help_requests h where h.nomination_id = about) or exists (select from nomination_members m where m.nomination_id = about)
      or exists (select from confirmations c where c.nomination_id = about) or exists (select from asked_to_join(about))
      or exists (select from adviser_access a where a.nomination_id = about)
    else false end
  or case when rule in ('notNominated', 'nominated') then
      exists (select from documents d where d.nomination_id = about) or exists (select from feedbacks f where f.nomination_id = about)
      or exists (select from juror_notes j where j.nomination_id = about) or exists (select from meeting_notes m where m.nomination_id = about)
      or exists (select from statement_comments s where s.nomination_id = about)
    else false end
  or case rule
    when 'scores' then exists (select from nominations n where n.edition_id = about
      and (exists (select from juror_notes j where j.nomination_id = n.id) or exists (select from meeting_notes m where m.nomination_id = n.id)))
    when 'declarations' then exists (select from declaration_notes t join declarations d on d.id = t.declaration_id where d.edition_id = about)
    when 'letters' then exists (select from letters l where l.edition_id = about)
      or exists (select from letter_batches b where b.edition_id = came_since.about and b.title <> '–')
    when 'accounts' then not stays_by_name(about) and exists (select from audit_details d where d.actor_id = about)
    else false end
$function$;

CREATE OR REPLACE FUNCTION public.cancelled_year_is_quiet()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from editions e join publications p on p.edition_id = e.id
    where e.id = case tg_table_name when 'editions' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'edition_id')::uuid end
      and e.state = 'cancelled' and p.publish_at > e.ended_at
      and p.corrects is null and p.approved_at is not null and p.stopped_at is null and p.taken_down_at is null
  ) then
    raise exception 'a cancelled year publishes nothing' using errcode = '23514', constraint = 'publications_year_over';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ceremonies_public()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.shows = 'winner' and not new.rehearsal and not outcome_is_public(new.edition_id, 'winner', new.moved_at) then
    raise exception 'the winner is not public' using errcode = 'check_violation', constraint = 'ceremonies_public';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.choice_participants(edition uuid, candidates uuid[])
 RETURNS TABLE(person_id uuid, seat_id uuid, takes_part boolean, out_of uuid[], unanswered uuid[], whole_edition boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select p.person_id, p.seat_id, cardinality(p.out_of) = 0 and cardinality(p.unanswered) = 0 and not p.whole_edition,
    p.out_of, p.unanswered, p.whole_edition
  from (
    select h.person_id, s.id as seat_id, s.role, s.position,
      coalesce((select array_agg(st.nomination_id order by st.nomination_id) from standings st
        where st.person_id = h.person_id and st.nomination_id = any (candidates)
          and out_of_choice(st.standing, st.reach, cardinality(candidates))), '{}') as out_of,
      coalesce((select array_agg(c order by c) from unnest(candidates) c
        where not exists (select from standings st where st.person_id = h.person_id and st.nomination_id = c and st.standing <> 'undeclared')), '{}') as unanswered,
      exists (select from wide_recusals w where w.person_id = h.person_id and w.edition_id = edition) as whole_edition
    from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
    where h.edition_id = edition and h.until_at is null and h.confirmed_at is not null
  ) p
  order by p.position
$function$;

CREATE OR REPLACE FUNCTION public.close_help()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update help_requests r set closed_at = new.submitted_at, closed_why = 'sent'
  where r.nomination_id = new.id and r.closed_at is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.confidential_notices_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from letter_batches b join decisions d on d.edition_id = b.edition_id
      where b.id = new.batch_id and b.about = 'confidence' and b.sent_at is not null
        and d.id = new.decision_id and d.kind = 'finalists' and d.retracted_at is null) then
    raise exception 'told in confidence is who a sent batch tells of a choice that stands' using errcode = 'check_violation', constraint = 'confidential_notices_sent';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.connection_changes_stand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform refresh_standings(new.nomination_id, null, null);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.contacts_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.struck_at is not null
      or (to_jsonb(new) - array['struck_by', 'struck_at']) <> (to_jsonb(old) - array['struck_by', 'struck_at']) then
    raise exception 'what was filed is struck out once and never rewritten' using errcode = 'check_violation', constraint = 'contacts_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.deadline_extensions_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_erasing() then
    return new;
  end if;
  if old.approved_at is not null or old.declined_at is not null
      or (new.edition_id, new.nomination_id, new.until_at, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.edition_id, old.nomination_id, old.until_at, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'an extension is answered once and never rewritten' using errcode = 'check_violation', constraint = 'deadline_extensions_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_confirmations_took_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from decision_participants p join decisions d on d.id = p.decision_id
      where p.decision_id = new.decision_id and p.person_id = new.person_id and p.took_part and d.retracted_at is null) then
    raise exception 'only who took part confirms, and only what stands'
      using errcode = 'check_violation', constraint = 'decision_confirmations_took_part';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.decision_motions_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from motions m join decisions d on d.id = new.decision_id and d.edition_id = m.edition_id where m.id = new.motion_id and motion_stands(m.id)) then
    raise exception 'a decision follows what was carried' using errcode = 'check_violation', constraint = 'decision_motions_carried';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.declarations_stand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform refresh_standings(new.nomination_id, new.person_id, new.edition_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.default_recusal_reach()
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_object_agg('H' || n, case when n in (1, 4) then 'edition' else 'choices' end) from generate_series(1, 12) n
$function$;

CREATE OR REPLACE FUNCTION public.deleted_address(person uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 'slettet-' || person || '@slettet.invalid'
$function$;

CREATE OR REPLACE FUNCTION public.demand_rules_version(edition uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  -- From the announcement on, which makes the first one.
  if exists (select from rules_versions where edition_id = edition)
      and not exists (select from rules_versions where edition_id = edition and made_in = pg_current_xact_id()) then
    raise exception 'what was announced changes only as a new version' using errcode = 'check_violation', constraint = 'rules_versioned';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.document_readable(file text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((
    select f.scan = 'clean' or (f.scan = 'unscanned' and not r.required)
    from stored_files f cross join scan_rule r where f.sha256 = file
  ), false)
$function$;

CREATE OR REPLACE FUNCTION public.draft_reminder_at(deadline timestamp with time zone, days integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select (((deadline - interval '1 millisecond') at time zone 'Europe/Oslo')::date - days + time '08:00') at time zone 'Europe/Oslo'
$function$;

CREATE OR REPLACE FUNCTION public.drop_letters(keys text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  update letters set state = case state when 'queued' then 'failed' else state end, error = 'outdated' where key = any(keys) and state <> 'sent'
$function$;

CREATE OR REPLACE FUNCTION public.edition_rules_versioned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform demand_rules_version(new.id);
  -- As it stands at the end, whichever of the transaction's changes this is.
  if (select rules_sha256 from editions where id = new.id)
      <> (select sha256 from rules_versions where edition_id = new.id order by version desc limit 1) then
    raise exception 'the checksum is that of the latest version' using errcode = 'check_violation', constraint = 'rules_versions_latest';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.erase(wanted text, subject uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('erase:' || wanted || subject, 0));
  if wanted = 'accounts' then
    perform from people p where p.id = subject for update;
  end if;
  if not exists (select from retention_due(at) d where d.rule = wanted and d.subject_id = subject) then
    return null;
  end if;
  return erase_now(wanted, subject, at);
end $function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.erase_account(counts jsonb, subject uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
begin
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
    and (e.subject_type = ''person'' and e.subject_id = $1 or d.actor_id = $1 and not stays_by_name($1))', subject);
  counts := erase_rows(counts, 'letters', 'delete from letters l using people p where p.id = $1 and of_account(l, p)', subject);
  counts := erase_rows(counts, 'sign_in_links', 'delete from sign_in_links l using people p where p.id = $1 and lower(l.email) = p.email', subject);
  counts := erase_rows(counts, 'sessions', 'delete from sessions where person_id = $1', subject);
  counts := erase_rows(counts, 'api_tokens', 'delete from api_tokens where person_id = $1', subject);
  counts := erase_rows(counts, 'kept_forms', 'delete from kept_forms where person_id = $1', subject);
  counts := erase_rows(counts, 'affiliations', 'delete from affiliations where person_id = $1', subject);
  counts := erase_rows(counts, 'join_requests', 'delete from join_requests where person_id = $1', subject);
  counts := erase_rows(counts, 'presence', 'delete from presence where person_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where person_id = $1', subject);
  return erase_rows(counts, 'people', 'update people p set email = deleted_address(p.id), phone = null, removed_at = $2,
    name = case when stays_by_name(p.id) then p.name else '''' end where p.id = $1', subject, at);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_batches()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  n bigint;
begin
  update letter_batches set title = '–', texts = '{"nb": {"subject": "–", "body": "–"}, "nn": {"subject": "–", "body": "–"}}'
    where edition_id = new.subject_id and title <> '–';
  get diagnostics n = row_count;
  if n > 0 then
    new.counts := new.counts || jsonb_build_object('letter_batches', n);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_calibration()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.counts := erase_rows(new.counts, 'calibration_scores', 'delete from calibration_scores c using calibration_sheets s
    where s.id = c.sheet_id and s.edition_id = $1', new.subject_id);
  new.counts := erase_rows(new.counts, 'calibration_sheets', 'delete from calibration_sheets where edition_id = $1', new.subject_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_contacts(counts jsonb, subject uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
begin
  -- What the applicants did, in the log: the decisions of secretariat and jury stay as long as the protocol does.
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
    and e.subject_id in (select $1 union all select id from documents where nomination_id = $1 union all select id from confirmations where nomination_id = $1
      union all select id from asked_to_join($1) id union all select id from letters where nomination_id = $1
      union all select id from objections where nomination_id = $1 union all select id from namings where nomination_id = $1)
    and d.actor_id is not null and not stays_by_name(d.actor_id)', subject);
  counts := erase_rows(counts, 'confirmations', 'delete from confirmations where nomination_id = $1', subject);
  counts := erase_rows(counts, 'adviser_access', 'delete from adviser_access where nomination_id = $1', subject);
  counts := erase_rows(counts, 'contacts', 'delete from contacts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'help_messages', 'delete from help_messages m using help_requests r where r.id = m.request_id and r.nomination_id = $1', subject);
  counts := erase_rows(counts, 'help_requests', 'delete from help_requests where nomination_id = $1', subject);
  counts := erase_rows(counts, 'join_requests', 'delete from join_requests where id in (select asked_to_join($1))', subject);
  counts := erase_rows(counts, 'letter_batch_seen', 'delete from letter_batch_seen where nomination_id = $1', subject);
  counts := erase_rows(counts, 'presence', 'delete from presence where nomination_id = $1', subject);
  counts := erase_rows(counts, 'revisions', 'delete from revisions where nomination_id = $1', subject);
  counts := erase_rows(counts, 'letters', 'delete from letters where nomination_id = $1', subject);
  counts := erase_rows(counts, 'nomination_members', 'delete from nomination_members where nomination_id = $1', subject);
  counts := erase_reasons(counts, subject);
  return erase_rows(counts, 'received_applications', 'update received_applications set contact_name = ''-'', contact_email = ''-'', reason = ''-''
    where nomination_id = $1', subject);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_content(counts jsonb, subject uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
begin
  counts := erase_rows(counts, 'answers', 'delete from answers where nomination_id = $1', subject);
  counts := erase_rows(counts, 'submission_words', 'delete from submission_words w using submissions s where s.id = w.submission_id and s.nomination_id = $1', subject);
  counts := erase_rows(counts, 'submission_documents', 'delete from submission_documents d using submissions s where s.id = d.submission_id and s.nomination_id = $1', subject);
  counts := erase_rows(counts, 'submissions', 'update submissions set rendered = rendered || ''{"answers": [], "documents": []}'', register = null, erased_at = $2
    where nomination_id = $1', subject, at);
  counts := erase_rows(counts, 'document_pages', 'delete from document_pages p using documents d where d.id = p.document_id and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'document_texts', 'delete from document_texts t using documents d where d.id = t.document_id and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'documents', 'delete from documents where nomination_id = $1', subject);
  counts := erase_rows(counts, 'received_files', 'delete from received_files f using received_applications r where r.id = f.received_id and r.nomination_id = $1', subject);
  counts := erase_rows(counts, 'objection_texts', 'delete from objection_texts t using objections o where o.id = t.objection_id and o.nomination_id = $1', subject);
  counts := erase_rows(counts, 'rejection_proposals', 'delete from rejection_proposals where nomination_id = $1', subject);
  counts := erase_rows(counts, 'return_parts', 'delete from return_parts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'feedbacks', 'delete from feedbacks where nomination_id = $1', subject);
  counts := erase_rows(counts, 'reading_places', 'delete from reading_places p using ballots b where b.id = p.ballot_id and b.nomination_id = $1', subject);
  return erase_rows(counts, 'statement_comments', 'delete from statement_comments where nomination_id = $1', subject);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_draft(counts jsonb, subject uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
begin
  counts := erase_content(erase_contacts(counts, subject), subject, at);
  counts := erase_rows(counts, 'connection_changes', 'delete from connection_changes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'deadline_extensions', 'delete from deadline_extensions where nomination_id = $1', subject);
  counts := erase_rows(counts, 'declaration_notes', 'delete from declaration_notes t using declarations d where d.id = t.declaration_id
    and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'declarations', 'delete from declarations where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_reminders', 'delete from draft_reminders where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_warnings', 'delete from draft_warnings where nomination_id = $1', subject);
  counts := erase_rows(counts, 'standings', 'delete from standings where nomination_id = $1', subject);
  return erase_rows(counts, 'nominations', 'delete from nominations where id = $1', subject);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_naming()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  n bigint;
begin
  delete from namings where nomination_id = new.subject_id;
  get diagnostics n = row_count;
  if n > 0 then
    new.counts := new.counts || jsonb_build_object('namings', n);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_now(wanted text, subject uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  counts jsonb := '{}';
  counted jsonb;
  edition uuid;
  kept interval := (select r.keep from retention_rules r where r.name = wanted);
begin
  perform set_config('etikkprisen.erasing', 'on', true);
  case wanted
    when 'drafts' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_draft(counts, subject, at);
    when 'contacts' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_contacts(counts, subject);
    when 'notNominated' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_content(erase_contacts(counts, subject), subject, at);
      counts := erase_rows(counts, 'statements', 'delete from statements where nomination_id = $1', subject);
      counts := erase_rows(counts, 'statement_versions', 'delete from statement_versions where nomination_id = $1', subject);
    when 'nominated' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_content(erase_contacts(counts, subject), subject, at);
    when 'scores' then
      edition := subject;
      counts := erase_rows(counts, 'ballot_scores', 'delete from ballot_scores s using ballots b where b.id = s.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'ballot_earlier_scores', 'delete from ballot_earlier_scores s using ballot_reopenings r, ballots b
        where r.id = s.reopening_id and b.id = r.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'agreed_score_contents', 'delete from agreed_score_contents c using agreed_scores a, ballots b
        where a.id = c.agreed_id and b.id = a.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'ballot_salts', 'delete from ballot_salts s using ballots b where b.id = s.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'frozen_full_results', 'delete from frozen_full_results f using frozen_results r where r.id = f.frozen_id and r.edition_id = $1', subject);
      counts := erase_rows(counts, 'reading_places', 'delete from reading_places p using ballots b where b.id = p.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes j using nominations n where n.id = j.nomination_id and n.edition_id = $1', subject);
      counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes m using nominations n where n.id = m.nomination_id and n.edition_id = $1', subject);
    when 'declarations' then
      edition := subject;
      counts := erase_rows(counts, 'declaration_notes', 'delete from declaration_notes t using declarations d where d.id = t.declaration_id and d.edition_id = $1', subject);
    when 'letters' then
      edition := subject;
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id = $1', subject);
    when 'questions' then
      edition := subject;
      counts := erase_rows(counts, 'call_questions', 'update call_questions set asked = ''-'', email = null, source_hash = null where edition_id = $1', subject);
    when 'barriers' then
      counts := erase_rows(counts, 'letters', 'delete from letters where key = ''barrier:'' || $1', subject);
      counts := erase_rows(counts, 'barriers', 'delete from barriers where id = $1', subject);
    when 'received' then
      select a.edition_id into edition from received_applications a where a.id = subject;
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''received'' and e.subject_id = $1', subject);
      counts := erase_rows(counts, 'letters', 'delete from letters where starts_with(key, ''received:'' || $1 || '':'')', subject);
      counts := erase_rows(counts, 'received_files', 'delete from received_files where received_id = $1', subject);
      counts := erase_rows(counts, 'received_applications', 'delete from received_applications where id = $1', subject);
    when 'oldNominated', 'oldOthers' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''oldApplication'' and e.subject_id = $1 and e.event = ''registerOld''', subject);
      counts := erase_rows(counts, 'old_application_files', 'delete from old_application_files where application_id = $1', subject);
      counts := erase_rows(counts, 'old_applications', 'delete from old_applications where id = $1', subject);
    when 'guests' then
      select g.edition_id into edition from ceremony_guests g where g.id = subject;
      counts := erase_rows(counts, 'ceremony_guests', 'delete from ceremony_guests where id = $1', subject);
      counts := forget_letters(counts, array['ceremony-guest:' || subject || ':asked', 'ceremony-guest:' || subject || ':place']
        || array(select 'ceremony-guest:' || subject || ':changed:' || n from editions e, generate_series(1, e.dates_sequence) n where e.id = edition));
    when 'reminders' then
      select r.edition_id into edition from call_reminders r where r.id = subject;
      counts := erase_rows(counts, 'call_reminders', 'delete from call_reminders where id = $1', subject);
      counts := forget_letters(counts, array['call-reminder:' || subject || ':link', 'call-reminder:' || subject]);
    when 'callList' then
      select r.edition_id into edition from call_recipients r where r.id = subject;
      counts := erase_rows(counts, 'call_recipients', 'delete from call_recipients where id = $1', subject);
      counts := forget_letters(counts, list_letters(edition, subject));
    when 'unsubscribed' then
      select r.edition_id into edition from call_recipients r where r.id = subject;
      counts := erase_rows(counts, 'call_recipients', 'update call_recipients set name = '''', unsubscribed_at = coalesce(unsubscribed_at, $2)
        where id = $1', subject, at);
      perform drop_letters(list_letters(edition, subject));
    when 'askers' then
      select q.edition_id into edition from call_questions q where q.id = subject;
      counts := erase_rows(counts, 'call_questions', 'update call_questions set email = null, source_hash = null where id = $1
        and (email is not null or source_hash is not null)', subject);
      counts := forget_letters(counts, (select array_agg('call-question:' || a.question_id || ':' || a.version) from call_answers a where a.question_id = subject));
    when 'sources' then
      select f.edition_id into edition from asked_openly f where f.id = subject;
      counts := erase_rows(counts, 'ceremony_guests', 'update ceremony_guests set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'call_reminders', 'update call_reminders set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'call_questions', 'update call_questions set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'barriers', 'update barriers set source_hash = null where id = $1', subject);
    when 'struckOld' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''oldApplication'' and e.subject_id = $1 and e.event = ''registerOld''', subject);
      counts := erase_rows(counts, 'old_application_files', 'delete from old_application_files where application_id = $1', subject);
      counts := erase_rows(counts, 'old_applications', 'update old_applications set unit_name = '''', note = '''', reader_email = null,
        struck_at = coalesce(struck_at, $2) where id = $1', subject, at);
    when 'accounts' then
      counts := erase_account(counts, subject, at);
    when 'accessLog' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and is_access(e.subject_type, e.event)
        and ($1 is not null) and e.at <= $2', subject, at - kept);
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id is null and ($1 is not null) and created_at <= $2', subject, at - kept);
  end case;
  counts := erase_rows(counts, 'own_links', 'delete from own_links where subject_id = $1', subject);
  insert into erasures as e (rule, subject_id, edition_id, erased_at, counts) values (wanted, subject, edition, at, counts)
    on conflict do nothing returning e.counts into counted;
  perform set_config('etikkprisen.erasing', '', true);
  return coalesce(counted, counts);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_own_account(person uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('erase:accounts' || person, 0));
  perform from people p where p.id = person and p.removed_at is null for update;
  if not found then
    return null;
  end if;
  if in_use(person, at) then
    raise exception 'something here needs this person' using errcode = 'check_violation', constraint = 'people_needed';
  end if;
  return erase_now('accounts', person, at);
end $function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.erase_reasons(counts jsonb, subject uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
begin
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and d.reason is not null
    and e.subject_id in (select $1 union all select id from objections where nomination_id = $1 union all select id from namings where nomination_id = $1
      union all select id from received_applications where nomination_id = $1)', subject);
  counts := erase_rows(counts, 'deadline_extensions', 'update deadline_extensions set reason = ''-'' where nomination_id = $1 and reason <> ''-''', subject);
  counts := erase_rows(counts, 'rejection_proposals', 'update rejection_proposals set reason = ''-'', alone_reason = left(alone_reason, 0) || ''-''
    where nomination_id = $1 and reason <> ''-''', subject);
  counts := erase_rows(counts, 'objections', 'update objections set answer = ''-'' where nomination_id = $1 and answer <> ''-''', subject);
  counts := erase_rows(counts, 'namings', 'update namings set reason = ''-'' where nomination_id = $1 and reason not in ('''', ''-'')', subject);
  return erase_rows(counts, 'nominations', 'update nominations set return_reason = left(return_reason, 0) || ''-'', rejection_reason = left(rejection_reason, 0) || ''-''
    where id = $1 and (return_reason <> ''-'' or rejection_reason <> ''-'')', subject);
end $function$;

CREATE OR REPLACE FUNCTION public.erase_rows(counts jsonb, what text, statement text, subject uuid, at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  n bigint;
begin
  execute statement using subject, at;
  get diagnostics n = row_count;
  return case when n = 0 then counts else counts || jsonb_build_object(what, coalesce((counts ->> what)::bigint, 0) + n) end;
end $function$;

CREATE OR REPLACE FUNCTION public.feedback_open(nomination uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from publications p where p.edition_id = n.edition_id and p.kind = 'winner' and publication_is_public(p, at))
    or (e.feedback_from = 'nominated' and exists (select from publications p where p.edition_id = n.edition_id and p.kind = 'finalists' and publication_is_public(p, at)
      and not exists (select from decision_entries d where d.decision_id = p.decision_id and d.nomination_id = n.id)))
  from nominations n join editions e on e.id = n.edition_id
  where n.id = nomination and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')
$function$;

CREATE OR REPLACE FUNCTION public.feedbacks_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.approved_at is not null and new.written_at is distinct from old.written_at and feedback_open(old.nomination_id, new.written_at) then
    raise exception 'what the applicant has got stays' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  if new.version = old.version and new.body <> old.body then
    raise exception 'another text is another version' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  if new.version <> old.version and new.approved_at is not null then
    raise exception 'an approval falls with the text' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.forget(wanted text, subjects uuid[], at timestamp with time zone)
 RETURNS TABLE(subject_id uuid, edition_id uuid, counts jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
declare
  one uuid;
begin
  if not exists (select from retention_rules r where r.name = wanted and (r.by_itself or r.name = 'barriers')) then
    raise exception 'only what people may ask for is forgotten when somebody asks' using errcode = 'insufficient_privilege';
  end if;
  perform from editions e where e.id in (select c.edition_id from call_recipients c where c.id = any(subjects)
    union select a.edition_id from asked_openly a where a.id = any(subjects)) order by e.id for key share;
  perform pg_advisory_xact_lock(hashtextextended('erase:' || wanted, 0));
  foreach one in array subjects loop
    continue when exists (select from erasures x where x.rule = wanted and x.subject_id = one)
      or not exists (select from asked_openly a where a.id = one union all select from call_recipients c where c.id = one
        union all select from old_applications o where o.id = one and o.struck_at is not null);
    perform erase_now(wanted, one, at);
    return query select x.subject_id, x.edition_id, x.counts from erasures x where x.rule = wanted and x.subject_id = one;
  end loop;
end $function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.forget_letters(counts jsonb, keys text[])
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  n bigint;
begin
  perform drop_letters(keys);
  update letters set email = '', body = '', unsubscribe_path = null, calendar = null where key = any(keys) and email <> '';
  get diagnostics n = row_count;
  return case when n = 0 then counts else counts || jsonb_build_object('letters', n) end;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_practice(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  delete from practice_run where run = wanted and purged_at is not null
$function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.forget_wide_standings(person uuid, edition uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  delete from standings st using nominations n
  where n.id = st.nomination_id and n.edition_id = edition and st.person_id = person and st.because <> st.nomination_id
$function$;

CREATE OR REPLACE FUNCTION public.forgetting_due(at timestamp with time zone, real_at timestamp with time zone)
 RETURNS TABLE(rule text, subject_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with found as (
    select r.name, g.id from retention_rules r cross join ceremony_guests g join editions e on e.id = g.edition_id
    where r.subject = 'guest' and e.ceremony_at + r.keep <= at
    union all
    -- whoever has not pressed the link of the first letter within a week has not asked
    select r.name, m.id from retention_rules r cross join call_reminders m join editions e on e.id = m.edition_id
    where r.subject = 'reminder' and (e.closes_at + r.keep <= at or e.state <> 'announced'
      or m.confirmed_at is null and m.asked_at <= at - interval '7 days')
    union all
    select r.name, c.id from retention_rules r cross join call_recipients c join editions e on e.id = c.edition_id
    where r.name = 'callList' and (e.closes_at + r.keep <= at or e.state not in ('planned', 'announced'))
    union all
    select r.name, c.id from retention_rules r cross join call_recipients c where r.name = 'unsubscribed' and c.unsubscribed_at + r.keep <= at
    union all
    select r.name, q.id from retention_rules r cross join call_questions q join editions e on e.id = q.edition_id
    where r.subject = 'question' and (q.email is not null or q.source_hash is not null) and (e.closes_at + r.keep <= at or e.state <> 'announced')
    union all
    select r.name, a.id from retention_rules r cross join asked_openly a
    where r.subject = 'asked' and a.source_hash is not null and a.asked_real_at + r.keep <= real_at
    union all
    select r.name, o.id from retention_rules r cross join old_applications o where r.subject = 'struck' and o.struck_at + r.keep <= at
  )
  select f.name, f.id from found f
  where not exists (select from erasures x where x.rule = f.name and x.subject_id = f.id)
    and not exists (select from letters l where l.state = 'sending' and strpos(l.key, f.id::text) > 0)
  order by f.name, f.id
$function$;

CREATE OR REPLACE FUNCTION public.in_use(person uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from account_bonds(person, at))
$function$;

CREATE OR REPLACE FUNCTION public.is_access(subject text, event text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select subject in ('session', 'token') or (subject = 'person' and event in ('create', 'letInAgain', 'download'))
$function$;

CREATE OR REPLACE FUNCTION public.is_erasing()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('etikkprisen.erasing', true), '') = 'on'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'public.erasures'::regclass)
$function$;

CREATE OR REPLACE FUNCTION public.is_nominated(state text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select state in ('finalist', 'winner', 'honourableMention', 'finalistWithoutPrize')
$function$;

CREATE OR REPLACE FUNCTION public.is_recusal_reach(reach jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select (select coalesce(array_agg(key order by key), '{}') from jsonb_object_keys(reach) key)
      = array['H1', 'H10', 'H11', 'H12', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9']
    and (select bool_and(value in ('application', 'choices', 'edition')) from jsonb_each_text(reach))
$function$;

CREATE OR REPLACE FUNCTION public.juror_standing(person uuid, nomination uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select standing from standings where person_id = person and nomination_id = nomination), 'undeclared')
$function$;

CREATE OR REPLACE FUNCTION public.keep_quarantine()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an infected file stays infected' using errcode = 'check_violation', constraint = 'stored_files_quarantine';
end $function$;

CREATE OR REPLACE FUNCTION public.keep_submission_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into submission_words (submission_id, position, label, text)
  select new.id, answer.position, answer.value ->> 'label', answer.value ->> 'value'
  from jsonb_array_elements(new.rendered -> 'answers') with ordinality as answer (value, position)
  where answer.value ->> 'kind' <> 'tick' and btrim(answer.value ->> 'value') <> '';
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.last_used(person people)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select greatest(person.created_at, person.removed_at, (person.last_seen_on + 1)::timestamp at time zone 'Europe/Oslo',
    (select max(e.at) from audit_details d join audit_events e on e.id = d.event_id where d.actor_id = person.id))
$function$;

CREATE OR REPLACE FUNCTION public.letter_batches_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not nominated_agreed(new.edition_id) then
    raise exception 'not all the nominated have agreed to be named' using errcode = 'check_violation', constraint = 'letter_batches_agreed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.letter_batches_begin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if num_nonnulls(new.sent_by, new.scheduled_by, new.discarded_by) > 0 then
    raise exception 'a batch is written before it goes' using errcode = 'check_violation', constraint = 'letter_batches_begin';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.letter_batches_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_erasing() then
    return new;
  end if;
  if old.sent_at is not null or old.discarded_at is not null then
    raise exception 'a batch that has gone, or was given up, stays as it is' using errcode = 'check_violation', constraint = 'letter_batches_stay';
  end if;
  if old.about is not null and new.about is null then
    raise exception 'what tells of a decision goes on doing so' using errcode = 'check_violation', constraint = 'letter_batches_about_stays';
  end if;
  new.earlier_writers := old.earlier_writers;
  if new.prepared_by <> old.prepared_by and not old.prepared_by = any(old.earlier_writers) then
    new.earlier_writers := old.earlier_writers || old.prepared_by;
  end if;
  if (new.earlier_writers || new.prepared_by) && array[new.sent_by, new.scheduled_by]
      and letter_needs_two(new.edition_id, new.recipients, new.about, coalesce(new.sent_at, new.scheduled_at)) then
    raise exception 'two people must have read this batch' using errcode = 'check_violation', constraint = 'letter_batches_two_people';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.letter_needs_two(edition uuid, recipients jsonb, about text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select about is not null or recipients ->> 'audience' in ('applications', 'marked') and (
    exists (select from decisions d where d.edition_id = edition and d.retracted_at is null and not outcome_is_public(edition, d.kind, at))
    or coalesce(recipients -> 'states' ?| array['rejected', 'nominated', 'notSelected', 'winner', 'honourableMention'], false)
    or exists (select from nominations n where n.edition_id = edition and recipients -> 'nominations' ? n.id::text
      and n.state in ('rejected', 'finalist', 'finalistWithoutPrize', 'notSelected', 'winner', 'honourableMention')))
$function$;

CREATE OR REPLACE FUNCTION public.letter_text_waits(edition uuid, letter text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when letter in ('finalist', 'notSelected', 'outcomeWon', 'outcomeOther') then exists (
      select from publications p where p.edition_id = edition and p.applied_at is null and p.stopped_at is null and p.taken_down_at is null
        and p.kind = case when letter in ('finalist', 'notSelected') then 'finalists' else 'winner' end)
    when letter = 'rejected' then exists (
      select from rejection_proposals r where r.edition_id = edition and r.approved_at is null and r.declined_at is null and not r.lapsed)
    when letter = 'feedback' then exists (
      select from feedbacks f join nominations n on n.id = f.nomination_id
      where n.edition_id = edition and f.approved_at is not null and f.told_at is null)
    else false
  end
$function$;

CREATE OR REPLACE FUNCTION public.letter_texts_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from editions where id = new.edition_id for update;
  if letter_text_waits(new.edition_id, new.letter) then
    raise exception 'somebody agrees to these words' using errcode = 'check_violation', constraint = 'letter_texts_wait';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.letters_of_sent_batch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from letter_batches b where b.id = new.batch_id and b.sent_at is not null) then
    raise exception 'nobody has sent this batch' using errcode = 'check_violation', constraint = 'letters_of_sent_batch';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.letters_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'sent' and new.state in ('queued', 'sending')
      or (new.key, new.template, new.edition_id, new.nomination_id, new.person_id, new.created_at, new.useless_after)
        is distinct from (old.key, old.template, old.edition_id, old.nomination_id, old.person_id, old.created_at, old.useless_after) then
    raise exception 'a letter that was delivered is not sent again' using errcode = 'check_violation', constraint = 'letters_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.list_letters(edition uuid, recipient uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg('batch:' || b.id || ':list_' || recipient) from letter_batches b where b.edition_id = edition
$function$;

CREATE OR REPLACE FUNCTION public.may_hear(person uuid, nomination uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when exists (select from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
      where h.edition_id = n.edition_id and h.person_id = person and h.until_at is null and h.confirmed_at is not null)
    then juror_standing(person, n.id) = 'free' and not exists (select from nominations other
      where other.edition_id = n.edition_id and other.state in ('admitted', 'underReview', 'scored') and juror_standing(person, other.id) = 'undeclared')
    else juror_standing(person, n.id) not in ('pending', 'recused')
  end
  from nominations n where n.id = nomination
$function$;

CREATE OR REPLACE FUNCTION public.meeting_door()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from meeting_openings o join meeting_room r on r.meeting_id = o.meeting_id
      where o.meeting_id = new.meeting_id and o.closed_at is null and r.person_id = new.person_id
        and must_be_out_of(o.meeting_id, new.person_id, o.nomination_id, o.motion_id)) then
    raise exception 'what is treated now is not for this person' using errcode = 'check_violation', constraint = 'meeting_door_closed';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.meeting_openings_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from meetings m where m.id = new.meeting_id and m.ended_at is null) then
    raise exception 'the meeting is over' using errcode = 'check_violation', constraint = 'meetings_over';
  end if;
  if new.motion_id is not null and not exists (select from motions m where m.id = new.motion_id and m.meeting_id = new.meeting_id
      and (m.closed_at is not null) = (new.what = 'motionResult') and m.outcome is distinct from 'withdrawn') then
    raise exception 'a result is shown once the vote is closed' using errcode = 'check_violation', constraint = 'meeting_openings_motion';
  end if;
  if new.closed_at is null and exists (select from meeting_room r
      where r.meeting_id = new.meeting_id and must_be_out_of(new.meeting_id, r.person_id, new.nomination_id, new.motion_id)) then
    raise exception 'somebody in the room must be out first' using errcode = 'check_violation', constraint = 'meeting_openings_members_out';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.meeting_times_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (tg_table_name = 'meetings' and to_jsonb(old) ->> 'ended_at' is not null)
      or (tg_table_name = 'meeting_openings' and to_jsonb(old) ->> 'closed_at' is not null)
      or (tg_table_name = 'meeting_presence' and to_jsonb(old) ->> 'until_at' is not null)
      or (tg_table_name = 'meeting_absences' and to_jsonb(old) ->> 'in_at' is not null) then
    raise exception 'what is over in a meeting is not changed' using errcode = 'check_violation', constraint = 'meetings_over';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_dissents_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from motion_voters v join motions m on m.id = v.motion_id join editions e on e.id = m.edition_id
      where v.motion_id = new.motion_id and v.person_id = new.person_id and coalesce(e.dissent, 'named') = 'named'
        and ((m.outcome = 'carried' and v.vote in ('against', 'abstain')) or (m.outcome = 'fell' and v.vote in ('for', 'abstain')))) then
    raise exception 'only who voted otherwise than the jury dissents' using errcode = 'check_violation', constraint = 'motion_dissents_voted';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_electorate(motion uuid)
 RETURNS TABLE(person_id uuid, seat_id uuid, entitled boolean, out_of uuid[], unanswered boolean, whole_edition boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select c.person_id, c.seat_id, c.takes_part and own.takes_part,
    array(select distinct unnest(c.out_of || own.out_of) order by 1),
    cardinality(c.unanswered || own.unanswered) > 0, c.whole_edition
  from motions m
  cross join lateral choice_participants(m.edition_id, coalesce((select array_agg(x.nomination_id order by x.nomination_id) from motion_candidates x where x.motion_id = m.id), '{}')) c
  join lateral choice_participants(m.edition_id, case when m.nomination_id is null then '{}'::uuid[] else array[m.nomination_id] end) own on own.person_id = c.person_id
  where m.id = motion
$function$;

CREATE OR REPLACE FUNCTION public.motion_presiding(motion uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select e.person_id from motion_electorate(motion) e join seats s on s.id = e.seat_id join motions m on m.id = motion
  where e.entitled and (m.meeting_id is null or exists (select from meeting_room r where r.meeting_id = m.meeting_id and r.person_id = e.person_id))
  order by array_position(array['chair', 'deputyChair', 'member'], s.role), s.position limit 1
$function$;

CREATE OR REPLACE FUNCTION public.motion_stands(motion uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select m.outcome = 'carried' and not exists (select from motion_voters v join motion_candidates c on c.motion_id = v.motion_id
    join standings st on st.nomination_id = c.nomination_id and st.person_id = v.person_id
    where v.motion_id = m.id and v.vote is not null and out_of_choice(st.standing, st.reach, (select count(*)::int from motion_candidates x where x.motion_id = m.id)))
  from motions m where m.id = motion
$function$;

CREATE OR REPLACE FUNCTION public.motion_voters_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from motions m where m.id = new.motion_id and m.closed_at is not null)
      or (new.vote is not null and not exists (select from motion_votes v where v.motion_id = new.motion_id and v.person_id = new.person_id and v.vote = new.vote)) then
    raise exception 'who voted what is written when the vote closes' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_votes_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  motion motions;
begin
  select * into motion from motions where id = new.motion_id for share;
  if motion.closed_at is not null or new.cast_at >= motion.closes_at then
    raise exception 'the vote is closed' using errcode = 'check_violation', constraint = 'motion_votes_open';
  end if;
  if not exists (select from motion_electorate(motion.id) e where e.person_id = new.person_id and e.entitled) then
    raise exception 'who is out of the choice has no vote' using errcode = 'check_violation', constraint = 'motion_votes_entitled';
  end if;
  if motion.meeting_id is null and new.recorded_by <> new.person_id then
    raise exception 'in writing everybody votes alone' using errcode = 'check_violation', constraint = 'motion_votes_own';
  end if;
  if motion.meeting_id is not null and not exists (select from meeting_room r where r.meeting_id = motion.meeting_id and r.person_id = new.person_id) then
    raise exception 'who is not in the room has no vote' using errcode = 'check_violation', constraint = 'motion_votes_in_room';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motions_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.closed_at is not null then
    raise exception 'a motion that is closed stays as it is' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  if (new.edition_id, new.kind, new.body, new.put_at) is distinct from (old.edition_id, old.kind, old.body, old.put_at)
      or new.nomination_id is distinct from old.nomination_id or new.closes_at is distinct from old.closes_at or new.meeting_id is distinct from old.meeting_id then
    raise exception 'a motion that is put is not rewritten' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.must_be_out(meeting uuid, person uuid, nomination uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from meetings m where m.id = meeting and (
    exists (select from opening_about(m.edition_id, nomination) about where not may_hear(person, about))
    or exists (select from meeting_presence p where p.meeting_id = m.id and p.person_id = person and p.until_at is null and p.new_conflict
      and not exists (select from declarations d where d.edition_id = m.edition_id and d.person_id = person and d.answer <> 'none' and d.declared_at >= p.from_at))))
$function$;

CREATE OR REPLACE FUNCTION public.must_be_out_of(meeting uuid, person uuid, nomination uuid, motion uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when motion is null then must_be_out(meeting, person, nomination) else must_be_out_of_motion(meeting, person, motion) end
$function$;

CREATE OR REPLACE FUNCTION public.must_be_out_of_motion(meeting uuid, person uuid, motion uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from motion_candidates c where c.motion_id = motion and must_be_out(meeting, person, c.nomination_id)
    union all
    select from motions m where m.id = motion and m.nomination_id is not null and must_be_out(meeting, person, m.nomination_id))
$function$;

CREATE OR REPLACE FUNCTION public.namings_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  edition uuid := (select n.edition_id from nominations n where n.id = new.nomination_id);
begin
  if is_erasing() then
    return new;
  end if;
  if not exists (select from confidential_notices c where c.nomination_id = new.nomination_id) then
    raise exception 'nobody has been told' using errcode = 'check_violation', constraint = 'namings_told';
  end if;
  if ((new.quote <> '' and (tg_op = 'INSERT' or (new.quote, new.quoted) is distinct from (old.quote, old.quoted)))
      or (new.picture_sha256 is not null and (tg_op = 'INSERT' or (new.picture_sha256, new.picture_alt, new.picture_credit)
        is distinct from (old.picture_sha256, old.picture_alt, old.picture_credit))))
    and exists (select from publications p where p.edition_id = edition and p.kind = 'finalists' and p.approved_at is not null and p.stopped_at is null)
  then raise exception 'what was approved is what is published' using errcode = 'check_violation', constraint = 'namings_approved';
  end if;
  if new.answer = 'declined' and (tg_op = 'INSERT' or old.answer = 'agreed')
    and exists (select from publications p where p.edition_id = edition and p.kind = 'finalists' and publication_came_out(p, new.answered_at))
  then raise exception 'it is public' using errcode = 'check_violation', constraint = 'namings_out';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nominated_agreed(edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from decisions d where d.edition_id = edition and d.kind = 'finalists' and d.retracted_at is null)
    and not exists (select from decisions d join decision_entries de on de.decision_id = d.id
      left join namings g on g.nomination_id = de.nomination_id
      where d.edition_id = edition and d.kind = 'finalists' and d.retracted_at is null and g.answer is distinct from 'agreed')
$function$;

CREATE OR REPLACE FUNCTION public.nomination_county(key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(substring(key from '^(?:kommune|bydel):([0-9]{2})'), 'none')
$function$;

CREATE OR REPLACE FUNCTION public.nomination_step(state text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array_position(array['draft', 'submitted', 'returned', 'admitted', 'rejected', 'underReview', 'scored', 'finalist', 'notSelected',
    'winner', 'honourableMention', 'finalistWithoutPrize', 'withdrawn'], state)
$function$;

CREATE OR REPLACE FUNCTION public.nominations_connection_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.submitted_at is null and not exists (select from declarations d where d.nomination_id = new.id) then
    return null;
  end if;
  insert into connection_changes (nomination_id, what, name)
    select new.id, 'partner', partner from unnest(new.partners) partner where not partner = any (old.partners);
  if (new.organisation_key, new.unit_name) is distinct from (old.organisation_key, old.unit_name) then
    insert into connection_changes (nomination_id, what, name) values (new.id, 'applicant', new.organisation_name);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.nominations_extended_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.extended_until is distinct from old.extended_until and not exists (
      select from deadline_extensions x where x.nomination_id = new.id and x.approved_at is not null and x.until_at = new.extended_until) then
    raise exception 'a later deadline is approved by a second person' using errcode = 'check_violation', constraint = 'nominations_extended';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nominations_leave()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  juror uuid;
begin
  for juror in select distinct person_id from recusal_decisions where nomination_id = new.id and reach = 'edition' loop
    perform forget_wide_standings(juror, new.edition_id);
    perform refresh_standings(null, juror, new.edition_id);
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.nominations_rejection_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.state = 'rejected' and old.state <> 'rejected' and not exists (select from rejection_proposals r
      where r.nomination_id = new.id and r.approved_at is not null and r.reason = new.rejection_reason) then
    raise exception 'a rejection is approved by a second person' using errcode = 'check_violation', constraint = 'nominations_rejection';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nominations_rejection_lapses()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update rejection_proposals set lapsed = true
    where nomination_id = new.id and approved_at is null and declined_at is null and not lapsed;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.nominations_stand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if exists (select from wide_recusals w where w.edition_id = new.edition_id) then
    perform refresh_standings(new.id, null, null);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.not_nominated(nomination nominations)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select nomination.state in ('underReview', 'scored')
    and exists (select from decisions d where d.edition_id = nomination.edition_id and d.kind = 'finalists' and d.retracted_at is null)
    and not exists (select from decisions d join decision_entries de on de.decision_id = d.id
      where d.edition_id = nomination.edition_id and d.kind = 'finalists' and d.retracted_at is null and de.nomination_id = nomination.id)
$function$;

CREATE OR REPLACE FUNCTION public.objections_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_erasing() then
    return new;
  end if;
  if old.answered_at is not null or (new.edition_id, new.nomination_id, new.made_by, new.made_at) is distinct from (old.edition_id, old.nomination_id, old.made_by, old.made_at)
      or new.about_id is distinct from old.about_id then
    raise exception 'an objection is answered once and never rewritten' using errcode = 'check_violation', constraint = 'objections_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.objections_until(edition uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select ((greatest(e.closes_at, (select max(c.changed_at) from jury_changes c where c.edition_id = e.id)) at time zone 'Europe/Oslo')::date
    + e.objection_days + 1)::timestamp at time zone 'Europe/Oslo'
  from editions e where e.id = edition
$function$;

CREATE OR REPLACE FUNCTION public.of_account(l letters, person people)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select l.person_id is not distinct from person.id
    or lower(l.email) = person.email and not (l.state = 'queued' and l.person_id is null and l.template <> 'signIn')
$function$;

CREATE OR REPLACE FUNCTION public.old_application_files_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not is_erasing() then
    raise exception 'the files of an old application stay' using errcode = 'check_violation', constraint = 'old_application_files_stay';
  end if;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.old_applications_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not is_erasing() and (old.struck_at is not null
      or (to_jsonb(new) - array['reader_email', 'struck_by', 'struck_at']) <> (to_jsonb(old) - array['reader_email', 'struck_by', 'struck_at'])) then
    raise exception 'what was registered is struck out or stays' using errcode = 'check_violation', constraint = 'old_applications_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.opening_about(edition uuid, nomination uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select n.id from nominations n where n.edition_id = edition and (n.id = nomination or (nomination is null
    and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')))
$function$;

CREATE OR REPLACE FUNCTION public.organisation_number_is_valid(number text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select case when number ~ '^[0-9]{9}$' then
    (11 - (3 * substr(number, 1, 1)::int + 2 * substr(number, 2, 1)::int + 7 * substr(number, 3, 1)::int
      + 6 * substr(number, 4, 1)::int + 5 * substr(number, 5, 1)::int + 4 * substr(number, 6, 1)::int
      + 3 * substr(number, 7, 1)::int + 2 * substr(number, 8, 1)::int) % 11) % 11 = substr(number, 9, 1)::int
    else false end $function$;

CREATE OR REPLACE FUNCTION public.out_of_choice(standing text, reach text, candidates integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select standing in ('recused', 'pending') and (reach <> 'application' or candidates = 1)
$function$;

CREATE OR REPLACE FUNCTION public.outcome_is_public(edition uuid, what text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from publications p where p.edition_id = edition and p.kind = what and publication_is_public(p, at))
$function$;

CREATE OR REPLACE FUNCTION public.part_is_open(nomination uuid, wanted text, question uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((
    select n.state <> 'returned' or exists (select from return_parts p
      where p.nomination_id = n.id and p.return_number = n.return_count
        and p.part = wanted and p.question_id is not distinct from question)
    from nominations n where n.id = nomination
  ), true)
$function$;

CREATE OR REPLACE FUNCTION public.prize_year_end(y integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select e.ended_at from editions e where e.year = y), make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'Europe/Oslo'))
$function$;

CREATE OR REPLACE FUNCTION public.public_outcome(nomination uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select e.outcome from publications p
  join decision_entries e on e.decision_id = p.decision_id and e.nomination_id = nomination
  where publication_is_public(p, at)
  order by p.kind = 'winner' desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.publication_came_out(publication publications, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select publication.approved_at is not null and publication.stopped_at is null and publication.held_at is null and publication.publish_at <= at
$function$;

CREATE OR REPLACE FUNCTION public.publication_is_public(publication publications, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select publication_came_out(publication, at) and (publication.taken_down_at is null or publication.taken_down_at > at)
$function$;

CREATE OR REPLACE FUNCTION public.publication_told(template text, about text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when template in ('finalist', 'notSelected') or about = 'nomination' then 'finalists'
    when template = 'outcome' or about = 'winner' then 'winner'
  end
$function$;

CREATE OR REPLACE FUNCTION public.publications_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from confidential_notices c where c.decision_id = new.decision_id)
    and exists (select from decision_entries e where e.decision_id = new.decision_id
      and not exists (select from namings g where g.nomination_id = e.nomination_id and g.answer = 'agreed'))
  then raise exception 'somebody nominated has not agreed to be named' using errcode = 'check_violation', constraint = 'publications_agreed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.publications_in_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.approved_at is not null and new.approved_for is distinct from old.approved_for)
      or (old.moved_at is not null and new.moved_at = old.moved_at and new.moved_for is distinct from old.moved_for)
      or (new.approved_for is not null and old.approved_for is null
        and stands_in_for(new.approved_by, new.approved_for, new.approved_at) is not true)
      or (new.moved_for is not null and new.moved_for is distinct from old.moved_for
        and stands_in_for(new.moved_by, new.moved_for, new.moved_at) is not true) then
    raise exception 'approved in the place of somebody who is not stood in for' using errcode = 'check_violation', constraint = 'publications_in_place';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.publications_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.edition_id, new.kind, new.decision_id, new.texts, new.statements, new.release, new.correction)
    is distinct from (old.edition_id, old.kind, old.decision_id, old.texts, old.statements, old.release, old.correction)
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.pressed_at is not null and new.pressed_at is distinct from old.pressed_at)
    or (old.taken_down_at is not null and new.taken_down_at is distinct from old.taken_down_at)
    or (new.publish_at <> old.publish_at and not (
      (old.approved_at is null and new.approved_at = new.publish_at and new.release = 'approval')
      or (old.pressed_at is null and new.pressed_at = new.publish_at and (old.held_at is not null or new.publish_at < old.publish_at))
      or (old.moved_at is null and new.moved_at is not null and new.publish_at = old.move_to
        and (new.move_to, new.move_by) = (old.move_to, old.move_by) and old.approved_at is not null and old.release <> 'approval'
        and old.pressed_at is null and old.held_at is null and old.stopped_at is null
        and new.moved_at < least(old.publish_at, new.publish_at) - interval '10 seconds')))
  then raise exception 'a publication stays as it was prepared' using errcode = '23514', constraint = 'publications_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_practice(by_whom text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  mine practice_run;
  waiting jsonb;
  t record;
  before integer;
begin
  select * into mine from practice_run for update;
  if mine.id is null then
    raise exception 'this is no practice' using errcode = 'check_violation', constraint = 'practice_run_only';
  end if;
  if mine.purged_at is not null then
    return;
  end if;
  execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
    where (schemaname = 'public' and tablename not in ('migrations', 'practice_run'))
      or (schemaname = 'graphile_worker' and tablename like '\_private\_%'));
  -- A table comes after those that it refers to, in whatever order that is.
  waiting := mine.reference;
  while waiting <> '{}' loop
    before := (select count(*) from jsonb_object_keys(waiting));
    for t in select key as name, value as held from jsonb_each(waiting) loop
      begin
        execute format('insert into %1$I select * from jsonb_populate_recordset(null::%1$I, $1)', t.name) using t.held;
        waiting := waiting - t.name;
      exception when foreign_key_violation then
        null;
      end;
    end loop;
    if before = (select count(*) from jsonb_object_keys(waiting)) then
      raise exception 'the rows of reference cannot be put back: %', waiting;
    end if;
  end loop;
  update practice_run set purged_at = at, purged_by = by_whom;
end $function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.quorum_of(edition uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(e.quorum, greatest(3, ((select count(*) from seats s
    where s.edition_id = e.id and s.role <> 'deputy' and s.called_in_at is null) + 1) / 2))::integer
  from editions e where e.id = edition
$function$;

CREATE OR REPLACE FUNCTION public.reach_by_rule(edition uuid, grounds text[])
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select (array['application', 'choices', 'edition'])[max(array_position(array['application', 'choices', 'edition'],
      coalesce(e.recusal_reach, default_recusal_reach()) ->> ground))]
  from editions e, unnest(case when cardinality(grounds) > 0 then grounds else array['H12'] end) ground
  where e.id = edition
$function$;

CREATE OR REPLACE FUNCTION public.reading_places_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from reading_places where ballot_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.received_applications_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_erasing() then
    return new;
  end if;
  if old.approved_at is not null or old.declined_at is not null
      or (to_jsonb(new) - array['approved_by', 'approved_at', 'declined_by', 'declined_at', 'nomination_id'])
        <> (to_jsonb(old) - array['approved_by', 'approved_at', 'declined_by', 'declined_at', 'nomination_id']) then
    raise exception 'what was registered is answered once and never rewritten' using errcode = 'check_violation', constraint = 'received_applications_stay';
  end if;
  if new.approved_at is not null and not exists (select from received_files f where f.received_id = new.id) then
    raise exception 'nothing is approved without its original' using errcode = 'check_violation', constraint = 'received_applications_original';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.received_files_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not is_erasing() and exists (select from received_applications r where r.id = coalesce(new.received_id, old.received_id) and r.approved_at is not null) then
    raise exception 'the original of an approved application stays' using errcode = 'check_violation', constraint = 'received_files_stay';
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.recusal_decisions_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.rule_reach := reach_by_rule(new.edition_id, (
    select d.grounds from declarations d
    where d.nomination_id = new.nomination_id and d.person_id = new.person_id and d.answer <> 'none'
    order by d.standing_order desc limit 1));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.recusal_decisions_stand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if exists (select from recusal_decisions d where d.nomination_id = new.nomination_id and d.person_id = new.person_id and d.reach = 'edition') then
    perform forget_wide_standings(new.person_id, new.edition_id);
    perform refresh_standings(null, new.person_id, new.edition_id);
  else
    perform refresh_standings(new.nomination_id, new.person_id, new.edition_id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refresh_standings(nomination uuid, person uuid, edition uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into standings
    select * from standings_now now
    where (nomination is null or now.nomination_id = nomination) and (person is null or now.person_id = person)
      and (nomination is not null or now.nomination_id in (select id from nominations where edition_id = edition))
  on conflict (person_id, nomination_id) do update
    set standing = excluded.standing, reach = excluded.reach, because = excluded.because;
$function$;

CREATE OR REPLACE FUNCTION public.refuse_changed_answer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.answer is not null and (new.answer, new.answered_at, new.answered_name, new.answered_title, new.content_sha256, new.kind, new.organisation, new.nomination_id)
    is distinct from (old.answer, old.answered_at, old.answered_name, old.answered_title, old.content_sha256, old.kind, old.organisation, old.nomination_id) then
    raise exception 'an answer is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_closed_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  open boolean;
begin
  if tg_op = 'DELETE' and is_erasing() then
    return old;
  end if;
  if tg_table_name = 'answers' then
    open := part_is_open(new.nomination_id, 'question', new.question_id);
  elsif tg_op = 'DELETE' then
    open := part_is_open(old.nomination_id, 'documents');
  elsif tg_table_name = 'documents' then
    open := part_is_open(new.nomination_id, 'documents');
  else
    open := part_is_open(new.id, 'applicant');
  end if;
  if not open then
    raise exception 'this part of a returned application is closed'
      using errcode = 'check_violation', constraint = 'return_parts_closed';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.rejection_proposals_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_erasing() then
    return new;
  end if;
  if old.approved_at is not null or old.declined_at is not null or old.lapsed
      or (new.edition_id, new.nomination_id, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.edition_id, old.nomination_id, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed rejection is answered once and never rewritten' using errcode = 'check_violation', constraint = 'rejection_proposals_stay';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.reminder_days_are_valid(days jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_typeof(days) = 'object' and not exists (select from jsonb_each(days) chosen (kind, list)
    where kind not in ('ballots', 'declarations', 'statements', 'ceremony') or jsonb_typeof(list) <> 'array' or not list <@ '[14, 7, 3, 1]')
$function$;

CREATE OR REPLACE FUNCTION public.result_is_down(edition uuid, what text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from publications p where p.edition_id = edition and p.kind = what and p.taken_down_at <= at)
    and not outcome_is_public(edition, what, at)
$function$;

CREATE OR REPLACE FUNCTION public.resume_reminder(edition uuid, what text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with gone as (delete from reminder_orders where edition_id = edition and kind = what and remind_at = at and goes_at is null returning 1)
  select exists (select from gone)
$function$;
-- may be run by: app

CREATE OR REPLACE FUNCTION public.retention_due(at timestamp with time zone)
 RETURNS TABLE(rule text, subject_id uuid, edition_id uuid, due_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
  with found as (
    select r.name, n.id as subject_id, n.edition_id,
      case when r.name = 'drafts' then greatest(application_closes_at(n, e.closes_at) + r.keep,
          (select w.warned_at + interval '14 days' from draft_warnings w where w.nomination_id = n.id))
        else e.ended_at + r.keep end as due_at
    from retention_rules r cross join nominations n join editions e on e.id = n.edition_id
    where r.subject = 'nomination' and case r.name
      when 'drafts' then n.submission_count = 0 and (n.state = 'withdrawn' or exists (select from draft_warnings w where w.nomination_id = n.id))
      when 'notNominated' then n.submission_count > 0 and not is_nominated(n.state)
      else is_nominated(n.state) end
    union all
    select r.name, e.id, e.id, e.ended_at + r.keep from retention_rules r cross join editions e where r.subject = 'edition'
    union all
    select r.name, p.id, null, last_used(p) + r.keep from retention_rules r cross join people p
    where r.subject = 'person' and not in_use(p.id, at)
    union all
    select r.name, '00000000-0000-0000-0000-000000000000', null, least(
        (select min(e.at) from audit_events e join audit_details d on d.event_id = e.id where is_access(e.subject_type, e.event)),
        (select min(l.created_at) from letters l where l.edition_id is null)) + r.keep
    from retention_rules r where r.subject = 'service'
    union all
    select r.name, b.id, null, b.asked_at + r.keep from retention_rules r cross join barriers b where r.subject = 'barrier'
    union all
    select r.name, o.id, null, prize_year_end(o.year) + r.keep from retention_rules r cross join old_applications o
    where r.subject = 'oldApplication' and o.nominated = (r.name = 'oldNominated')
    union all
    -- one that became an application goes with that
    select r.name, a.id, a.edition_id, e.ended_at + r.keep from retention_rules r cross join received_applications a join editions e on e.id = a.edition_id
    where r.subject = 'received' and a.nomination_id is null
  ), last as (
    select x.rule, x.subject_id, max(x.erased_at) as erased_at from erasures x where x.rule <> 'accessLog' group by x.rule, x.subject_id
  )
  select f.name, f.subject_id, f.edition_id, greatest(f.due_at, l.erased_at + r.keep)
  from found f join retention_rules r on r.name = f.name left join last l on l.rule = f.name and l.subject_id = f.subject_id
  where f.due_at <= at and (l.erased_at is null or l.erased_at + r.keep <= at and came_since(f.name, f.subject_id))
  order by 4, f.name, f.subject_id
$function$;

CREATE OR REPLACE FUNCTION public.role_grants_substitute()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  leader role_grants;
begin
  if tg_op = 'UPDATE' then
    -- What was said when the role was given stays, so that no chain can come later.
    if new.substitute_for is distinct from old.substitute_for or (new.person_id, new.role) <> (old.person_id, old.role)
        or new.edition_id is distinct from old.edition_id then
      raise exception 'a role stays whose and what it was given as' using errcode = 'check_violation', constraint = 'role_grants_stay';
    end if;
    return new;
  end if;
  if new.substitute_for is null then return new; end if;
  -- Held until this one is there: the leader's role does not end in between.
  select * into leader from role_grants where id = new.substitute_for for share;
  if leader.role is distinct from 'leader' or leader.person_id = new.person_id or leader.substitute_for is not null
      or leader.edition_id is distinct from new.edition_id or leader.until_at <= new.from_at then
    raise exception 'a substitute is another''s, of a leader of the same years who is no substitute'
      using errcode = 'check_violation', constraint = 'role_grants_substitute';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.rules_part_versioned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform demand_rules_version(coalesce(new.edition_id, old.edition_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.rules_versions_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if old.content is not null then
      raise exception 'a version of the rules stays as it was' using errcode = 'check_violation', constraint = 'rules_versions_stay';
    end if;
    return new;
  end if;
  new.made_in := pg_current_xact_id();
  if new.version <> coalesce((select max(version) from rules_versions where edition_id = new.edition_id), 0) + 1 then
    raise exception 'versions follow one another' using errcode = 'check_violation', constraint = 'rules_versions_follow';
  end if;
  if new.version > 1 and not exists (select from editions where id = new.edition_id and state in ('announced', 'closed')) then
    raise exception 'once the judging has begun, the rules stay' using errcode = 'check_violation', constraint = 'rules_versions_in_time';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.runs_year(person uuid, edition uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from role_grants g where g.person_id = person and g.role in ('secretary', 'leader')
    and (g.edition_id is null or g.edition_id = edition) and (g.until_at is null or g.until_at > at))
$function$;

CREATE OR REPLACE FUNCTION public.searchable(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (to_tsvector('norwegian'::regconfig, words) || to_tsvector('simple'::regconfig, words));

CREATE OR REPLACE FUNCTION public.secretariats_do_not_apply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from people where id = new.person_id for update;
  if applies_to_year(new.person_id, new.edition_id) then
    raise exception 'whoever applies to a year does not run it' using errcode = 'check_violation', constraint = 'role_grants_apart';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.send_only_readable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from documents d where d.id = new.document_id and document_readable(d.sha256)) then
    raise exception 'a document that is not safe cannot be sent in'
      using errcode = 'check_violation', constraint = 'submission_documents_readable';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.stands_in_for(substitute uuid, leader uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from role_grants s join role_grants l on l.id = s.substitute_for
    where s.person_id = substitute and l.person_id = leader and s.from_at <= at and (s.until_at is null or at < s.until_at)
      and l.from_at <= at and (l.until_at is null or at < l.until_at))
$function$;

CREATE OR REPLACE FUNCTION public.statements_keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'UPDATE' and (new.nb, new.nn) is distinct from (old.nb, old.nn) then
    if new.version <> old.version + 1 then
      raise exception 'a new text is a new version' using errcode = 'check_violation', constraint = 'statements_version';
    end if;
    if new.approved_at is not null and new.approved_at is not distinct from old.approved_at then
      raise exception 'an approval falls with its text' using errcode = 'check_violation', constraint = 'statements_approval_falls';
    end if;
  end if;
  insert into statement_versions (nomination_id, version, nb, nn, written_by, written_at, approved_by, approved_at)
    values (new.nomination_id, new.version, new.nb, new.nn, new.written_by, new.written_at, new.approved_by, new.approved_at)
  on conflict (nomination_id, version) do update set
    approved_by = coalesce(excluded.approved_by, statement_versions.approved_by),
    approved_at = coalesce(excluded.approved_at, statement_versions.approved_at);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.stays_by_name(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select exists (select from seat_holders h where h.person_id = person and h.confirmed_at is not null)
    or exists (select from role_grants g where g.person_id = person)
$function$;

CREATE OR REPLACE FUNCTION public.tells_not_nominated(batch uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from letter_batches b where b.id = batch and b.recipients ->> 'audience' = 'notNominated')
$function$;

CREATE OR REPLACE FUNCTION public.tells_what_is_taken_down(letter letters)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from publications p
    where p.edition_id = letter.edition_id and p.taken_down_at >= letter.created_at
      and p.kind = publication_told(letter.template, (select b.about from letter_batches b where b.id = letter.batch_id)))
$function$;

CREATE OR REPLACE FUNCTION public.two_administrators_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.role <> 'administrator' or old.until_at is not null or new.until_at is null or new.until_at <= old.from_at then
    return new;
  end if;
  -- Two who end each other at once must see one another: the second counts after the first has committed.
  perform pg_advisory_xact_lock(hashtextextended('administrators', 0));
  if (select count(distinct g.person_id) from role_grants g join people p on p.id = g.person_id
      where g.role = 'administrator' and g.id <> old.id and g.until_at is null and g.from_at <= new.until_at and p.removed_at is null) < 2 then
    raise exception 'fewer than two administrators would remain' using errcode = 'check_violation', constraint = 'role_grants_two_administrators';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.year_was_cancelled(e editions)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select e.state = 'cancelled' or (e.state = 'archived'
    and not exists (select from publications p where p.edition_id = e.id and p.kind = 'winner' and p.applied_at is not null))
$function$;

CREATE OR REPLACE FUNCTION public.years_with_a_part(person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select array(
    select h.edition_id from seat_holders h where h.person_id = person and h.until_at is null
    union
    select n.edition_id from nomination_members m join nominations n on n.id = m.nomination_id
    where m.person_id = person and m.removed_at is null and n.state not in ('draft', 'withdrawn'))
$function$;
