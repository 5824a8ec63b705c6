-- Two administrators stay, whoever writes. One who only has the role for a time leaves nobody behind, and neither does one who was shut out.
create function two_administrators_stay() returns trigger language plpgsql as $$
begin
  if old.role <> 'administrator' or old.until_at is not null or new.until_at is null or new.until_at <= old.from_at then
    return new;
  end if;
  -- Two who end each other at once must see one another: the second counts after the first has committed.
  perform pg_advisory_xact_lock(hashtextextended('administrators', 0));
  if (select count(distinct g.person_id) from role_grants g join people p on p.id = g.person_id
      where g.role = 'administrator' and g.id <> old.id and g.until_at is null and g.from_at <= new.until_at and p.removed_at is null) < 2 then
    raise exception 'fewer than two administrators would remain' using errcode = 'check_violation', constraint = 'role_grants_two_administrators';
  end if;
  return new;
end $$;
create trigger role_grants_two_administrators before update on role_grants for each row execute function two_administrators_stay();
