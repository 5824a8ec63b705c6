-- Reminders of what is left to do before a date of the year: whoever has not delivered, not answered for the applicants, not written or
-- approved a statement; and of the ceremony. Each kind on so many days before, or off.

create function reminder_days_are_valid(days jsonb) returns boolean immutable language sql as $$
  select jsonb_typeof(days) = 'object' and not exists (select from jsonb_each(days) chosen (kind, list)
    where kind not in ('ballots', 'declarations', 'statements', 'ceremony') or jsonb_typeof(list) <> 'array' or not list <@ '[14, 7, 3, 1]')
$$;
alter table editions add column reminder_days jsonb not null default '{}'
  constraint editions_reminder_days check (reminder_days_are_valid(reminder_days));

-- Which have gone out, so that each goes once whoever sends it.
create table work_reminders (
  edition_id uuid not null references editions (id),
  kind text not null check (kind in ('ballots', 'declarations', 'statements', 'ceremony')),
  remind_at timestamptz not null,
  sent_at timestamptz not null,
  primary key (edition_id, kind, remind_at),
  constraint work_reminders_not_early check (sent_at >= remind_at)
);
revoke update, delete on work_reminders from app;
