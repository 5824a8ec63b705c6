-- Whoever holds a draft is reminded before the deadline: so many days before its day, each of them on or off for the year.

alter table editions
  add column draft_reminder_days smallint[] not null default '{14,3,1}'
    constraint editions_draft_reminder_days check (draft_reminder_days <@ '{14,3,1}');

-- Which reminders have gone out, so that each goes once whoever sends it.
create table draft_reminders (
  nomination_id uuid not null references nominations (id),
  -- the instant it was due: when a deadline moves, its reminders are others
  remind_at timestamptz not null,
  sent_at timestamptz not null,
  primary key (nomination_id, remind_at),
  constraint draft_reminders_not_early check (sent_at >= remind_at)
);
revoke update, delete on draft_reminders from app;

-- Eight in the morning so many days before the day of the deadline. A deadline at midnight belongs to the day that ends with it.
create function draft_reminder_at(deadline timestamptz, days integer) returns timestamptz stable language sql as $$
  select (((deadline - interval '1 millisecond') at time zone 'Europe/Oslo')::date - days + time '08:00') at time zone 'Europe/Oslo'
$$;
