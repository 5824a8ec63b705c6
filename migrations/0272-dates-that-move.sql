-- A date that moves, seen from a calendar: how often the dates of a year have changed, and when last. It says nothing of anything else
-- that happens to the year, as its version would.
alter table editions
  add column dates_sequence integer not null default 0 check (dates_sequence >= 0),
  add column dates_changed_at timestamptz,
  add constraint editions_dates_changed check ((dates_sequence = 0) = (dates_changed_at is null));
update editions set dates_sequence = 1, dates_changed_at = ended_at where state = 'cancelled' and ended_at is not null;
