-- A leader can be named the substitute of another: may approve at all times, but is asked first when that one has been silent for a while.
alter table role_grants
  add column substitute_for uuid references role_grants (id),
  add constraint role_grants_substitute_leads check (substitute_for is null or role = 'leader');
create index role_grants_substitute on role_grants (substitute_for) where substitute_for is not null;

create function role_grants_substitute() returns trigger language plpgsql as $$
declare
  leader role_grants;
begin
  if tg_op = 'UPDATE' then
    -- What was said when the role was given stays, so that no chain can come later.
    if new.substitute_for is distinct from old.substitute_for or (new.person_id, new.role) <> (old.person_id, old.role)
        or new.edition_id is distinct from old.edition_id then
      raise exception 'a role stays whose and what it was given as' using errcode = 'check_violation', constraint = 'role_grants_stay';
    end if;
    return new;
  end if;
  if new.substitute_for is null then return new; end if;
  -- Held until this one is there: the leader's role does not end in between.
  select * into leader from role_grants where id = new.substitute_for for share;
  if leader.role is distinct from 'leader' or leader.person_id = new.person_id or leader.substitute_for is not null
      or leader.edition_id is distinct from new.edition_id or leader.until_at <= new.from_at then
    raise exception 'a substitute is another''s, of a leader of the same years who is no substitute'
      using errcode = 'check_violation', constraint = 'role_grants_substitute';
  end if;
  return new;
end $$;
create trigger role_grants_substitute before insert or update on role_grants for each row execute function role_grants_substitute();

-- In whose place a substitute approved a publication, or another moment for it.
alter table publications
  add column approved_for uuid references people (id),
  add column moved_for uuid references people (id);

create function stands_in_for(substitute uuid, leader uuid, at timestamptz) returns boolean stable language sql as $$
  select exists (select from role_grants s join role_grants l on l.id = s.substitute_for
    where s.person_id = substitute and l.person_id = leader and s.from_at <= at and (s.until_at is null or at < s.until_at)
      and l.from_at <= at and (l.until_at is null or at < l.until_at))
$$;
-- Only in the place of somebody whose substitute one is at that time, and once said it stays.
create function publications_in_place() returns trigger language plpgsql as $$
begin
  if (old.approved_at is not null and new.approved_for is distinct from old.approved_for)
      or (old.moved_at is not null and new.moved_at = old.moved_at and new.moved_for is distinct from old.moved_for)
      or (new.approved_for is not null and old.approved_for is null
        and stands_in_for(new.approved_by, new.approved_for, new.approved_at) is not true)
      or (new.moved_for is not null and new.moved_for is distinct from old.moved_for
        and stands_in_for(new.moved_by, new.moved_for, new.moved_at) is not true) then
    raise exception 'approved in the place of somebody who is not stood in for' using errcode = 'check_violation', constraint = 'publications_in_place';
  end if;
  return new;
end $$;
create trigger publications_in_place before update of approved_at, approved_by, approved_for, moved_for on publications
  for each row execute function publications_in_place();
