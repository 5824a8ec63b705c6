-- Whoever has sent in and then changed something is reminded, too. That nothing had been changed at that moment is kept, so that it is asked once.
alter table draft_reminders
  add column needed boolean not null default true;
