-- Whoever has an account deletes it themselves, unless something here still needs them: then they are told what, and until when.

-- What holds somebody here: a role, a seat, an application of a year that is not over, a region.
create function account_bonds(person uuid, at timestamptz) returns table (kind text, name text, year integer, until_at timestamptz)
language sql stable set search_path = public as $$
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
$$;

-- The schedule asks the same.
create or replace function in_use(person uuid, at timestamptz) returns boolean language sql stable as $$
  select exists (select from account_bonds(person, at))
$$;

-- What the service may ask for when somebody wants to be deleted. Null for whoever is gone already. The row is locked first: a role, a seat
-- or an application that is being given meanwhile is seen.
create function erase_own_account(person uuid, at timestamptz) returns jsonb language plpgsql security definer set search_path = public as $$
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
end $$;
revoke execute on function erase_own_account(uuid, timestamptz) from public;
grant execute on function erase_own_account(uuid, timestamptz) to app;
