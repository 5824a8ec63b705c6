-- After the closing the chair can open one ballot again, with a reason. What was delivered before is kept beside what comes after.

alter table ballots drop constraint ballots_state_check;
alter table ballots add constraint ballots_state_check
  check (state in ('assigned', 'started', 'delivered', 'locked', 'reopened', 'recused', 'voided'));

create table ballot_reopenings (
  id uuid primary key default uuidv7(),
  ballot_id uuid not null,
  -- the delivery that was opened: its hash stays what it was
  delivery integer not null,
  reopened_by uuid not null references people (id),
  reopened_at timestamptz not null,
  reason text not null check (btrim(reason) <> ''),
  constraint ballot_reopenings_once unique (ballot_id, delivery),
  foreign key (ballot_id, delivery) references ballot_commitments (ballot_id, delivery)
);
-- What that delivery said. Apart, so that it can be erased with the ballots while the reopening remains.
create table ballot_earlier_scores (
  reopening_id uuid not null references ballot_reopenings (id),
  criterion_id uuid not null references criteria (id),
  score integer,
  not_described boolean not null,
  met boolean,
  assessment text not null,
  primary key (reopening_id, criterion_id)
);
revoke update, delete on ballot_reopenings from app;
revoke update on ballot_earlier_scores from app;

create or replace function ballot_scores_guard() returns trigger language plpgsql as $$
declare
  ballot ballots;
  edition editions;
begin
  select * into ballot from ballots where id = coalesce(new.ballot_id, old.ballot_id);
  if ballot.state not in ('assigned', 'started', 'reopened') then
    raise exception 'a ballot that is % cannot be changed', ballot.state using errcode = 'check_violation', constraint = 'ballot_scores_open';
  end if;
  if tg_op <> 'DELETE' and new.score is not null then
    select * into edition from editions where id = ballot.edition_id;
    if new.score < edition.scale_min or new.score > edition.scale_max then
      raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'ballot_scores_scale';
    end if;
  end if;
  return coalesce(new, old);
end $$;

-- A locked ballot keeps what it was, and leaves the lock by being voided or by a reopening that is written down.
create or replace function ballots_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.state = 'locked' and (new.delivered_at is distinct from old.delivered_at
      or new.person_id <> old.person_id or new.nomination_id <> old.nomination_id
      or new.state not in ('locked', 'reopened', 'voided'))) then
    raise exception 'a locked ballot cannot be changed' using errcode = 'check_violation', constraint = 'ballots_locked_stays';
  end if;
  if new.state = 'reopened' and old.state <> 'reopened' and not exists (select from ballot_reopenings r
      where r.ballot_id = new.id and r.delivery = (select max(c.delivery) from ballot_commitments c where c.ballot_id = new.id)) then
    raise exception 'a ballot is reopened with a reason' using errcode = 'check_violation', constraint = 'ballots_reopened';
  end if;
  return coalesce(new, old);
end $$;
