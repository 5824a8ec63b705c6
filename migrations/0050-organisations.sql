-- Organisations as Enhetsregisteret knows them: what it answered, kept for a while, and what it said when an application was sent in.

-- Nine digits whose last one checks the others by mod 11 (ORG-1).
create function organisation_number_is_valid(number text) returns boolean
  language sql immutable strict parallel safe
  as $$ select case when number ~ '^[0-9]{9}$' then
    (11 - (3 * substr(number, 1, 1)::int + 2 * substr(number, 2, 1)::int + 7 * substr(number, 3, 1)::int
      + 6 * substr(number, 4, 1)::int + 5 * substr(number, 5, 1)::int + 4 * substr(number, 6, 1)::int
      + 3 * substr(number, 7, 1)::int + 2 * substr(number, 8, 1)::int) % 11) % 11 = substr(number, 9, 1)::int
    else false end $$;

-- Not checked for what is there already: an old number must not stand in the way of an upgrade.
alter table nominations add constraint nominations_organisation_number_valid
  check (organisation_number is null or organisation_number_is_valid(organisation_number)) not valid;

-- Only what the register answered. That it did not answer is kept nowhere: it is asked again.
create table organisation_lookups (
  organisation_number text primary key constraint organisation_lookups_number check (organisation_number_is_valid(organisation_number)),
  status text not null check (status in ('found', 'removed', 'unknown')),
  -- {"name", "form", "municipality", "languageForm", "parent"}
  entry jsonb,
  -- real time: it says how old the answer is, whatever the clock of a demonstration shows
  fetched_at timestamptz not null,
  constraint organisation_lookups_entry check ((status = 'found') = (entry is not null))
);
revoke delete on organisation_lookups from app;

-- {"status": "confirmed" | "removed" | "unknown" | "notConfirmed" | "noNumber", …entry}: as it was then; never changed (ORG-3)
alter table submissions add column register jsonb;
