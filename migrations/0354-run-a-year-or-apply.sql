-- Whoever runs a year, or approves what is published of it, works on no application to it: the other one is refused, whichever came first.

-- The person is of the secretariat of the year, or its leader: now or later, in this year or in all.
create function runs_year(person uuid, edition uuid, at timestamptz) returns boolean stable parallel safe language sql as $$
  select exists (select from role_grants g where g.person_id = person and g.role in ('secretary', 'leader')
    and (g.edition_id is null or g.edition_id = edition) and (g.until_at is null or g.until_at > at))
$$;

-- The year, or with null some year that has not ended, to which the person works on an application; a draft is one.
create function applies_to_year(person uuid, edition uuid) returns boolean stable parallel safe language sql as $$
  select exists (select from nomination_members m join nominations n on n.id = m.nomination_id join editions e on e.id = n.edition_id
    where m.person_id = person and m.removed_at is null and n.state <> 'withdrawn'
      and case when edition is null then e.ended_at is null else e.id = edition end)
$$;

create function applicants_run_no_year() returns trigger language plpgsql as $$
begin
  -- A role that is being given to the same person holds the row: each waits for the other, and reads what it did.
  perform from people where id = new.person_id for key share;
  if runs_year(new.person_id, (select edition_id from nominations where id = new.nomination_id), new.added_at) then
    raise exception 'whoever runs a year does not apply to it' using errcode = 'check_violation', constraint = 'nomination_members_apart';
  end if;
  return new;
end $$;
create trigger nomination_members_apart before insert on nomination_members for each row
  when (new.removed_at is null) execute function applicants_run_no_year();

create function secretariats_do_not_apply() returns trigger language plpgsql as $$
begin
  perform from people where id = new.person_id for update;
  if applies_to_year(new.person_id, new.edition_id) then
    raise exception 'whoever applies to a year does not run it' using errcode = 'check_violation', constraint = 'role_grants_apart';
  end if;
  return new;
end $$;
create trigger role_grants_apart before insert on role_grants for each row
  when (new.role in ('secretary', 'leader')) execute function secretariats_do_not_apply();
