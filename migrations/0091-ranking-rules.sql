-- The regulations say which mean gives the places and what happens when several share the first: chosen before the call
-- opens, frozen with the rest of the rules.

alter table editions
  -- null: announced before there was a choice; such a year goes by the plain mean, and its hash stays what it was
  add column rank_rule text check (rank_rule in ('adjusted', 'plain', 'trimmed')),
  add column tie_rule text not null default 'shared' check (tie_rule in ('shared', 'ladder', 'ladder+lot')),
  -- which public random value of a later date decides a lot, in words: named before anybody can know it
  add column lot_source text not null default '',
  -- that value, written down when it is known
  add column lot_beacon text check (lot_beacon <> ''),
  -- whether an extract of the figures, without names, is made public with the outcome
  add column public_extract boolean not null default false,
  add constraint editions_lot_source check (tie_rule <> 'ladder+lot' or announced_at is null or lot_source <> '');
update editions set rank_rule = 'adjusted' where announced_at is null;
alter table editions alter column rank_rule set default 'adjusted';
