-- Decisions, statements and publications: decided, told and public are three different things.

create table decisions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  kind text not null check (kind in ('finalists', 'winner')),
  no_award boolean not null default false,
  decided_by uuid not null references people (id),
  decided_at timestamptz not null,
  reason text not null default '',
  departs boolean not null default false,
  retracted_by uuid references people (id),
  retracted_at timestamptz,
  retraction_reason text,
  constraint decisions_departure_has_reason check (not departs or reason <> ''),
  constraint decisions_no_award check (not no_award or kind = 'winner')
);
create unique index decisions_one_standing on decisions (edition_id, kind) where retracted_at is null;

create table decision_entries (
  decision_id uuid not null references decisions (id),
  nomination_id uuid not null references nominations (id),
  outcome text not null check (outcome in ('finalist', 'winner', 'honourableMention')),
  primary key (decision_id, nomination_id)
);
create unique index decision_entries_one_winner on decision_entries (decision_id) where outcome = 'winner';

-- Who took part in the decision and who was out of it.
create table decision_participants (
  decision_id uuid not null references decisions (id),
  person_id uuid not null references people (id),
  took_part boolean not null,
  note text not null default '',
  primary key (decision_id, person_id)
);
revoke update, delete on decision_entries, decision_participants from app;

create table statements (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null constraint statements_one unique references nominations (id),
  version integer not null default 1,
  nb text not null default '',
  nn text not null default '',
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  constraint statements_approved check ((approved_by is null) = (approved_at is null)),
  constraint statements_approved_complete check (approved_at is null or (nb <> '' and nn <> ''))
);

create table publications (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  kind text not null check (kind in ('finalists', 'winner')),
  decision_id uuid not null references decisions (id),
  version integer not null default 0,
  publish_at timestamptz not null,
  -- the joint paragraph above the statements: {"nb": "…", "nn": "…"}
  texts jsonb not null,
  -- the jury's statements as they were when this was prepared: {"<nomination>": {"nb": "…", "nn": "…"}}. What was approved is what is public.
  statements jsonb not null default '{}',
  prepared_by uuid not null references people (id),
  prepared_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  stopped_by uuid references people (id),
  stopped_at timestamptz,
  stop_reason text,
  -- when the states of the nominations followed; the public sees the result from publish_at, applied or not
  applied_at timestamptz,
  constraint publications_approved check ((approved_by is null) = (approved_at is null)),
  constraint publications_two_persons check (approved_by <> prepared_by)
);
create unique index publications_one_standing on publications (edition_id, kind) where stopped_at is null;

-- The one rule of what is public. Rules, guards and pages all ask here.
create function publication_is_public(publication publications, at timestamptz) returns boolean immutable language sql as $$
  select publication.approved_at is not null and publication.stopped_at is null and publication.publish_at <= at
$$;
create function outcome_is_public(edition uuid, what text, at timestamptz) returns boolean stable language sql as $$
  select exists (select from publications p where p.edition_id = edition and p.kind = what and publication_is_public(p, at))
$$;
create function public_outcome(nomination uuid, at timestamptz) returns text stable language sql as $$
  select e.outcome from publications p
  join decision_entries e on e.decision_id = p.decision_id and e.nomination_id = nomination
  where publication_is_public(p, at)
  order by p.kind = 'winner' desc limit 1
$$;
