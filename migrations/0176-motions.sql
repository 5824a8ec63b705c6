-- Motions and votes of the jury: at a meeting, or in writing until a deadline. Who is out of what the choice is between has no vote.

alter table editions
  -- on a tie the one who presides decides; null: announced before it could be chosen, goes by the default
  add column casting_vote boolean,
  -- whether the protocol names those who voted against, with their reasons, or only counts them
  add column dissent text check (dissent in ('named', 'counted'));
update editions set casting_vote = true, dissent = 'named' where announced_at is null;
alter table editions alter column casting_vote set default true, alter column dissent set default 'named';

create table motions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  -- null: in writing
  meeting_id uuid references meetings (id),
  kind text not null check (kind in ('nominate', 'winner', 'noAward', 'procedural')),
  nomination_id uuid references nominations (id),
  body text not null default '',
  put_by uuid not null references people (id),
  put_at timestamptz not null,
  -- until when votes in writing are given
  closes_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references people (id),
  outcome text check (outcome in ('carried', 'fell', 'notQuorate', 'withdrawn')),
  quorum integer,
  -- who presided, and whether that vote decided
  presided_by uuid references people (id),
  cast_vote boolean not null default false,
  constraint motions_about check (kind = 'procedural' or (kind = 'noAward') = (nomination_id is null)),
  constraint motions_body check (kind <> 'procedural' or btrim(body) <> ''),
  constraint motions_in_writing check ((meeting_id is null) = (closes_at is not null)),
  constraint motions_deadline check (closes_at > put_at),
  constraint motions_closed check ((closed_at is null) = (outcome is null))
);
create index motions_edition on motions (edition_id);
create unique index motions_one_open on motions (meeting_id) where closed_at is null;

-- What the choice is between, as it was when the motion was put.
create table motion_candidates (
  motion_id uuid not null references motions (id),
  nomination_id uuid not null references nominations (id),
  primary key (motion_id, nomination_id)
);
create table motion_votes (
  motion_id uuid not null references motions (id),
  person_id uuid not null references people (id),
  vote text not null check (vote in ('for', 'against', 'abstain')),
  cast_at timestamptz not null,
  -- at a meeting the one who writes it down
  recorded_by uuid not null references people (id),
  constraint motion_votes_one primary key (motion_id, person_id)
);
-- Everybody of the jury as it was at the vote: who voted what, and why somebody did not.
create table motion_voters (
  motion_id uuid not null references motions (id),
  person_id uuid not null references people (id),
  entitled boolean not null,
  vote text check (vote in ('for', 'against', 'abstain')),
  out_of uuid[] not null default '{}',
  unanswered boolean not null default false,
  whole_edition boolean not null default false,
  primary key (motion_id, person_id),
  constraint motion_voters_free check (not entitled or (cardinality(out_of) = 0 and not unanswered and not whole_edition)),
  constraint motion_voters_entitled check (entitled or vote is null)
);
-- Why somebody voted otherwise than the jury did. Apart, so that it can be erased while the vote remains.
create table motion_dissents (
  motion_id uuid not null,
  person_id uuid not null,
  body text not null check (btrim(body) <> ''),
  written_at timestamptz not null,
  primary key (motion_id, person_id),
  foreign key (motion_id, person_id) references motion_voters (motion_id, person_id)
);
-- What a decision follows.
create table decision_motions (
  decision_id uuid not null references decisions (id),
  motion_id uuid not null references motions (id),
  primary key (decision_id, motion_id)
);
revoke delete on motions, motion_votes from app;
revoke update, delete on motion_candidates, motion_voters, motion_dissents, decision_motions from app;

-- WHO MAY VOTE ON A MOTION: whoever may take part in the choice between its candidates, and is out of nothing that it names itself.
create function motion_electorate(motion uuid)
returns table (person_id uuid, seat_id uuid, entitled boolean, out_of uuid[], unanswered boolean, whole_edition boolean) stable language sql as $$
  select c.person_id, c.seat_id, c.takes_part and own.takes_part,
    array(select distinct unnest(c.out_of || own.out_of) order by 1),
    cardinality(c.unanswered || own.unanswered) > 0, c.whole_edition
  from motions m
  cross join lateral choice_participants(m.edition_id, coalesce((select array_agg(x.nomination_id order by x.nomination_id) from motion_candidates x where x.motion_id = m.id), '{}')) c
  join lateral choice_participants(m.edition_id, case when m.nomination_id is null then '{}'::uuid[] else array[m.nomination_id] end) own on own.person_id = c.person_id
  where m.id = motion
$$;

-- Who presides over it: the chair, else the deputy chair, else the first of the others who may vote; at a meeting of those in the room.
create function motion_presiding(motion uuid) returns uuid stable language sql as $$
  select e.person_id from motion_electorate(motion) e join seats s on s.id = e.seat_id join motions m on m.id = motion
  where e.entitled and (m.meeting_id is null or exists (select from meeting_room r where r.meeting_id = m.meeting_id and r.person_id = e.person_id))
  order by array_position(array['chair', 'deputyChair', 'member'], s.role), s.position limit 1
$$;

create function motion_votes_guard() returns trigger language plpgsql as $$
declare
  motion motions;
begin
  select * into motion from motions where id = new.motion_id for share;
  if motion.closed_at is not null or new.cast_at >= motion.closes_at then
    raise exception 'the vote is closed' using errcode = 'check_violation', constraint = 'motion_votes_open';
  end if;
  if not exists (select from motion_electorate(motion.id) e where e.person_id = new.person_id and e.entitled) then
    raise exception 'who is out of the choice has no vote' using errcode = 'check_violation', constraint = 'motion_votes_entitled';
  end if;
  if motion.meeting_id is null and new.recorded_by <> new.person_id then
    raise exception 'in writing everybody votes alone' using errcode = 'check_violation', constraint = 'motion_votes_own';
  end if;
  if motion.meeting_id is not null and not exists (select from meeting_room r where r.meeting_id = motion.meeting_id and r.person_id = new.person_id) then
    raise exception 'who is not in the room has no vote' using errcode = 'check_violation', constraint = 'motion_votes_in_room';
  end if;
  return new;
end $$;
create trigger motion_votes_guard before insert or update on motion_votes for each row execute function motion_votes_guard();

create function motions_guard() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'a motion that is closed stays as it is' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  if (new.edition_id, new.kind, new.body, new.put_at) is distinct from (old.edition_id, old.kind, old.body, old.put_at)
      or new.nomination_id is distinct from old.nomination_id or new.closes_at is distinct from old.closes_at or new.meeting_id is distinct from old.meeting_id then
    raise exception 'a motion that is put is not rewritten' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  return new;
end $$;
create trigger motions_guard before update on motions for each row execute function motions_guard();

create function motion_voters_guard() returns trigger language plpgsql as $$
begin
  if exists (select from motions m where m.id = new.motion_id and m.closed_at is not null)
      or (new.vote is not null and not exists (select from motion_votes v where v.motion_id = new.motion_id and v.person_id = new.person_id and v.vote = new.vote)) then
    raise exception 'who voted what is written when the vote closes' using errcode = 'check_violation', constraint = 'motions_stay';
  end if;
  return new;
end $$;
create trigger motion_voters_guard before insert on motion_voters for each row execute function motion_voters_guard();

create function motion_dissents_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from motion_voters v join motions m on m.id = v.motion_id join editions e on e.id = m.edition_id
      where v.motion_id = new.motion_id and v.person_id = new.person_id and coalesce(e.dissent, 'named') = 'named'
        and ((m.outcome = 'carried' and v.vote in ('against', 'abstain')) or (m.outcome = 'fell' and v.vote in ('for', 'abstain')))) then
    raise exception 'only who voted otherwise than the jury dissents' using errcode = 'check_violation', constraint = 'motion_dissents_voted';
  end if;
  return new;
end $$;
create trigger motion_dissents_guard before insert on motion_dissents for each row execute function motion_dissents_guard();

-- Carried, and by people who are still out of nothing that it was about: a connection found later takes it away (HAB-6).
create function motion_stands(motion uuid) returns boolean stable language sql as $$
  select m.outcome = 'carried' and not exists (select from motion_voters v join motion_candidates c on c.motion_id = v.motion_id
    join standings st on st.nomination_id = c.nomination_id and st.person_id = v.person_id
    where v.motion_id = m.id and v.vote is not null and out_of_choice(st.standing, st.reach, (select count(*)::int from motion_candidates x where x.motion_id = m.id)))
  from motions m where m.id = motion
$$;
create function decision_motions_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from motions m join decisions d on d.id = new.decision_id and d.edition_id = m.edition_id where m.id = new.motion_id and motion_stands(m.id)) then
    raise exception 'a decision follows what was carried' using errcode = 'check_violation', constraint = 'decision_motions_carried';
  end if;
  return new;
end $$;
create trigger decision_motions_guard before insert on decision_motions for each row execute function decision_motions_guard();
