-- Help while an application is written: the regional adviser, who reads where the applicant lets them, and the secretariat, when asked.

create table regions (
  id uuid primary key default uuidv7(),
  position integer not null,
  -- {"nb", "nn"}
  name jsonb not null,
  -- the adviser as applicants see them; empty while there is none
  adviser_name text not null default '',
  adviser_email text not null default '',
  adviser_phone text not null default '',
  -- who that is when they sign in
  adviser_id uuid references people (id),
  version integer not null default 0,
  constraint regions_adviser check ((adviser_id is null) = (adviser_email = '') and (adviser_id is null) = (adviser_name = ''))
);
revoke insert, delete on regions from app;

-- A county belongs to one region. Its number is the first two digits of its municipalities'.
create table region_counties (
  county text primary key check (county ~ '^[0-9]{2}$'),
  region_id uuid not null references regions (id)
);

with made as (
  insert into regions (position, name)
  select n, jsonb_build_object('nb', nb, 'nn', nn) from (values
    (1, 'Nord-Norge', 'Nord-Noreg'), (2, 'Midt-Norge', 'Midt-Noreg'), (3, 'Vestland', 'Vestland'), (4, 'Rogaland', 'Rogaland'),
    (5, 'Agder, Telemark og Vestfold', 'Agder, Telemark og Vestfold'), (6, 'Innlandet', 'Innlandet'),
    (7, 'Oslo, Akershus, Buskerud og Østfold', 'Oslo, Akershus, Buskerud og Østfold')) r (n, nb, nn)
  returning id, position)
insert into region_counties (county, region_id)
select c.county, made.id from made join (values
  (1, '18'), (1, '55'), (1, '56'), (2, '50'), (2, '15'), (3, '46'), (4, '11'), (5, '42'), (5, '40'), (5, '39'), (6, '34'),
  (7, '03'), (7, '31'), (7, '32'), (7, '33')) c (position, county) on c.position = made.position;

-- Who was let in, by whom, and until when. Kept: whoever has read a draft is connected to the application later.
create table adviser_access (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  region_id uuid not null references regions (id),
  person_id uuid not null references people (id),
  given_by uuid not null references people (id),
  given_at timestamptz not null,
  ended_by uuid references people (id),
  ended_at timestamptz,
  constraint adviser_access_ended check ((ended_by is null) = (ended_at is null) and ended_at >= given_at)
);
create unique index adviser_access_once on adviser_access (nomination_id, person_id) where ended_at is null;
create index adviser_access_person on adviser_access (person_id);
revoke delete on adviser_access from app;

-- What has ended stays ended; who had it and since when is never changed.
create function adviser_access_stays() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.nomination_id, new.region_id, new.person_id, new.given_by, new.given_at)
    is distinct from (old.nomination_id, old.region_id, old.person_id, old.given_by, old.given_at) then
    raise exception 'what an adviser could read stays on record' using errcode = 'check_violation', constraint = 'adviser_access_stays';
  end if;
  return new;
end $$;
create trigger adviser_access_stays before update on adviser_access for each row execute function adviser_access_stays();

-- The applicant asks the secretariat, which may read the draft from then until this is closed.
create table help_requests (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  asked_by uuid not null references people (id),
  asked_at timestamptz not null,
  -- null where the submission closed it
  closed_by uuid references people (id),
  closed_at timestamptz,
  closed_why text check (closed_why in ('applicant', 'sent')),
  constraint help_requests_closed check ((closed_at is null) = (closed_why is null) and (closed_by is not null) = (closed_why is not distinct from 'applicant'))
);
create unique index help_requests_once on help_requests (nomination_id) where closed_at is null;
revoke delete on help_requests from app;

create table help_messages (
  id uuid primary key default uuidv7(),
  request_id uuid not null references help_requests (id),
  person_id uuid not null references people (id),
  by_secretariat boolean not null,
  text text not null check (btrim(text) <> ''),
  written_at timestamptz not null
);
create index help_messages_request on help_messages (request_id, written_at);
revoke update on help_messages from app;

-- Sent in: the secretariat reads what was sent, and the draft is the applicant's own again.
create function close_help() returns trigger language plpgsql as $$
begin
  update help_requests r set closed_at = new.submitted_at, closed_why = 'sent'
  where r.nomination_id = new.id and r.closed_at is null;
  return null;
end $$;
create trigger nominations_close_help after update of submission_count on nominations for each row
  when (new.submission_count > old.submission_count) execute function close_help();
