-- How long what is kept, and how it goes: by this schedule and in no other way. What remains of an erasure is that it was done.

create table retention_rules (
  name text primary key,
  position integer not null constraint retention_rules_position unique,
  -- what one erasure is about
  subject text not null check (subject in ('nomination', 'edition', 'person', 'service')),
  -- from when it is counted
  since text not null check (since in ('deadline', 'end', 'use', 'event')),
  keep interval not null check (keep > interval '0')
);
insert into retention_rules (name, position, subject, since, keep) values
  ('drafts', 1, 'nomination', 'deadline', interval '60 days'),
  ('notNominated', 2, 'nomination', 'end', interval '24 months'),
  ('contacts', 3, 'nomination', 'end', interval '24 months'),
  ('nominated', 4, 'nomination', 'end', interval '10 years'),
  ('scores', 5, 'edition', 'end', interval '12 months'),
  ('declarations', 6, 'edition', 'end', interval '24 months'),
  ('letters', 7, 'edition', 'end', interval '24 months'),
  ('accounts', 8, 'person', 'use', interval '24 months'),
  ('accessLog', 9, 'service', 'event', interval '12 months');
grant select on retention_rules to app;

-- One row for each thing that was erased. A copy of the database from before it has the row not, and is made to forget again.
create table erasures (
  id uuid primary key default uuidv7(),
  rule text not null references retention_rules (name),
  -- the application, the edition or the person; the nil uuid for the service
  subject_id uuid not null,
  edition_id uuid references editions (id),
  erased_at timestamptz not null,
  -- what went, table by table
  counts jsonb not null
);
create unique index erasures_once on erasures (rule, subject_id) where rule <> 'accessLog';
create index erasures_subject on erasures (subject_id);
grant select on erasures to app;

-- That the holders of a draft are told before it goes: without, it stays.
create table draft_warnings (
  nomination_id uuid primary key references nominations (id),
  warned_at timestamptz not null
);
grant select, insert on draft_warnings to app;

-- What of a submission is left once its content is gone: who, when, and the checksum that the receipt names.
alter table submissions add column erased_at timestamptz;

-- By hand, nothing of this can be deleted: only the functions below do, as the owner of the tables.
revoke delete on nominations, answers, letters, ballots, decisions, publications, statements, editions, people,
  nomination_members, role_grants, seat_holders, affiliations, api_tokens, join_requests, objection_texts, declaration_notes,
  ballot_scores, ballot_earlier_scores, help_messages, past_editions from app;

-- Whether the owner erases just now. Anybody can set the setting; only the owner of the tables is also the owner.
create function is_erasing() returns boolean language sql stable as $$
  select coalesce(current_setting('etikkprisen.erasing', true), '') = 'on'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'public.erasures'::regclass)
$$;

create or replace function refuse_closed_part() returns trigger language plpgsql as $$
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
end $$;

create or replace function received_files_guard() returns trigger language plpgsql as $$
begin
  if not is_erasing() and exists (select from received_applications r where r.id = coalesce(new.received_id, old.received_id) and r.approved_at is not null) then
    raise exception 'the original of an approved application stays' using errcode = 'check_violation', constraint = 'received_files_stay';
  end if;
  return coalesce(new, old);
end $$;

create or replace function received_applications_guard() returns trigger language plpgsql as $$
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
end $$;

create or replace function ballot_scores_guard() returns trigger language plpgsql as $$
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
end $$;

-- The last that is known of somebody: what they did, by the log, or that they were let in.
create index audit_details_actor on audit_details (actor_id);
create function last_used(person people) returns timestamptz language sql stable as $$
  select greatest(person.created_at, person.removed_at,
    (select max(e.at) from audit_details d join audit_events e on e.id = d.event_id where d.actor_id = person.id))
$$;
-- Somebody who still has something to do here: a role, a seat, an application of a year that is not over, a region.
create function in_use(person uuid, at timestamptz) returns boolean language sql stable as $$
  select exists (select from role_grants g where g.person_id = person and (g.until_at is null or g.until_at > at))
    or exists (select from seat_holders h join editions e on e.id = h.edition_id where h.person_id = person and h.until_at is null and e.ended_at is null)
    or exists (select from nomination_members m join nominations n on n.id = m.nomination_id join editions e on e.id = n.edition_id
      where m.person_id = person and m.removed_at is null and e.ended_at is null)
    or exists (select from regions r where r.adviser_id = person)
$$;

create function is_nominated(state text) returns boolean language sql immutable as $$
  select state in ('finalist', 'winner', 'honourableMention', 'finalistWithoutPrize')
$$;

-- Signing in and being let in: who came and went. What was decided is not among it.
create function is_access(subject text, event text) returns boolean language sql immutable as $$
  select subject in ('session', 'token') or (subject = 'person' and event in ('create', 'letInAgain', 'download'))
$$;

-- What the schedule says goes at `at`, and since when.
create function retention_due(at timestamptz) returns table (rule text, subject_id uuid, edition_id uuid, due_at timestamptz)
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
  )
  select f.name, f.subject_id, f.edition_id, f.due_at from found f
  where f.due_at <= at and (f.name = 'accessLog' or not exists (select from erasures x where x.rule = f.name and x.subject_id = f.subject_id))
  order by f.due_at, f.name, f.subject_id
$$;

-- Runs one deletion and writes down how many rows went.
create function erase_rows(counts jsonb, what text, statement text, subject uuid, at timestamptz default null) returns jsonb language plpgsql as $$
declare
  n bigint;
begin
  execute statement using subject, at;
  get diagnostics n = row_count;
  return case when n = 0 then counts else counts || jsonb_build_object(what, coalesce((counts ->> what)::bigint, 0) + n) end;
end $$;

-- The people behind an application, what they wrote to each other and what was written to them.
create function erase_contacts(counts jsonb, subject uuid) returns jsonb language plpgsql as $$
begin
  -- What the applicants did, in the log: the decisions of secretariat and jury stay as long as the protocol does.
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
    and e.subject_id in (select $1 union all select id from documents where nomination_id = $1 union all select id from confirmations where nomination_id = $1
      union all select id from join_requests where nomination_id = $1 union all select id from letters where nomination_id = $1)
    and d.actor_id is not null and not exists (select from role_grants g where g.person_id = d.actor_id)', subject);
  counts := erase_rows(counts, 'confirmations', 'delete from confirmations where nomination_id = $1', subject);
  counts := erase_rows(counts, 'adviser_access', 'delete from adviser_access where nomination_id = $1', subject);
  counts := erase_rows(counts, 'contacts', 'delete from contacts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'help_messages', 'delete from help_messages m using help_requests r where r.id = m.request_id and r.nomination_id = $1', subject);
  counts := erase_rows(counts, 'help_requests', 'delete from help_requests where nomination_id = $1', subject);
  counts := erase_rows(counts, 'join_requests', 'delete from join_requests where nomination_id = $1', subject);
  counts := erase_rows(counts, 'letter_batch_seen', 'delete from letter_batch_seen where nomination_id = $1', subject);
  counts := erase_rows(counts, 'presence', 'delete from presence where nomination_id = $1', subject);
  counts := erase_rows(counts, 'revisions', 'delete from revisions where nomination_id = $1', subject);
  counts := erase_rows(counts, 'letters', 'delete from letters where nomination_id = $1', subject);
  counts := erase_rows(counts, 'nomination_members', 'delete from nomination_members where nomination_id = $1', subject);
  return erase_rows(counts, 'received_applications', 'update received_applications set contact_name = ''-'', contact_email = ''-'', reason = ''-''
    where nomination_id = $1', subject);
end $$;

-- What the application says, with its documents and what can be searched of them.
create function erase_content(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
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
  counts := erase_rows(counts, 'return_parts', 'delete from return_parts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'feedbacks', 'delete from feedbacks where nomination_id = $1', subject);
  counts := erase_rows(counts, 'reading_places', 'delete from reading_places p using ballots b where b.id = p.ballot_id and b.nomination_id = $1', subject);
  return erase_rows(counts, 'statement_comments', 'delete from statement_comments where nomination_id = $1', subject);
end $$;

-- A draft that was never sent in leaves nothing.
create function erase_draft(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
begin
  counts := erase_content(erase_contacts(counts, subject), subject, at);
  counts := erase_rows(counts, 'connection_changes', 'delete from connection_changes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'deadline_extensions', 'delete from deadline_extensions where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_reminders', 'delete from draft_reminders where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_warnings', 'delete from draft_warnings where nomination_id = $1', subject);
  counts := erase_rows(counts, 'standings', 'delete from standings where nomination_id = $1', subject);
  return erase_rows(counts, 'nominations', 'delete from nominations where id = $1', subject);
end $$;

-- Whoever judged or decided stays by name: that they held the office is public. Everybody else is nobody any more.
create function erase_account(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
begin
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and e.subject_type = ''person'' and e.subject_id = $1', subject);
  counts := erase_rows(counts, 'letters', 'delete from letters l using people p where p.id = $1 and (l.person_id = p.id or lower(l.email) = p.email)', subject);
  counts := erase_rows(counts, 'sign_in_links', 'delete from sign_in_links l using people p where p.id = $1 and lower(l.email) = p.email', subject);
  counts := erase_rows(counts, 'sessions', 'delete from sessions where person_id = $1', subject);
  counts := erase_rows(counts, 'api_tokens', 'delete from api_tokens where person_id = $1', subject);
  counts := erase_rows(counts, 'kept_forms', 'delete from kept_forms where person_id = $1', subject);
  counts := erase_rows(counts, 'affiliations', 'delete from affiliations where person_id = $1', subject);
  counts := erase_rows(counts, 'join_requests', 'delete from join_requests where person_id = $1', subject);
  counts := erase_rows(counts, 'presence', 'delete from presence where person_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where person_id = $1', subject);
  return erase_rows(counts, 'people', 'update people p set email = ''slettet-'' || p.id || ''@slettet.invalid'', phone = null, removed_at = $2,
    name = case when exists (select from seat_holders h where h.person_id = p.id and h.confirmed_at is not null)
      or exists (select from role_grants g where g.person_id = p.id) then p.name else '''' end where p.id = $1', subject, at);
end $$;

create function erase_now(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql set search_path = public as $$
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

-- What the service may ask for: an erasure that the schedule says is due. Asked twice, or by two at once, the second gets null.
create function erase(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('erase:' || wanted || subject, 0));
  if not exists (select from retention_due(at) d where d.rule = wanted and d.subject_id = subject) then
    return null;
  end if;
  return erase_now(wanted, subject, at);
end $$;

revoke execute on function erase_rows(jsonb, text, text, uuid, timestamptz), erase_contacts(jsonb, uuid), erase_content(jsonb, uuid, timestamptz),
  erase_draft(jsonb, uuid, timestamptz), erase_account(jsonb, uuid, timestamptz), erase_now(text, uuid, timestamptz), erase(text, uuid, timestamptz) from public;
grant execute on function erase(text, uuid, timestamptz) to app;
