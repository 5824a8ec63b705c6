-- Conflicts of interest, ballots, and the rule that a delivered ballot does not change.

-- One order for declarations and the decisions on them, also when the clock stands still.
create sequence standing_order;

create table declarations (
  id uuid primary key default uuidv7(),
  standing_order bigint not null default nextval('standing_order'),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  answer text not null check (answer in ('none', 'connection', 'unsure')),
  -- ground codes H1-H12
  grounds text[] not null default '{}',
  wording_version integer not null,
  declared_at timestamptz not null,
  constraint declarations_grounds check (answer <> 'connection' or cardinality(grounds) > 0)
);
create index declarations_standing on declarations (nomination_id, person_id);
create index declarations_person on declarations (person_id);

-- The free text stands apart so that it can be erased while the declaration remains (HAB-5, GDPR).
create table declaration_notes (
  declaration_id uuid primary key references declarations (id),
  note text not null
);

create table recusal_decisions (
  id uuid primary key default uuidv7(),
  standing_order bigint not null default nextval('standing_order'),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  recused boolean not null,
  reason text not null check (reason <> ''),
  decided_by uuid not null references people (id),
  decided_at timestamptz not null,
  constraint recusal_decisions_not_own check (decided_by <> person_id)
);
create index recusal_decisions_standing on recusal_decisions (nomination_id, person_id);
create index recusal_decisions_person on recusal_decisions (person_id);
revoke update, delete on declarations, recusal_decisions from app;
revoke update on declaration_notes from app;

-- Where each person who has said something stands towards an application: free, pending (closed until decided) or recused.
-- Who has once said "connection" or "unsure" is not freed by saying "none" later: the others decide (HAB-4).
create view standings as
  select nomination_id, person_id,
    case
      when (array_agg(recused order by standing_order desc) filter (where recused is not null))[1] then 'recused'
      when max(standing_order) filter (where answer <> 'none') > coalesce(max(standing_order) filter (where recused is not null), 0) then 'pending'
      when bool_or(answer is not null) then 'free'
      else 'undeclared'
    end as standing
  from (
    select nomination_id, person_id, standing_order, answer, null::boolean as recused from declarations
    union all
    select nomination_id, person_id, standing_order, null, recused from recusal_decisions
  ) as said
  group by nomination_id, person_id;

-- The same for one of each, also who has said nothing yet: undeclared.
create function juror_standing(person uuid, nomination uuid) returns text stable language sql as $$
  select coalesce((select standing from standings where person_id = person and nomination_id = nomination), 'undeclared')
$$;

create table ballots (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  seat_id uuid not null references seats (id),
  state text not null default 'assigned' check (state in ('assigned', 'started', 'delivered', 'locked', 'recused', 'voided')),
  version integer not null default 0,
  assigned_at timestamptz not null,
  started_at timestamptz,
  delivered_at timestamptz,
  locked_at timestamptz,
  constraint ballots_one_per_juror unique (nomination_id, person_id),
  constraint ballots_delivered check (state not in ('delivered', 'locked') or delivered_at is not null),
  constraint ballots_locked check (state <> 'locked' or locked_at is not null)
);
create index ballots_edition on ballots (edition_id, state);
create index ballots_person on ballots (person_id);

create table ballot_scores (
  ballot_id uuid not null references ballots (id),
  criterion_id uuid not null references criteria (id),
  -- score for assessed and weighted extra criteria, met for musts; null = not given, never zero
  score integer,
  -- the application says nothing of it: counts as the lowest score, and stands as what it is
  not_described boolean not null default false,
  met boolean,
  assessment text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (ballot_id, criterion_id),
  constraint ballot_scores_not_described check (not not_described or score is not null)
);

create function ballot_scores_guard() returns trigger language plpgsql as $$
declare
  ballot ballots;
  edition editions;
begin
  select * into ballot from ballots where id = coalesce(new.ballot_id, old.ballot_id);
  if ballot.state not in ('assigned', 'started') then
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
create trigger ballot_scores_guard before insert or update or delete on ballot_scores for each row execute function ballot_scores_guard();

-- A locked ballot keeps what it was: only its state may move on (reopening is an event of its own).
create function ballots_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.state = 'locked' and (new.delivered_at is distinct from old.delivered_at
      or new.person_id <> old.person_id or new.nomination_id <> old.nomination_id)) then
    raise exception 'a locked ballot cannot be changed' using errcode = 'check_violation', constraint = 'ballots_locked_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger ballots_guard before update or delete on ballots for each row execute function ballots_guard();
