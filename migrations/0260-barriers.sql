-- Something in the service that somebody could not use: anybody tells of it without signing in, the secretariat answers.

create table barriers (
  id uuid primary key default uuidv7(),
  -- as it was told, for the secretariat alone
  told text not null check (btrim(told) <> ''),
  -- where it was, as far as whoever told it knows
  page text not null default '',
  language text not null check (language in ('nb', 'nn', 'en')),
  -- for one letter with the answer
  email text check (email <> ''),
  -- who told from where, to know when it is too often; in real time, like all limits, and forgotten the day after
  source_hash bytea,
  asked_real_at timestamptz not null,
  asked_at timestamptz not null,
  -- the words of the letter that was sent to `email`; null where it was closed without one
  answer text check (btrim(answer) <> ''),
  closed_by uuid references people (id),
  closed_at timestamptz,
  constraint barriers_closed check ((closed_by is null) = (closed_at is null) and (closed_at is not null or answer is null)),
  constraint barriers_answered check (answer is null or email is not null)
);
create index barriers_asked on barriers (asked_real_at);
revoke delete on barriers from app;

create function barriers_stay() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null and (to_jsonb(new) - 'source_hash') <> (to_jsonb(old) - 'source_hash')
      or (to_jsonb(new) - array['source_hash', 'answer', 'closed_by', 'closed_at']) <> (to_jsonb(old) - array['source_hash', 'answer', 'closed_by', 'closed_at'])
      or new.source_hash is distinct from old.source_hash and new.source_hash is not null then
    raise exception 'what was told is answered once and never rewritten' using errcode = 'check_violation', constraint = 'barriers_stay';
  end if;
  return new;
end $$;
create trigger barriers_stay before update on barriers for each row execute function barriers_stay();

-- The schedule: each of them goes a year after it was told, with the letter that answered it.
alter table retention_rules drop constraint retention_rules_subject_check,
  add constraint retention_rules_subject_check check (subject in ('nomination', 'edition', 'person', 'service', 'barrier'));
insert into retention_rules (name, position, subject, since, keep) values ('barriers', 11, 'barrier', 'event', interval '12 months');

-- What the schedule says goes at `at`, and since when: with one line more.
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
  )
  select f.name, f.subject_id, f.edition_id, f.due_at from found f
  where f.due_at <= at and (f.name = 'accessLog' or not exists (select from erasures x where x.rule = f.name and x.subject_id = f.subject_id))
  order by f.due_at, f.name, f.subject_id
$$;

-- What erases, with one more branch: `barriers`.
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
