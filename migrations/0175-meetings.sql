-- The jury's meeting: who is there, who is out while what is treated, and what the shared screen shows. One application at a time.

create table meetings (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  started_by uuid not null references people (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- in which order the applications are treated; by hand: `position` of `meeting_places`
  item_order text not null default 'alphabetical' check (item_order in ('alphabetical', 'disagreement', 'hand')),
  constraint meetings_time check (ended_at >= started_at)
);
create unique index meetings_one_open on meetings (edition_id) where ended_at is null;
create index meetings_edition on meetings (edition_id);

create table meeting_places (
  meeting_id uuid not null references meetings (id),
  nomination_id uuid not null references nominations (id),
  position integer not null,
  primary key (meeting_id, nomination_id)
);

-- From when until when somebody was in the meeting, and the answer to "any new conflict?" that opens it.
create table meeting_presence (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings (id),
  person_id uuid not null references people (id),
  new_conflict boolean not null,
  from_at timestamptz not null,
  until_at timestamptz,
  recorded_by uuid not null references people (id),
  constraint meeting_presence_time check (until_at >= from_at)
);
create unique index meeting_presence_once on meeting_presence (meeting_id, person_id) where until_at is null;

-- Out of the room and in again, and for which application; without one where it was for the ranking of all.
create table meeting_absences (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings (id),
  person_id uuid not null references people (id),
  nomination_id uuid references nominations (id),
  out_at timestamptz not null,
  out_by uuid not null references people (id),
  in_at timestamptz,
  in_by uuid references people (id),
  constraint meeting_absences_time check (in_at >= out_at),
  constraint meeting_absences_in check ((in_at is null) = (in_by is null))
);
create unique index meeting_absences_once on meeting_absences (meeting_id, person_id) where in_at is null;

-- What the screen shows: an application, or the ranking that the chair has uncovered.
create table meeting_openings (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings (id),
  what text not null check (what in ('application', 'ranking')),
  nomination_id uuid references nominations (id),
  opened_at timestamptz not null,
  opened_by uuid not null references people (id),
  closed_at timestamptz,
  constraint meeting_openings_what check ((what = 'application') = (nomination_id is not null)),
  constraint meeting_openings_time check (closed_at >= opened_at)
);
create unique index meeting_openings_one on meeting_openings (meeting_id) where closed_at is null;
create index meeting_openings_nomination on meeting_openings (nomination_id);

-- What is said about an application, as the secretary writes it.
create table meeting_notes (
  meeting_id uuid not null references meetings (id),
  nomination_id uuid not null references nominations (id),
  body text not null,
  version integer not null default 1,
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  primary key (meeting_id, nomination_id)
);
revoke delete on meetings, meeting_presence, meeting_absences, meeting_openings, meeting_notes from app;

-- Whether somebody may hear of an application: a juror who has answered for all and is free of this one; anybody else who is not out of it.
create function may_hear(person uuid, nomination uuid) returns boolean stable language sql as $$
  select case
    when exists (select from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
      where h.edition_id = n.edition_id and h.person_id = person and h.until_at is null and h.confirmed_at is not null)
    then juror_standing(person, n.id) = 'free' and not exists (select from nominations other
      where other.edition_id = n.edition_id and other.state in ('admitted', 'underReview', 'scored') and juror_standing(person, other.id) = 'undeclared')
    else juror_standing(person, n.id) not in ('pending', 'recused')
  end
  from nominations n where n.id = nomination
$$;

-- What an opening is about: one application, or all that the jury has weighed.
create function opening_about(edition uuid, nomination uuid) returns setof uuid stable language sql as $$
  select n.id from nominations n where n.edition_id = edition and (n.id = nomination or (nomination is null
    and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')))
$$;

-- Whether somebody must be out of the room while it is about this. Whoever has a new conflict and has not declared it yet must, always.
create function must_be_out(meeting uuid, person uuid, nomination uuid) returns boolean stable language sql as $$
  select exists (select from meetings m where m.id = meeting and (
    exists (select from opening_about(m.edition_id, nomination) about where not may_hear(person, about))
    or exists (select from meeting_presence p where p.meeting_id = m.id and p.person_id = person and p.until_at is null and p.new_conflict
      and not exists (select from declarations d where d.edition_id = m.edition_id and d.person_id = person and d.answer <> 'none' and d.declared_at >= p.from_at))))
$$;

-- Those in the room: there, and not out.
create view meeting_room as
  select p.meeting_id, p.person_id from meeting_presence p
  where p.until_at is null and not exists (select from meeting_absences a
    where a.meeting_id = p.meeting_id and a.person_id = p.person_id and a.in_at is null);

create function meeting_openings_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from meetings m where m.id = new.meeting_id and m.ended_at is null) then
    raise exception 'the meeting is over' using errcode = 'check_violation', constraint = 'meetings_over';
  end if;
  if new.closed_at is null and exists (select from meeting_room r
      where r.meeting_id = new.meeting_id and must_be_out(new.meeting_id, r.person_id, new.nomination_id)) then
    raise exception 'somebody in the room must be out first' using errcode = 'check_violation', constraint = 'meeting_openings_members_out';
  end if;
  return new;
end $$;
create trigger meeting_openings_guard before insert on meeting_openings for each row execute function meeting_openings_guard();

-- Nobody comes in, or in again, to what he or she may not hear.
create function meeting_door() returns trigger language plpgsql as $$
begin
  if exists (select from meeting_openings o join meeting_room r on r.meeting_id = o.meeting_id
      where o.meeting_id = new.meeting_id and o.closed_at is null and r.person_id = new.person_id
        and must_be_out(o.meeting_id, new.person_id, o.nomination_id)) then
    raise exception 'what is treated now is not for this person' using errcode = 'check_violation', constraint = 'meeting_door_closed';
  end if;
  return null;
end $$;
create trigger meeting_door after insert on meeting_presence for each row execute function meeting_door();
create trigger meeting_door after update on meeting_absences for each row execute function meeting_door();

-- What was written down of who was where stays.
create function meeting_times_stay() returns trigger language plpgsql as $$
begin
  if (tg_table_name = 'meetings' and to_jsonb(old) ->> 'ended_at' is not null)
      or (tg_table_name = 'meeting_openings' and to_jsonb(old) ->> 'closed_at' is not null)
      or (tg_table_name = 'meeting_presence' and to_jsonb(old) ->> 'until_at' is not null)
      or (tg_table_name = 'meeting_absences' and to_jsonb(old) ->> 'in_at' is not null) then
    raise exception 'what is over in a meeting is not changed' using errcode = 'check_violation', constraint = 'meetings_over';
  end if;
  return new;
end $$;
create trigger meeting_times_stay before update on meetings for each row execute function meeting_times_stay();
create trigger meeting_times_stay before update on meeting_openings for each row execute function meeting_times_stay();
create trigger meeting_times_stay before update on meeting_presence for each row execute function meeting_times_stay();
create trigger meeting_times_stay before update on meeting_absences for each row execute function meeting_times_stay();
