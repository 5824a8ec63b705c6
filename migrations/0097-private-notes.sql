-- What a juror writes down for nobody else. Deleted when it is emptied; no log, no letter, no file and no search ever holds it.

create table juror_notes (
  person_id uuid not null references people (id),
  nomination_id uuid not null references nominations (id),
  text text not null check (btrim(text) <> ''),
  version integer not null check (version >= 1),
  updated_at timestamptz not null,
  primary key (person_id, nomination_id)
);
