-- The record: one hash chain per edition (and one for the service), and the outbox of letters.

create table audit_heads (
  -- the edition, or the nil uuid for what belongs to no edition
  chain uuid primary key,
  seq bigint not null,
  hash bytea not null
);
create table audit_events (
  chain uuid not null,
  seq bigint not null,
  id uuid not null constraint audit_events_id_unique unique,
  at timestamptz not null,
  subject_type text not null,
  subject_id uuid,
  event text not null,
  from_state text,
  to_state text,
  request_id text not null,
  -- SHA-256(salt || canonical JSON of the details); the details themselves can be erased, the chain still verifies
  details_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index audit_events_subject on audit_events (subject_id);
create table audit_details (
  event_id uuid primary key references audit_events (id),
  actor_id uuid,
  actor_name text not null,
  reason text,
  payload jsonb not null,
  salt bytea not null
);
revoke update, delete on audit_events, audit_details from app;
revoke delete on audit_heads from app;

create table letters (
  id uuid primary key default uuidv7(),
  -- one letter per happening and recipient, however often the sender is retried
  key text not null constraint letters_key_unique unique,
  template text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  edition_id uuid references editions (id),
  nomination_id uuid references nominations (id),
  person_id uuid references people (id),
  email text not null,
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unknown')),
  created_at timestamptz not null,
  sent_at timestamptz,
  error text
);
create index letters_created on letters (created_at);
create index letters_nomination on letters (nomination_id);
