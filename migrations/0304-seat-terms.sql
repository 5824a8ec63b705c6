-- The years a seat's member is appointed for, both included; null where nothing is said. A copied year keeps them.
alter table seats
  add column term_from integer check (term_from between 2000 and 2100),
  add column term_to integer check (term_to between 2000 and 2100),
  add constraint seats_term check (term_to >= term_from);
