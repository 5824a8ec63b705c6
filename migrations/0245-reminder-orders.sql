-- A reminder of a year can be stopped before its moment, or sent at once instead.

create table reminder_orders (
  edition_id uuid not null references editions (id),
  kind text not null check (kind in ('drafts', 'declarations', 'ballots', 'statements', 'ceremony')),
  -- the instant at which it would have gone by itself: when a date moves, its reminders are others
  remind_at timestamptz not null,
  -- null where it is stopped
  goes_at timestamptz,
  ordered_by uuid not null references people (id),
  ordered_at timestamptz not null,
  primary key (edition_id, kind, remind_at),
  constraint reminder_orders_ahead check (ordered_at < remind_at),
  constraint reminder_orders_at_once check (goes_at = ordered_at)
);
-- What is stopped can be let go again; what was sent at once cannot be taken back.
revoke update, delete on reminder_orders from app;
create function resume_reminder(edition uuid, what text, at timestamptz) returns boolean
  security definer set search_path = public, pg_temp language sql as $$
  with gone as (delete from reminder_orders where edition_id = edition and kind = what and remind_at = at and goes_at is null returning 1)
  select exists (select from gone)
$$;
revoke execute on function resume_reminder from public;
grant execute on function resume_reminder to app;

-- One that was sent at once says so: all others never go before their moment.
alter table work_reminders
  add column ordered_at timestamptz,
  drop constraint work_reminders_not_early,
  add constraint work_reminders_not_early check (sent_at >= coalesce(ordered_at, remind_at));
alter table draft_reminders
  add column ordered_at timestamptz,
  drop constraint draft_reminders_not_early,
  add constraint draft_reminders_not_early check (sent_at >= coalesce(ordered_at, remind_at));
