-- Figures that point at one juror (how strict, how well the ballots fit) are off. Who opens them has them for an hour, and it is logged.

create table juror_figure_openings (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  person_id uuid not null references people (id),
  opened_at timestamptz not null
);
create index juror_figure_openings_person on juror_figure_openings (edition_id, person_id, opened_at);
revoke update, delete on juror_figure_openings from app;
