-- A database in which a practice edition is played. It is one of its own, beside the real one: nothing of it can show anywhere else.
-- Only a database that holds nobody can become one, so that the real one never can; and only one that did can be emptied.

create table practice_run (
  id integer primary key check (id = 1),
  run uuid not null,
  -- of the real edition that it is a copy of
  year integer not null,
  made_by text not null,
  made_at timestamptz not null,
  -- what the tables held before: their own rows of reference, by table
  reference jsonb not null,
  -- emptied; the row itself goes once the real service has written down by whom
  purged_at timestamptz,
  purged_by text,
  constraint practice_run_purged check ((purged_at is null) = (purged_by is null))
);
revoke insert, update, delete, truncate on practice_run from app;

create function begin_practice(edition_year integer, by_whom text, at timestamptz) returns uuid
language plpgsql security definer set search_path = public as $$
declare
  t record;
  held jsonb;
  kept jsonb := '{}';
  made uuid := gen_random_uuid();
begin
  lock table people, editions, audit_events in share row exclusive mode;
  if exists (select from people) or exists (select from editions) or exists (select from audit_events) then
    raise exception 'only an empty database becomes a practice' using errcode = 'check_violation', constraint = 'practice_run_empty';
  end if;
  for t in select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'practice_run') order by 1 loop
    execute format('select jsonb_agg(to_jsonb(x)) from %I x', t.name) into held;
    if held is not null then
      kept := kept || jsonb_build_object(t.name, held);
    end if;
  end loop;
  insert into practice_run (id, run, year, made_by, made_at, reference) values (1, made, edition_year, by_whom, at, kept);
  return made;
end $$;

-- Everything goes, in one transaction; what is left is as it was before. Of a database that is no practice, nothing.
create function purge_practice(by_whom text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare
  mine practice_run;
  waiting jsonb;
  t record;
  before integer;
begin
  select * into mine from practice_run for update;
  if mine.id is null then
    raise exception 'this is no practice' using errcode = 'check_violation', constraint = 'practice_run_only';
  end if;
  if mine.purged_at is not null then
    return;
  end if;
  execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
    where (schemaname = 'public' and tablename not in ('migrations', 'practice_run'))
      or (schemaname = 'graphile_worker' and tablename like '\_private\_%'));
  -- A table comes after those that it refers to, in whatever order that is.
  waiting := mine.reference;
  while waiting <> '{}' loop
    before := (select count(*) from jsonb_object_keys(waiting));
    for t in select key as name, value as held from jsonb_each(waiting) loop
      begin
        execute format('insert into %1$I select * from jsonb_populate_recordset(null::%1$I, $1)', t.name) using t.held;
        waiting := waiting - t.name;
      exception when foreign_key_violation then
        null;
      end;
    end loop;
    if before = (select count(*) from jsonb_object_keys(waiting)) then
      raise exception 'the rows of reference cannot be put back: %', waiting;
    end if;
  end loop;
  update practice_run set purged_at = at, purged_by = by_whom;
end $$;

-- The last row of it, once it stands in the real log that it was emptied.
create function forget_practice(wanted uuid) returns void language sql security definer set search_path = public as $$
  delete from practice_run where run = wanted and purged_at is not null
$$;

revoke execute on function begin_practice(integer, text, timestamptz), purge_practice(text, timestamptz), forget_practice(uuid) from public;
grant execute on function begin_practice(integer, text, timestamptz), purge_practice(text, timestamptz), forget_practice(uuid) to app;
