-- An edition is one year of the prize: its dates, texts, criteria, form and jury.

create table editions (
  id uuid primary key default uuidv7(),
  year integer not null check (year between 2000 and 2200),
  state text not null default 'planned' check (state in
    ('planned', 'announced', 'closed', 'judging', 'deliberating', 'decided', 'finalistsPublished', 'winnerAnnounced', 'noAward', 'cancelled', 'archived')),
  version integer not null default 0,
  copied_from uuid references editions (id),
  -- [opens_at, closes_at): applications are accepted. "kl. 23.59" is stored as 24.00.
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  judging_ends_at timestamptz not null,
  finalists_at timestamptz not null,
  ceremony_at timestamptz not null,
  ceremony_place text not null default '',
  scoring boolean not null default true,
  scale_min integer not null default 1,
  scale_max integer not null default 6,
  -- {"1": {"nb": "…", "nn": "…", "en": "…"}, …, "none": {…}}: what each level means, and "not described"
  scale_words jsonb not null,
  -- {"nb": {"intro", "purpose", "eligibility", "prize", "regulations"}, "nn": {…}, "en"?: {…}}
  texts jsonb not null,
  prize_amount integer not null check (prize_amount >= 0),
  finalists_min integer not null default 2,
  finalists_max integer not null default 3,
  quorum integer not null default 3 check (quorum >= 1),
  documents_max integer not null default 10,
  document_bytes_max integer not null default 26214400,
  help_name text not null default '',
  help_email text not null default '',
  help_phone text not null default '',
  -- SHA-256 of criteria, form, scale and regulations, frozen at the announcement
  rules_sha256 text,
  created_at timestamptz not null,
  announced_at timestamptz,
  closed_at timestamptz,
  judging_started_at timestamptz,
  judging_closed_at timestamptz,
  ended_at timestamptz,
  constraint editions_year_unique unique (year),
  constraint editions_dates_in_order check (opens_at < closes_at and closes_at < judging_ends_at
    and judging_ends_at <= finalists_at and finalists_at < ceremony_at),
  constraint editions_scale check (scale_min < scale_max and scale_min >= 0 and scale_max <= 100),
  constraint editions_finalists_range check (1 <= finalists_min and finalists_min <= finalists_max),
  constraint editions_announced check (state in ('planned', 'cancelled') or (announced_at is not null and rules_sha256 is not null)),
  constraint editions_judging check (state not in ('judging', 'deliberating', 'decided', 'finalistsPublished', 'winnerAnnounced') or judging_started_at is not null),
  constraint editions_deliberating check (state not in ('deliberating', 'decided', 'finalistsPublished', 'winnerAnnounced') or judging_closed_at is not null)
);

create table role_grants (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people (id),
  role text not null check (role in ('administrator', 'secretary', 'leader', 'auditor')),
  edition_id uuid references editions (id),
  from_at timestamptz not null,
  until_at timestamptz,
  granted_by uuid references people (id),
  ended_by uuid references people (id),
  constraint role_grants_period check (until_at is null or from_at <= until_at)
);
create index role_grants_person on role_grants (person_id);

create table criteria (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  position integer not null,
  kind text not null check (kind in ('must', 'assessed', 'extra')),
  -- extra is text only unless weighted; must is yes or no and never in a total
  weight integer check (weight >= 1),
  -- {"nb": {"name", "description"}, "nn": {…}, "en"?: {…}}
  texts jsonb not null,
  constraint criteria_position_unique unique (edition_id, position) deferrable initially deferred,
  constraint criteria_weight check ((kind = 'must' and weight is null) or (kind = 'assessed' and weight is not null) or kind = 'extra')
);

create table questions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  criterion_id uuid references criteria (id),
  position integer not null,
  section text not null check (section in ('about', 'criteria', 'extra', 'approval')),
  kind text not null check (kind in ('text', 'line', 'tick')),
  required boolean not null default true,
  word_limit integer check (word_limit > 0),
  -- {"nb": {"label", "help", "prompts": ["…"]}, "nn": {…}, "en"?: {…}}
  texts jsonb not null,
  constraint questions_position_unique unique (edition_id, position) deferrable initially deferred
);

-- Seats belong to organisations; a person fills one for a time.
create table seats (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  position integer not null,
  organisation text not null,
  role text not null check (role in ('chair', 'deputyChair', 'member', 'deputy')),
  constraint seats_position_unique unique (edition_id, position) deferrable initially deferred
);
create unique index seats_one_chair on seats (edition_id) where role = 'chair';
create unique index seats_one_deputy_chair on seats (edition_id) where role = 'deputyChair';

create table seat_holders (
  id uuid primary key default uuidv7(),
  seat_id uuid not null references seats (id),
  edition_id uuid not null references editions (id),
  person_id uuid not null references people (id),
  invited_by uuid not null references people (id),
  invited_at timestamptz not null,
  -- the rules of confidence, read and accepted, and in which wording
  confirmed_at timestamptz,
  confidence_wording integer,
  until_at timestamptz
);
create unique index seat_holders_one_per_seat on seat_holders (seat_id) where until_at is null;
create unique index seat_holders_one_seat_per_person on seat_holders (edition_id, person_id) where until_at is null;
