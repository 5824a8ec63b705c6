-- Reasons are written about people: why somebody was late, what was missing, what spoke against a juror. They go with the people behind the
-- application; that it was so, when and by whom, stays. '-' stands where a reason was.

create or replace function deadline_extensions_guard() returns trigger language plpgsql as $$
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
end $$;

create or replace function rejection_proposals_guard() returns trigger language plpgsql as $$
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
end $$;

create or replace function objections_guard() returns trigger language plpgsql as $$
begin
  if is_erasing() then
    return new;
  end if;
  if old.answered_at is not null or (new.edition_id, new.nomination_id, new.made_by, new.made_at) is distinct from (old.edition_id, old.nomination_id, old.made_by, old.made_at)
      or new.about_id is distinct from old.about_id then
    raise exception 'an objection is answered once and never rewritten' using errcode = 'check_violation', constraint = 'objections_stay';
  end if;
  return new;
end $$;

-- What was written in the course of the case, in the tables and in the log. What was decided in the meeting stands in the protocol, and stays.
create function erase_reasons(counts jsonb, subject uuid) returns jsonb language plpgsql as $$
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
end $$;
revoke execute on function erase_reasons(jsonb, uuid) from public;

-- The people behind an application, what they wrote to each other, what was written to them, and the reasons that were written of them.
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
  counts := erase_reasons(counts, subject);
  return erase_rows(counts, 'received_applications', 'update received_applications set contact_name = ''-'', contact_email = ''-'', reason = ''-''
    where nomination_id = $1', subject);
end $$;
