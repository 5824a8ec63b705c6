-- What whoever runs a year writes down for the next one, phase by phase. A copied year takes them along.
create table successor_notes (
  edition_id uuid not null references editions (id),
  phase text not null check (phase in ('setup', 'call', 'check', 'judging', 'decision', 'publication', 'after')),
  body text not null check (char_length(body) <= 10000),
  version integer not null default 1 check (version >= 1),
  -- null: came along with a copied year
  written_by uuid references people (id),
  written_at timestamptz not null,
  primary key (edition_id, phase)
);
grant select, insert, update on successor_notes to app;
