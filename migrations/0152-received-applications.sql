-- An application that came by post, by mail or too late: registered by one person with the original attached, approved by another.
-- Only then does it become an application like the others, with its contact as the one who works on it.

create table received_applications (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  applicant_kind text not null check (applicant_kind in ('municipality', 'district', 'enterprise', 'cooperation')),
  organisation_name text not null check (organisation_name <> ''),
  organisation_key text not null,
  unit_name text not null,
  language text not null check (language in ('nb', 'nn')),
  contact_name text not null check (contact_name <> ''),
  contact_email text not null check (contact_email <> ''),
  came_by text not null check (came_by in ('post', 'email', 'other')),
  -- when it came to the secretariat
  received_at timestamptz not null,
  -- why it is taken in this way
  reason text not null check (btrim(reason) <> ''),
  registered_by uuid not null references people (id),
  registered_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  declined_by uuid references people (id),
  declined_at timestamptz,
  -- what it has become
  nomination_id uuid constraint received_applications_nomination unique references nominations (id),
  constraint received_applications_two_people check (approved_by <> registered_by),
  constraint received_applications_answered check (num_nulls(approved_by, approved_at, nomination_id) in (0, 3)
    and num_nulls(declined_by, declined_at) in (0, 2) and (approved_at is null or declined_at is null)),
  constraint received_applications_came check (received_at <= registered_at)
);
create index received_applications_edition on received_applications (edition_id);

-- The original as it came.
create table received_files (
  id uuid primary key default uuidv7(),
  received_id uuid not null references received_applications (id),
  name text not null check (name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null references stored_files (sha256),
  metadata_removed boolean not null,
  added_at timestamptz not null,
  constraint received_files_name unique (received_id, name)
);
create index received_files_sha256 on received_files (sha256);
revoke delete on received_applications from app;
revoke update on received_files from app;

create function received_applications_guard() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null or old.declined_at is not null
      or (to_jsonb(new) - array['approved_by', 'approved_at', 'declined_by', 'declined_at', 'nomination_id'])
        <> (to_jsonb(old) - array['approved_by', 'approved_at', 'declined_by', 'declined_at', 'nomination_id']) then
    raise exception 'what was registered is answered once and never rewritten' using errcode = 'check_violation', constraint = 'received_applications_stay';
  end if;
  if new.approved_at is not null and not exists (select from received_files f where f.received_id = new.id) then
    raise exception 'nothing is approved without its original' using errcode = 'check_violation', constraint = 'received_applications_original';
  end if;
  return new;
end $$;
create trigger received_applications_guard before update on received_applications for each row execute function received_applications_guard();

-- The original stays as it was when somebody has approved it.
create function received_files_guard() returns trigger language plpgsql as $$
begin
  if exists (select from received_applications r where r.id = coalesce(new.received_id, old.received_id) and r.approved_at is not null) then
    raise exception 'the original of an approved application stays' using errcode = 'check_violation', constraint = 'received_files_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger received_files_guard before insert or delete on received_files for each row execute function received_files_guard();
