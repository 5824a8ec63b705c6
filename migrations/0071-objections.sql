-- Who came into the jury and who left it after the call was announced; and what applicants have to say about it (HAB-11).

create table jury_changes (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  seat_id uuid not null references seats (id),
  person_id uuid not null references people (id),
  kind text not null check (kind in ('joined', 'left')),
  -- a deputy who was called in midway (HAB-8)
  called_in boolean not null default false,
  changed_at timestamptz not null
);
create index jury_changes_edition on jury_changes (edition_id, changed_at);
revoke update, delete on jury_changes from app;

create table objections (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  -- the juror it is about; null: the jury as a whole
  about_id uuid references people (id),
  made_by uuid not null references people (id),
  made_at timestamptz not null,
  answered_by uuid references people (id),
  answered_at timestamptz,
  -- to the applicant; never who is in conflict
  answer text,
  -- what the answer led to: the juror was found to be in conflict
  recused boolean,
  constraint objections_answered check (num_nulls(answered_by, answered_at, answer) in (0, 3) and (answer is null or btrim(answer) <> '')),
  constraint objections_recused check (recused is null or (answered_at is not null and about_id is not null)),
  constraint objections_not_own check (answered_by is distinct from about_id or answered_by is null)
);
create index objections_nomination on objections (nomination_id);
create index objections_open on objections (about_id, nomination_id) where answered_at is null;

-- The applicant's words stand apart so that they can be erased while the objection remains.
create table objection_texts (
  objection_id uuid primary key references objections (id),
  text text not null check (btrim(text) <> '')
);
revoke delete on objections from app;
revoke update on objection_texts from app;

create function objections_guard() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null or (new.edition_id, new.nomination_id, new.made_by, new.made_at) is distinct from (old.edition_id, old.nomination_id, old.made_by, old.made_at)
      or new.about_id is distinct from old.about_id then
    raise exception 'an objection is answered once and never rewritten' using errcode = 'check_violation', constraint = 'objections_stay';
  end if;
  return new;
end $$;
create trigger objections_guard before update on objections for each row execute function objections_guard();

-- Until when applicants may object: so many days after they were told of the jury, at first by the call and then by each change.
-- Nothing but time moves it: what the jury has decided must not show in what an applicant may do.
create function objections_until(edition uuid) returns timestamptz stable language sql as $$
  select ((greatest(e.closes_at, (select max(c.changed_at) from jury_changes c where c.edition_id = e.id)) at time zone 'Europe/Oslo')::date
    + e.objection_days + 1)::timestamp at time zone 'Europe/Oslo'
  from editions e where e.id = edition
$$;
