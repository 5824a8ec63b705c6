-- Every text that a statement has had stays, with who wrote it and who approved it. The database keeps them itself, whatever saves a
-- statement; nobody can write over one.

create table statement_versions (
  nomination_id uuid not null references nominations (id),
  version integer not null,
  nb text not null,
  nn text not null,
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  -- also when the approval has fallen since, with a new text
  approved_by uuid references people (id),
  approved_at timestamptz,
  primary key (nomination_id, version)
);
insert into statement_versions (nomination_id, version, nb, nn, written_by, written_at, approved_by, approved_at)
  select nomination_id, version, nb, nn, written_by, written_at, approved_by, approved_at from statements;
revoke insert, update, delete on statement_versions from app;

create function statements_keep_version() returns trigger security definer set search_path = public language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.nb, new.nn) is distinct from (old.nb, old.nn) then
    if new.version <> old.version + 1 then
      raise exception 'a new text is a new version' using errcode = 'check_violation', constraint = 'statements_version';
    end if;
    if new.approved_at is not null and new.approved_at is not distinct from old.approved_at then
      raise exception 'an approval falls with its text' using errcode = 'check_violation', constraint = 'statements_approval_falls';
    end if;
  end if;
  insert into statement_versions (nomination_id, version, nb, nn, written_by, written_at, approved_by, approved_at)
    values (new.nomination_id, new.version, new.nb, new.nn, new.written_by, new.written_at, new.approved_by, new.approved_at)
  on conflict (nomination_id, version) do update set
    approved_by = coalesce(excluded.approved_by, statement_versions.approved_by),
    approved_at = coalesce(excluded.approved_at, statement_versions.approved_at);
  return null;
end $$;
create trigger statements_keep_version after insert or update on statements
  for each row execute function statements_keep_version();

-- What the chair and the secretariat say to each other about a text; settled when one of them says so.
create table statement_comments (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  -- the text that was commented on
  version integer not null,
  body text not null check (btrim(body) <> ''),
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  resolved_by uuid references people (id),
  resolved_at timestamptz,
  constraint statement_comments_resolved check ((resolved_by is null) = (resolved_at is null))
);
create index statement_comments_of on statement_comments (nomination_id, written_at);
revoke update, delete on statement_comments from app;
grant update (resolved_by, resolved_at) on statement_comments to app;
