-- A year that was called off before its announcement can be put away like any other.
alter table editions drop constraint editions_announced;
alter table editions add constraint editions_announced check (state in ('planned', 'cancelled')
  or (announced_at is not null and rules_sha256 is not null)
  or (state = 'archived' and announced_at is null and ended_at is not null));
