-- Where a juror is in the text of an application, the same on every device. Read by its juror alone, never logged; it goes with the
-- ballot, and when the juror is out of the application.

create table reading_places (
  ballot_id uuid primary key references ballots (id) on delete cascade,
  -- a part of the text and a paragraph in it; nothing that anybody could have written
  place text not null constraint reading_places_place
    check (place ~ '^(answer-[0-9a-f-]{36}|document-[0-9a-f-]{36}-[0-9]{1,4})(\.[0-9]{1,4})?$'),
  updated_at timestamptz not null
);

create function reading_places_go() returns trigger language plpgsql as $$
begin
  delete from reading_places where ballot_id = new.id;
  return null;
end $$;
create trigger reading_places_go after update of state on ballots for each row
  when (new.state in ('recused', 'voided')) execute function reading_places_go();
