-- Whether two people must have read a mailing does not hang on what its writer says that it is about. It also does where it goes to
-- applicants while something that the jury has chosen is not public, and where those chosen are told apart by a decision.

create function letter_needs_two(edition uuid, recipients jsonb, about text, at timestamptz) returns boolean stable language sql as $$
  select about is not null or recipients ->> 'audience' in ('applications', 'marked') and (
    exists (select from decisions d where d.edition_id = edition and d.retracted_at is null and not outcome_is_public(edition, d.kind, at))
    or coalesce(recipients -> 'states' ?| array['rejected', 'nominated', 'notSelected', 'winner', 'honourableMention'], false)
    or exists (select from nominations n where n.edition_id = edition and recipients -> 'nominations' ? n.id::text
      and n.state in ('rejected', 'finalist', 'finalistWithoutPrize', 'notSelected', 'winner', 'honourableMention')))
$$;

alter table letter_batches
  drop constraint letter_batches_two_people,
  drop constraint letter_batches_schedule_two_people;

create or replace function letter_batches_guard() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null or old.discarded_at is not null then
    raise exception 'a batch that has gone, or was given up, stays as it is' using errcode = 'check_violation', constraint = 'letter_batches_stay';
  end if;
  if old.about is not null and new.about is null then
    raise exception 'what tells of a decision goes on doing so' using errcode = 'check_violation', constraint = 'letter_batches_about_stays';
  end if;
  if new.prepared_by in (new.sent_by, new.scheduled_by)
      and letter_needs_two(new.edition_id, new.recipients, new.about, coalesce(new.sent_at, new.scheduled_at)) then
    raise exception 'two people must have read this batch' using errcode = 'check_violation', constraint = 'letter_batches_two_people';
  end if;
  return new;
end $$;

-- The same for what is written and sent in one breath.
create function letter_batches_begin() returns trigger language plpgsql as $$
begin
  if num_nonnulls(new.sent_by, new.scheduled_by, new.discarded_by) > 0 then
    raise exception 'a batch is written before it goes' using errcode = 'check_violation', constraint = 'letter_batches_begin';
  end if;
  return new;
end $$;
create trigger letter_batches_begin before insert on letter_batches for each row execute function letter_batches_begin();
