-- A batch can wait for a moment of its own. Whoever sets it has seen whom it goes to, as whoever sends it has; until then it can be stopped.

alter table letter_batches
  add column send_at timestamptz,
  add column scheduled_by uuid references people (id),
  add column scheduled_at timestamptz,
  -- names the recipients that whoever set it has seen: with others by then, nothing goes
  add column scheduled_hash text,
  -- why it did not go at its moment
  add column held_back text check (held_back in ('othersNow', 'nobody', 'tooEarly', 'right')),
  add constraint letter_batches_scheduled check (num_nulls(send_at, scheduled_by, scheduled_at, scheduled_hash) in (0, 4)),
  add constraint letter_batches_ahead check (send_at > scheduled_at),
  add constraint letter_batches_schedule_two_people check (about is null or scheduled_by <> prepared_by),
  add constraint letter_batches_schedule_over check (send_at is null or discarded_at is null);
create index letter_batches_due on letter_batches (send_at) where send_at is not null and sent_at is null;
