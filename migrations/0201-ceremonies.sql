-- What the screen in the hall shows: where the host has come, and the same for the rehearsal, which has names of its own.
create table ceremonies (
  edition_id uuid not null references editions (id),
  rehearsal boolean not null,
  shows text not null check (shows in ('start', 'nominated', 'before', 'winner')),
  -- which of the nominated, in the order in which the public sees them
  position integer not null default 0 check (position >= 0),
  version integer not null default 1,
  moved_at timestamptz not null,
  moved_by uuid not null references people (id),
  primary key (edition_id, rehearsal),
  constraint ceremonies_position check (position = 0 or shows = 'nominated')
);

-- The screen can show no winner before the public can read of one.
create function ceremonies_public() returns trigger language plpgsql as $$
begin
  if new.shows = 'winner' and not new.rehearsal and not outcome_is_public(new.edition_id, 'winner', new.moved_at) then
    raise exception 'the winner is not public' using errcode = 'check_violation', constraint = 'ceremonies_public';
  end if;
  return new;
end $$;
create trigger ceremonies_public before insert or update on ceremonies for each row execute function ceremonies_public();
