-- Who has opened something that tells of the outcome before it was public, and when for the first time: never changed, never removed.
create table outcome_openings (
  edition_id uuid not null references editions (id),
  person_id uuid not null references people (id),
  what text not null check (what in ('result', 'frozen', 'meeting', 'decision', 'protocol', 'statements', 'publication', 'ceremony', 'embargo')),
  first_at timestamptz not null,
  primary key (edition_id, person_id, what)
);
grant select, insert on outcome_openings to app;
revoke update, delete on outcome_openings from app;
