-- What the service knows of where people work and sit, so that it can point at connections that nobody has thought of. It proposes; people decide.

alter table seats
  add column organisation_number text check (organisation_number ~ '^[0-9]{9}$');

create table affiliations (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people (id),
  kind text not null check (kind in ('employer', 'office', 'former')),
  organisation_name text not null check (btrim(organisation_name) <> ''),
  organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
  -- when a former one ended
  ended_on date,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint affiliations_ended check ((kind = 'former') = (ended_on is not null))
);
create index affiliations_person on affiliations (person_id) where removed_at is null;

-- Which organisation belongs to which: a unit to its municipality, an agency to its owner.
create table organisation_parents (
  number text primary key check (number ~ '^[0-9]{9}$'),
  parent_number text not null check (parent_number ~ '^[0-9]{9}$'),
  constraint organisation_parents_not_itself check (number <> parent_number)
);
