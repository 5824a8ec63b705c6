-- What people without an account left here is erased as everything else is: by one function, as an event of the chain and with a tombstone,
-- whether its time is over, they ask for it themselves, or the secretariat takes it away.

-- Some of the schedule goes by itself, as soon as its time is over, and earlier for whoever asks; the rest waits for a person.
alter table retention_rules
  add column by_itself boolean not null default false,
  drop constraint retention_rules_keep_check,
  add constraint retention_rules_keep_check check (keep > interval '0' or by_itself and keep = interval '0'),
  drop constraint retention_rules_since_check,
  add constraint retention_rules_since_check check (since in ('deadline', 'end', 'use', 'event', 'ceremony')),
  drop constraint retention_rules_subject_check,
  add constraint retention_rules_subject_check check (subject in ('nomination', 'edition', 'person', 'service', 'barrier', 'oldApplication',
    'guest', 'reminder', 'recipient', 'question', 'asked', 'struck'));
insert into retention_rules (name, position, subject, since, keep, by_itself) values
  ('guests', 14, 'guest', 'ceremony', interval '14 days', true),
  ('reminders', 15, 'reminder', 'deadline', interval '0', true),
  ('callList', 16, 'recipient', 'deadline', interval '0', true),
  ('unsubscribed', 17, 'recipient', 'event', interval '0', true),
  ('askers', 18, 'question', 'deadline', interval '0', true),
  ('sources', 19, 'asked', 'event', interval '1 day', true),
  ('struckOld', 20, 'struck', 'event', interval '0', true);

-- Nothing of it by hand, and neither the schedule nor what has been written down of it: new tables come with every right.
revoke insert, update, delete on retention_rules, erasures from app;
revoke update, delete on draft_warnings from app;
revoke delete on ceremony_guests, call_reminders, call_recipients, old_application_files from app;

alter table call_reminders alter column source_hash drop not null;

-- Behind a link in a letter: what is kept of whoever asked or told without signing in, and that it goes. It goes with what it is about.
create table own_links (
  token_hash bytea primary key,
  rule text not null references retention_rules (name) check (rule in ('askers', 'barriers')),
  subject_id uuid not null
);
create index own_links_subject on own_links (subject_id);
revoke update, delete on own_links from app;

-- In a copy that is made to forget again it is not known who had struck it out.
alter table old_applications drop constraint old_applications_struck,
  add constraint old_applications_struck check (struck_by is null or struck_at is not null);

create or replace function old_applications_stay() returns trigger language plpgsql as $$
begin
  if not is_erasing() and (old.struck_at is not null
      or (to_jsonb(new) - array['reader_email', 'struck_by', 'struck_at']) <> (to_jsonb(old) - array['reader_email', 'struck_by', 'struck_at'])) then
    raise exception 'what was registered is struck out or stays' using errcode = 'check_violation', constraint = 'old_applications_stay';
  end if;
  return new;
end $$;

create or replace function old_application_files_stay() returns trigger language plpgsql as $$
begin
  if not is_erasing() then
    raise exception 'the files of an old application stay' using errcode = 'check_violation', constraint = 'old_application_files_stay';
  end if;
  return old;
end $$;

-- What came by the forms that are open to everybody, and of which year it is.
create view asked_openly as
  select id, edition_id, source_hash, asked_real_at from ceremony_guests
  union all select id, edition_id, source_hash, asked_real_at from call_reminders
  union all select id, edition_id, source_hash, asked_real_at from call_questions
  union all select id, null, source_hash, asked_real_at from barriers;
revoke insert, update, delete on asked_openly from app;

-- Letters that have not arrived do not go, and are not sent again; one that the mail server is just being asked to take is not tried again.
create function drop_letters(keys text[]) returns void language sql as $$
  update letters set state = case state when 'queued' then 'failed' else state end, error = 'outdated' where key = any(keys) and state <> 'sent'
$$;

-- Takes address and words out of letters to those who are in our tables no more; what has not arrived does not go.
create function forget_letters(counts jsonb, keys text[]) returns jsonb language plpgsql as $$
declare
  n bigint;
begin
  perform drop_letters(keys);
  update letters set email = '', body = '', unsubscribe_path = null, calendar = null where key = any(keys) and email <> '';
  get diagnostics n = row_count;
  return case when n = 0 then counts else counts || jsonb_build_object('letters', n) end;
end $$;

-- The letters of the mailings of a year to one on its list.
create function list_letters(edition uuid, recipient uuid) returns text[] language sql stable as $$
  select array_agg('batch:' || b.id || ':list_' || recipient) from letter_batches b where b.edition_id = edition
$$;

-- What goes by itself at `at`. A letter that is just being sent is waited for. Limits count real time, and so does what they count.
create function forgetting_due(at timestamptz, real_at timestamptz) returns table (rule text, subject_id uuid) language sql stable as $$
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
$$;

-- What erases, with a branch for each of these; of an old application, the log forgets what it was called, too.
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
  insert into erasures (rule, subject_id, edition_id, erased_at, counts) values (wanted, subject, edition, at, counts)
    on conflict (rule, subject_id) where rule <> 'accessLog' do nothing;
  perform set_config('etikkprisen.erasing', '', true);
  return counts;
end $$;

-- What the service may ask for at any time: of those who may ask for it themselves, also whoever told of a barrier, which else waits for a person.
-- Each is erased once, whoever asks; what had gone already is not returned.
-- Locked in this order, everywhere: the year, the rule, the rows.
create function forget(wanted text, subjects uuid[], at timestamptz) returns table (subject_id uuid, edition_id uuid, counts jsonb)
language plpgsql security definer set search_path = public as $$
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
end $$;

revoke execute on function forget(text, uuid[], timestamptz) from public;
grant execute on function forget(text, uuid[], timestamptz) to app;
