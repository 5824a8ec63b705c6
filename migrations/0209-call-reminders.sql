-- "Remind me" on the page of the call: an address for one letter, kept no longer than the call is open.

create table call_reminders (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  email text not null check (email <> ''),
  language text not null check (language in ('nb', 'nn', 'en')),
  token_hash bytea not null constraint call_reminders_token unique,
  -- who asked from where, to know when it is too often; in real time, like all limits
  source_hash bytea not null,
  asked_real_at timestamptz not null,
  asked_at timestamptz not null,
  -- by the link in the letter: until then nobody is reminded
  confirmed_at timestamptz,
  reminded_at timestamptz,
  constraint call_reminders_reminded check (reminded_at is null or confirmed_at is not null)
);
create unique index call_reminders_once on call_reminders (edition_id, email) where confirmed_at is not null;
create index call_reminders_asked on call_reminders (asked_real_at);
