-- An account goes with its letters, and not with those that wait for something else at the same address: what an applicant asks a leader to
-- confirm, the answer to somebody who asked without signing in. Those have no person, and go by the schedule of what they are about.

-- A code to sign in with has no person either before the first time; it is of the account.
create function of_account(l letters, person people) returns boolean stable language sql as $$
  select l.person_id is not distinct from person.id
    or lower(l.email) = person.email and not (l.state = 'queued' and l.person_id is null and l.template <> 'signIn')
$$;

create or replace function erase_account(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
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
end $$;
