-- What the archive calls a year of the prize and its applications: entered by the secretariat when the archive has given it. The numbers
-- are of cases, not of people, and stay as long as that there was an application does.
create table archive_numbers (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  -- null: of the year itself
  nomination_id uuid references nominations (id),
  number text not null check (number = btrim(number) and char_length(number) between 1 and 60),
  entered_at timestamptz not null,
  constraint archive_numbers_once unique nulls not distinct (edition_id, nomination_id)
);
create index archive_numbers_nomination on archive_numbers (nomination_id) where nomination_id is not null;
grant select, insert, update, delete on archive_numbers to app;
