-- What came in outside of the service, and what was said on the telephone: written down on the application by the secretariat, for itself.

create table contacts (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  kind text not null check (kind in ('mail', 'call', 'note')),
  -- whom it was with; nobody for a note
  with_whom text not null default '',
  text text not null check (btrim(text) <> ''),
  happened_at timestamptz not null,
  filed_by uuid not null references people (id),
  filed_at timestamptz not null,
  -- filed on the wrong application, or wrong: it stays, struck out, until the data of the year go
  struck_by uuid references people (id),
  struck_at timestamptz,
  constraint contacts_happened check (happened_at <= filed_at),
  constraint contacts_struck check ((struck_by is null) = (struck_at is null))
);
create index contacts_nomination on contacts (nomination_id, happened_at);
revoke delete on contacts from app;

create function contacts_stay() returns trigger language plpgsql as $$
begin
  if old.struck_at is not null
      or (to_jsonb(new) - array['struck_by', 'struck_at']) <> (to_jsonb(old) - array['struck_by', 'struck_at']) then
    raise exception 'what was filed is struck out once and never rewritten' using errcode = 'check_violation', constraint = 'contacts_stay';
  end if;
  return new;
end $$;
create trigger contacts_stay before update on contacts for each row execute function contacts_stay();
