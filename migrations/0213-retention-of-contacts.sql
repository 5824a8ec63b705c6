-- What was filed on an application, and to whom letters about it would have gone, goes with the people behind it.

create or replace function erase_contacts(counts jsonb, subject uuid) returns jsonb language plpgsql as $$
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
