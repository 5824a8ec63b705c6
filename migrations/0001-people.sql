-- People, what they may do and how they come in.
-- Times of the award come from the service's clock, never from now(): in the demo that clock is a row that can be moved.
-- Sign-in links, sessions and tokens live in real time.

do $$ begin
  if not exists (select from pg_roles where rolname = 'app') then create role app nologin; end if;
end $$;
grant usage on schema public to app;
alter default privileges in schema public grant select, insert, update, delete on tables to app;
alter default privileges in schema public grant usage, select on sequences to app;

create table demo_clock (
  id integer primary key check (id = 1),
  set_to timestamptz not null,
  set_at timestamptz not null,
  running boolean not null
);

create table people (
  id uuid primary key default uuidv7(),
  email text not null constraint people_email_unique unique constraint people_email_lowercase check (email = lower(email)),
  name text not null default '',
  phone text,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  created_at timestamptz not null,
  -- an administrator has shut this person out: nobody signs in with the address until they are invited again
  removed_at timestamptz
);

create table sign_in_links (
  id uuid primary key default uuidv7(),
  email text not null,
  token_hash bytea not null constraint sign_in_links_token_unique unique,
  code_hash bytea not null,
  browser_hash bytea not null,
  -- keyed hash of the network address that asked, to count by: one sender cannot flood many inboxes
  source_hash bytea not null,
  return_to text not null default '/min-side',
  tries integer not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_email on sign_in_links (email, created_at);
create index sign_in_links_source on sign_in_links (source_hash, created_at);
create index sign_in_links_browser on sign_in_links (browser_hash, created_at);

create table sessions (
  id_hash bytea primary key,
  person_id uuid not null references people (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person on sessions (person_id);

create table api_tokens (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people (id),
  name text not null,
  token_hash bytea not null constraint api_tokens_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_tokens_person on api_tokens (person_id);

-- A form posted after the sign-in ran out, kept until its author is back. Bound to the person of the ended session.
create table kept_forms (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people (id),
  path text not null,
  body text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index kept_forms_person on kept_forms (person_id);

create table past_editions (
  year integer primary key,
  winner text not null,
  finalists text[] not null default '{}',
  applications integer,
  ceremony_date date,
  mode text check (mode in ('physical', 'digital')),
  honourable text[] not null default '{}'
);
