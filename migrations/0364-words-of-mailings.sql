-- The words of a mailing have the time of its letters: with these they go, too. The year and whom it was for stay, as the log of it does.
create or replace function letter_batches_guard() returns trigger language plpgsql as $$
begin
  if is_erasing() then
    return new;
  end if;
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

create function erase_batches() returns trigger language plpgsql as $$
declare
  n bigint;
begin
  update letter_batches set title = '–', texts = '{"nb": {"subject": "–", "body": "–"}, "nn": {"subject": "–", "body": "–"}}'
    where edition_id = new.subject_id and title <> '–';
  get diagnostics n = row_count;
  if n > 0 then
    new.counts := new.counts || jsonb_build_object('letter_batches', n);
  end if;
  return new;
end $$;
create trigger erase_batches before insert on erasures for each row when (new.rule = 'letters') execute function erase_batches();

-- Where a letter was sent again to another address, both addresses stood in the log, which outlives letters, lists and accounts.
delete from audit_details d using audit_events e
where e.id = d.event_id and e.subject_type = 'letter' and e.event = 'resend' and d.payload ? 'to';
