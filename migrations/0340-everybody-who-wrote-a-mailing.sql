-- Whoever wrote any of a mailing's words is no second reader of it, also when somebody else changed it last.
alter table letter_batches add column earlier_writers uuid[] not null default '{}';

create or replace function letter_batches_guard() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null or old.discarded_at is not null then
    raise exception 'a batch that has gone, or was given up, stays as it is' using errcode = 'check_violation', constraint = 'letter_batches_stay';
  end if;
  if old.about is not null and new.about is null then
    raise exception 'what tells of a decision goes on doing so' using errcode = 'check_violation', constraint = 'letter_batches_about_stays';
  end if;
  new.earlier_writers := old.earlier_writers;
  if new.prepared_by <> old.prepared_by and not old.prepared_by = any(old.earlier_writers) then
    new.earlier_writers := old.earlier_writers || old.prepared_by;
  end if;
  if (new.earlier_writers || new.prepared_by) && array[new.sent_by, new.scheduled_by]
      and letter_needs_two(new.edition_id, new.recipients, new.about, coalesce(new.sent_at, new.scheduled_at)) then
    raise exception 'two people must have read this batch' using errcode = 'check_violation', constraint = 'letter_batches_two_people';
  end if;
  return new;
end $$;
