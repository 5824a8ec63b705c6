-- An application can get a later deadline of its own: one person proposes it with a reason, another approves it. Both stay.

alter table nominations
  -- the later deadline that was approved last; the call's counts when that is later still
  add column extended_until timestamptz;

create table deadline_extensions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  -- the first instant that is too late
  until_at timestamptz not null,
  reason text not null check (btrim(reason) <> ''),
  proposed_by uuid not null references people (id),
  proposed_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  -- said no to, or taken back by whoever proposed it
  declined_by uuid references people (id),
  declined_at timestamptz,
  constraint deadline_extensions_later check (until_at > proposed_at),
  constraint deadline_extensions_two_people check (approved_by <> proposed_by),
  constraint deadline_extensions_answered check (num_nulls(approved_by, approved_at) in (0, 2) and num_nulls(declined_by, declined_at) in (0, 2)
    and (approved_at is null or declined_at is null)),
  constraint deadline_extensions_in_time check (approved_at < until_at)
);
-- One waits at a time.
create unique index deadline_extensions_open on deadline_extensions (nomination_id) where approved_at is null and declined_at is null;
create index deadline_extensions_edition on deadline_extensions (edition_id);
revoke delete on deadline_extensions from app;

create function deadline_extensions_guard() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null or old.declined_at is not null
      or (new.edition_id, new.nomination_id, new.until_at, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.edition_id, old.nomination_id, old.until_at, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'an extension is answered once and never rewritten' using errcode = 'check_violation', constraint = 'deadline_extensions_stay';
  end if;
  return new;
end $$;
create trigger deadline_extensions_guard before update on deadline_extensions for each row execute function deadline_extensions_guard();

-- No application gets more time without somebody having approved just that.
create function nominations_extended_guard() returns trigger language plpgsql as $$
begin
  if new.extended_until is distinct from old.extended_until and not exists (
      select from deadline_extensions x where x.nomination_id = new.id and x.approved_at is not null and x.until_at = new.extended_until) then
    raise exception 'a later deadline is approved by a second person' using errcode = 'check_violation', constraint = 'nominations_extended';
  end if;
  return new;
end $$;
create trigger nominations_extended_guard before update of extended_until on nominations for each row execute function nominations_extended_guard();

-- When this application can no longer be sent in for the first time or anew: the call's deadline, or its own later one. In code: closingOf.
create function application_closes_at(application nominations, call_closes_at timestamptz) returns timestamptz immutable language sql as $$
  select greatest(call_closes_at, application.extended_until)
$$;
