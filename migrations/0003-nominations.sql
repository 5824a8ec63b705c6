-- Applications ("nomination" in code, «søknad» on pages), what was sent in, and who may work on them.

create table nominations (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'returned', 'admitted', 'rejected', 'underReview', 'scored',
     'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize', 'withdrawn')),
  version integer not null default 0,
  applicant_kind text not null check (applicant_kind in ('municipality', 'district', 'enterprise', 'cooperation')),
  organisation_name text not null check (organisation_name <> ''),
  -- register key of the organisation: 'kommune:1101', 'bydel:030105', or 'navn:<lower-case name>'
  organisation_key text not null,
  organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
  unit_name text not null default '',
  partners text[] not null default '{}',
  language text not null default 'nb' check (language in ('nb', 'nn')),
  created_by uuid not null references people (id),
  created_at timestamptz not null,
  receipt_number text constraint nominations_receipt_unique unique,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  submission_count integer not null default 0,
  return_due_at timestamptz,
  return_reason text,
  rejection_reason text,
  withdrawn_at timestamptz,
  constraint nominations_submitted check (state in ('draft', 'withdrawn')
    or (submitted_at is not null and receipt_number is not null and submission_count > 0)),
  constraint nominations_returned check (state <> 'returned' or (return_due_at is not null and return_reason is not null)),
  constraint nominations_rejected check (state <> 'rejected' or rejection_reason is not null),
  constraint nominations_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index nominations_edition on nominations (edition_id, state);
create index nominations_organisation on nominations (edition_id, organisation_key);

create table nomination_members (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  added_by uuid not null references people (id),
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index nomination_members_once on nomination_members (nomination_id, person_id) where removed_at is null;
create index nomination_members_person on nomination_members (person_id);

-- "Ask to join" is always offered, whether or not the organisation has a draft, and opens nothing by itself.
create table join_requests (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  organisation_key text not null,
  organisation_name text not null,
  person_id uuid not null references people (id),
  message text not null default '',
  requested_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  nomination_id uuid references nominations (id),
  answered_by uuid references people (id),
  answered_at timestamptz,
  constraint join_requests_answered check ((state = 'open') = (answered_at is null))
);
create unique index join_requests_open_once on join_requests (edition_id, organisation_key, person_id) where state = 'open';

create table answers (
  nomination_id uuid not null references nominations (id),
  question_id uuid not null references questions (id),
  value text not null default '',
  version integer not null default 1,
  updated_by uuid not null references people (id),
  updated_at timestamptz not null,
  primary key (nomination_id, question_id)
);

create table documents (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  position integer not null,
  name text not null check (name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  description text not null default '',
  uploaded_by uuid not null references people (id),
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index documents_nomination on documents (nomination_id) where removed_at is null;
create index documents_sha256 on documents (sha256);

-- What was sent in, rendered with its questions, because questions change between editions. Never changed.
create table submissions (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  number integer not null check (number > 0),
  submitted_at timestamptz not null,
  submitted_by uuid not null references people (id),
  rendered jsonb not null,
  -- SHA-256 of the canonical JSON of `rendered`
  sha256 text not null,
  constraint submissions_number_unique unique (nomination_id, number)
);
create table submission_documents (
  submission_id uuid not null references submissions (id),
  document_id uuid not null references documents (id),
  primary key (submission_id, document_id)
);
revoke update, delete on submissions, submission_documents from app;
