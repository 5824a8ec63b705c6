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

-- When the text or the scores of a year have had their time, the places in it go along (is_erasing: 0211).
create function reading_places_with_scores() returns trigger language plpgsql as $$
begin
  if is_erasing() then
    delete from reading_places p using ballots b where b.id = p.ballot_id
      and b.edition_id in (select edition_id from ballots where id in (select ballot_id from gone));
  end if;
  return null;
end $$;
create trigger reading_places_with_scores after delete on ballot_scores referencing old table as gone
  for each statement execute function reading_places_with_scores();
create function reading_places_with_text() returns trigger language plpgsql as $$
begin
  if is_erasing() then
    delete from reading_places p using ballots b where b.id = p.ballot_id
      and b.nomination_id in (select nomination_id from gone);
  end if;
  return null;
end $$;
create trigger reading_places_with_text after delete on answers referencing old table as gone
  for each statement execute function reading_places_with_text();
