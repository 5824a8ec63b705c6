-- Whoever is erased is in the log by name nowhere: not for what they did as applicants, whatever it was about, and not for anything else.

-- Whoever judged or decided stays by name: that they held the office is public.
create function stays_by_name(person uuid) returns boolean language sql stable set search_path = public as $$
  select exists (select from seat_holders h where h.person_id = person and h.confirmed_at is not null)
    or exists (select from role_grants g where g.person_id = person)
$$;

-- Who wanted to write along: with an application, or, declined or never answered, with the organisation in its year.
create function asked_to_join(nomination uuid) returns setof uuid language sql stable set search_path = public as $$
  select j.id from join_requests j join nominations n on n.id = nomination
  where j.nomination_id = n.id or j.nomination_id is null and j.edition_id = n.edition_id and j.organisation_key = n.organisation_key
$$;

-- The people behind an application, what they wrote to each other and what was written to them: with what they objected to, what they
-- answered about being named, and who was not let in.
create or replace function erase_contacts(counts jsonb, subject uuid) returns jsonb language plpgsql as $$
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
  return erase_rows(counts, 'received_applications', 'update received_applications set contact_name = ''-'', contact_email = ''-'', reason = ''-''
    where nomination_id = $1', subject);
end $$;

-- Whoever judged or decided stays by name, in the log as elsewhere. Everybody else is nobody any more.
create or replace function erase_account(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
begin
  counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
    and (e.subject_type = ''person'' and e.subject_id = $1 or d.actor_id = $1 and not stays_by_name($1))', subject);
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
    name = case when stays_by_name(p.id) then p.name else '''' end where p.id = $1', subject, at);
end $$;
