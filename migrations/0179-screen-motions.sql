-- The shared screen shows the motion that is voted on, and what came of it once whoever chairs uncovers that.

alter table meeting_openings
  add column motion_id uuid references motions (id),
  drop constraint meeting_openings_what_check,
  drop constraint meeting_openings_what,
  add constraint meeting_openings_what_check check (what in ('application', 'ranking', 'motion', 'motionResult')),
  add constraint meeting_openings_what check ((what = 'application') = (nomination_id is not null) and (what in ('motion', 'motionResult')) = (motion_id is not null));

-- Whether somebody must be out of the room for a motion: whoever is out of something that it names, or that the choice is between.
create function must_be_out_of_motion(meeting uuid, person uuid, motion uuid) returns boolean stable language sql as $$
  select exists (
    select from motion_candidates c where c.motion_id = motion and must_be_out(meeting, person, c.nomination_id)
    union all
    select from motions m where m.id = motion and m.nomination_id is not null and must_be_out(meeting, person, m.nomination_id))
$$;
create function must_be_out_of(meeting uuid, person uuid, nomination uuid, motion uuid) returns boolean stable language sql as $$
  select case when motion is null then must_be_out(meeting, person, nomination) else must_be_out_of_motion(meeting, person, motion) end
$$;

create or replace function meeting_openings_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from meetings m where m.id = new.meeting_id and m.ended_at is null) then
    raise exception 'the meeting is over' using errcode = 'check_violation', constraint = 'meetings_over';
  end if;
  if new.motion_id is not null and not exists (select from motions m where m.id = new.motion_id and m.meeting_id = new.meeting_id
      and (m.closed_at is not null) = (new.what = 'motionResult') and m.outcome is distinct from 'withdrawn') then
    raise exception 'a result is shown once the vote is closed' using errcode = 'check_violation', constraint = 'meeting_openings_motion';
  end if;
  if new.closed_at is null and exists (select from meeting_room r
      where r.meeting_id = new.meeting_id and must_be_out_of(new.meeting_id, r.person_id, new.nomination_id, new.motion_id)) then
    raise exception 'somebody in the room must be out first' using errcode = 'check_violation', constraint = 'meeting_openings_members_out';
  end if;
  return new;
end $$;

create or replace function meeting_door() returns trigger language plpgsql as $$
begin
  if exists (select from meeting_openings o join meeting_room r on r.meeting_id = o.meeting_id
      where o.meeting_id = new.meeting_id and o.closed_at is null and r.person_id = new.person_id
        and must_be_out_of(o.meeting_id, new.person_id, o.nomination_id, o.motion_id)) then
    raise exception 'what is treated now is not for this person' using errcode = 'check_violation', constraint = 'meeting_door_closed';
  end if;
  return null;
end $$;
