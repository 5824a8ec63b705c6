-- Applications of years that are over, as they came by mail or in the post: for the archive, and for whoever sent them. They are in a table of
-- their own, so that no count, outcome or page of that year can hold them.

create table old_applications (
  id uuid primary key default uuidv7(),
  year integer not null check (year >= 2011),
  applicant_kind text not null check (applicant_kind in ('municipality', 'district', 'enterprise', 'cooperation')),
  organisation_name text not null check (organisation_name <> ''),
  organisation_key text not null,
  organisation_number text check (organisation_number_is_valid(organisation_number)),
  unit_name text not null default '',
  -- how long it is kept depends on it
  nominated boolean not null,
  came_by text not null check (came_by in ('post', 'email', 'other')),
  -- the day on which it came to the secretariat
  received_on date not null,
  note text not null default '',
  -- who may read it among the earlier applications of the organisation: whoever signs in with this address
  reader_email text check (reader_email <> ''),
  registered_by uuid not null references people (id),
  registered_at timestamptz not null,
  -- registered by mistake: its files are gone, and nobody reads it any more
  struck_by uuid references people (id),
  struck_at timestamptz,
  constraint old_applications_struck check ((struck_by is null) = (struck_at is null))
);
create index old_applications_year on old_applications (year);
create index old_applications_reader on old_applications (reader_email) where reader_email is not null;
revoke delete on old_applications from app;

create table old_application_files (
  id uuid primary key default uuidv7(),
  application_id uuid not null references old_applications (id),
  name text not null check (name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null references stored_files (sha256),
  metadata_removed boolean not null,
  added_by uuid not null references people (id),
  added_at timestamptz not null,
  constraint old_application_files_name unique (application_id, name)
);
create index old_application_files_sha256 on old_application_files (sha256);
revoke update on old_application_files from app;

create function old_applications_stay() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null
      or (to_jsonb(new) - array['reader_email', 'struck_by', 'struck_at']) <> (to_jsonb(old) - array['reader_email', 'struck_by', 'struck_at']) then
    raise exception 'what was registered is struck out or stays' using errcode = 'check_violation', constraint = 'old_applications_stay';
  end if;
  return new;
end $$;
create trigger old_applications_stay before update on old_applications for each row execute function old_applications_stay();

-- A file goes with the whole: when it is struck out, or erased.
create function old_application_files_stay() returns trigger language plpgsql as $$
begin
  if not is_erasing() and not exists (select from old_applications o where o.id = old.application_id and o.struck_at is not null) then
    raise exception 'the files of an old application stay' using errcode = 'check_violation', constraint = 'old_application_files_stay';
  end if;
  return old;
end $$;
create trigger old_application_files_stay before delete on old_application_files for each row execute function old_application_files_stay();

-- When a year of the prize was over: by the service where it kept the year, else with the year itself.
create function prize_year_end(y integer) returns timestamptz language sql stable as $$
  select case when exists (select from editions e where e.year = y) then (select e.ended_at from editions e where e.year = y)
    else make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'Europe/Oslo') end
$$;

-- The schedule: as long as the applications that came by the form.
alter table retention_rules drop constraint retention_rules_subject_check,
  add constraint retention_rules_subject_check check (subject in ('nomination', 'edition', 'person', 'service', 'barrier', 'oldApplication'));
insert into retention_rules (name, position, subject, since, keep)
select names.old_name, names.position, 'oldApplication', 'end', r.keep
from retention_rules r join (values ('nominated', 'oldNominated', 12), ('notNominated', 'oldOthers', 13)) as names (name, old_name, position) on names.name = r.name;

-- What the schedule says goes at `at`, and since when: with one line more: old applications by the end of their year.
create or replace function retention_due(at timestamptz) returns table (rule text, subject_id uuid, edition_id uuid, due_at timestamptz)
language sql stable as $$
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
  )
  select f.name, f.subject_id, f.edition_id, f.due_at from found f
  where f.due_at <= at and (f.name = 'accessLog' or not exists (select from erasures x where x.rule = f.name and x.subject_id = f.subject_id))
  order by f.due_at, f.name, f.subject_id
$$;

-- What erases, with one more branch: `oldNominated` and `oldOthers`.
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
    when 'barriers' then
      counts := erase_rows(counts, 'letters', 'delete from letters where key = ''barrier:'' || $1', subject);
      counts := erase_rows(counts, 'barriers', 'delete from barriers where id = $1', subject);
    when 'oldNominated', 'oldOthers' then
      counts := erase_rows(counts, 'old_application_files', 'delete from old_application_files where application_id = $1', subject);
      counts := erase_rows(counts, 'old_applications', 'delete from old_applications where id = $1', subject);
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
