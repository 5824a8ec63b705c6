-- Coming to the ceremony: a link to a form elsewhere, or the places and the waiting list of this service.

create table ceremony_signups (
  edition_id uuid primary key references editions (id),
  mode text not null check (mode in ('off', 'link', 'form')),
  -- of a form elsewhere
  url text check (url like 'https://%'),
  text_nb text not null default '',
  text_nn text not null default '',
  places integer check (places > 0),
  closes_at timestamptz,
  version integer not null default 0,
  changed_by uuid not null references people (id),
  changed_at timestamptz not null,
  constraint ceremony_signups_link check (mode <> 'link' or url is not null),
  constraint ceremony_signups_form check (mode <> 'form' or (places is not null and closes_at is not null)),
  constraint ceremony_signups_text check ((text_nb = '') = (text_nn = ''))
);

-- Kept until two weeks after the ceremony, and gone at once for whoever signs off.
create table ceremony_guests (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  name text not null check (btrim(name) <> ''),
  organisation text not null default '',
  email text not null check (email <> ''),
  language text not null check (language in ('nb', 'nn', 'en')),
  -- what they cannot eat, or need to take part
  needs text not null default '',
  -- in the letters, to sign off by; it opens nothing else
  token text not null constraint ceremony_guests_token unique,
  -- who asked from where, to know when it is too often; in real time, like all limits
  source_hash bytea,
  asked_real_at timestamptz not null,
  asked_at timestamptz not null,
  -- since when they have a place; without, they wait in the order in which they asked
  placed_at timestamptz,
  constraint ceremony_guests_once unique (edition_id, email)
);
create index ceremony_guests_asked on ceremony_guests (asked_real_at);
