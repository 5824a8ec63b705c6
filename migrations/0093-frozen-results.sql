-- The result as it was when the jury decided, signed, in two layers: a core that stays, and the full inputs, which can be erased.

create table frozen_results (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  version integer not null check (version >= 1),
  -- the decisions that stood, and the ballots that counted: when these are others, a new version is due
  standing uuid[] not null,
  ballots text not null,
  cause text not null check (cause in
    ('finalistsDecided', 'winnerDecided', 'noAwardDecided', 'finalistsRetracted', 'winnerRetracted', 'ballotsChanged')),
  reason text not null default '',
  frozen_at timestamptz not null,
  -- SHA-256 of each file, byte for byte
  core_sha256 text not null check (core_sha256 ~ '^[0-9a-f]{64}$'),
  full_sha256 text not null check (full_sha256 ~ '^[0-9a-f]{64}$'),
  core text not null,
  -- figures without names, where the regulations promise them
  extract text,
  constraint frozen_results_version unique (edition_id, version)
);
create table frozen_full_results (
  frozen_id uuid primary key references frozen_results (id),
  full_file text not null
);
revoke update, delete on frozen_results, frozen_full_results from app;

-- The hashes of the ballots that count, as one.
create function ballots_fingerprint(edition uuid) returns text stable language sql as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.nomination_id, b.person_id, c.hash), ',' order by b.id), ''), 'UTF8')), 'hex')
  from ballots b
  join nominations n on n.id = b.nomination_id
    and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')
  left join lateral (select hash from ballot_commitments where ballot_id = b.id order by delivery desc limit 1) c on true
  where b.edition_id = edition and b.state = 'locked'
    and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))
$$;
