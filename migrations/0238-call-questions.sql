-- Questions about the call: anybody asks, the secretariat answers for everybody to read, and who asked is told to nobody.

create table call_questions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  -- as it was asked, for the secretariat alone; '-' once it has been erased
  asked text not null check (btrim(asked) <> ''),
  language text not null check (language in ('nb', 'nn', 'en')),
  -- for a letter with a link, no longer than the call is open
  email text check (email <> ''),
  -- who asked from where, to know when it is too often; in real time, like all limits, and forgotten with the address
  source_hash bytea,
  asked_real_at timestamptz not null,
  asked_at timestamptz not null,
  -- its place among those that are answered in public
  number integer,
  set_aside_by uuid references people (id),
  set_aside_at timestamptz,
  -- what was answered up to this version is not public any more
  taken_down_version integer not null default 0,
  taken_down_by uuid references people (id),
  taken_down_at timestamptz,
  constraint call_questions_number unique (edition_id, number),
  constraint call_questions_set_aside check ((set_aside_by is null) = (set_aside_at is null) and (set_aside_at is null or number is null)),
  constraint call_questions_taken_down check ((taken_down_by is null) = (taken_down_at is null) and (taken_down_at is null) = (taken_down_version = 0)
    and (taken_down_at is null or number is not null))
);
create index call_questions_asked on call_questions (asked_real_at);
create index call_questions_edition on call_questions (edition_id, asked_at);
revoke delete on call_questions from app;

-- What the public reads. Nothing that was said is rewritten: a correction is a new version that says what it corrects.
create table call_answers (
  question_id uuid not null references call_questions (id),
  version integer not null check (version > 0),
  question_nb text not null check (btrim(question_nb) <> ''),
  question_nn text not null check (btrim(question_nn) <> ''),
  answer_nb text not null check (btrim(answer_nb) <> ''),
  answer_nn text not null check (btrim(answer_nn) <> ''),
  -- what is corrected; empty in the first
  change_nb text not null default '',
  change_nn text not null default '',
  answered_by uuid not null references people (id),
  answered_at timestamptz not null,
  primary key (question_id, version),
  constraint call_answers_change check (case version when 1 then change_nb = '' and change_nn = '' else btrim(change_nb) <> '' and btrim(change_nn) <> '' end)
);
revoke update, delete on call_answers from app;

create function call_questions_stay() returns trigger language plpgsql as $$
begin
  if not is_erasing() and (to_jsonb(new) - array['email', 'source_hash', 'number', 'set_aside_by', 'set_aside_at', 'taken_down_version', 'taken_down_by', 'taken_down_at'])
      <> (to_jsonb(old) - array['email', 'source_hash', 'number', 'set_aside_by', 'set_aside_at', 'taken_down_version', 'taken_down_by', 'taken_down_at'])
      or new.email is distinct from old.email and new.email is not null
      or old.number is not null and new.number is distinct from old.number
      or new.taken_down_version < old.taken_down_version then
    raise exception 'what was asked is not rewritten' using errcode = 'check_violation', constraint = 'call_questions_stay';
  end if;
  return new;
end $$;
create trigger call_questions_stay before update on call_questions for each row execute function call_questions_stay();

-- The schedule: what people wrote goes, what was answered in public stays.
insert into retention_rules (name, position, subject, since, keep) values ('questions', 10, 'edition', 'end', interval '24 months');

-- What erases, with one more branch: `questions`.
create or replace function erase_now(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql set search_path = public as $$
declare
  counts jsonb := '{}';
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
    when 'accounts' then
      counts := erase_account(counts, subject, at);
    when 'accessLog' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and is_access(e.subject_type, e.event)
        and ($1 is not null) and e.at <= $2', subject, at - kept);
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id is null and ($1 is not null) and created_at <= $2', subject, at - kept);
  end case;
  insert into erasures (rule, subject_id, edition_id, erased_at, counts) values (wanted, subject, edition, at, counts)
    on conflict (rule, subject_id) where rule <> 'accessLog' do nothing;
  perform set_config('etikkprisen.erasing', '', true);
  return counts;
end $$;
