-- Reminders of the call are stopped, or sent at once, as the others of a year are.
alter table reminder_orders
  drop constraint reminder_orders_kind_check,
  add constraint reminder_orders_kind_check check (kind in ('drafts', 'call', 'declarations', 'ballots', 'statements', 'ceremony'));
