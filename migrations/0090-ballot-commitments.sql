-- What a juror delivered, fixed by a salted hash. The hash stays; the salt can be erased, and then the hash tells nobody anything.

create table ballot_commitments (
  ballot_id uuid not null references ballots (id),
  -- the first delivery, the second after reopening, …
  delivery integer not null check (delivery >= 1),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz not null,
  primary key (ballot_id, delivery)
);
create table ballot_salts (
  ballot_id uuid not null,
  delivery integer not null,
  salt text not null check (salt ~ '^[0-9a-f]{64}$'),
  primary key (ballot_id, delivery),
  foreign key (ballot_id, delivery) references ballot_commitments (ballot_id, delivery)
);
revoke update, delete on ballot_commitments, ballot_salts from app;
