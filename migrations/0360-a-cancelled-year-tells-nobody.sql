-- A year is cancelled: what was approved and had not come out would have come out by itself at its moment, and mailings with a moment
-- of their own would have gone. The command stops both; here stands that nothing can come out after it.
create function cancelled_year_is_quiet() returns trigger language plpgsql as $$
begin
  if exists (
    select from editions e join publications p on p.edition_id = e.id
    where e.id = case tg_table_name when 'editions' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'edition_id')::uuid end
      and e.state = 'cancelled' and p.publish_at > e.ended_at
      and p.corrects is null and p.approved_at is not null and p.stopped_at is null and p.taken_down_at is null
  ) then
    raise exception 'a cancelled year publishes nothing' using errcode = '23514', constraint = 'publications_year_over';
  end if;
  return null;
end $$;

-- At the end of the transaction: the year is locked and moved first, and what waits is stopped after it.
create constraint trigger editions_cancelled_is_quiet after update of state on editions
  deferrable initially deferred for each row when (new.state = 'cancelled') execute function cancelled_year_is_quiet();
create constraint trigger publications_cancelled_is_quiet after insert or update on publications
  deferrable initially deferred for each row execute function cancelled_year_is_quiet();

-- Years that were cancelled before.
update publications p set stopped_at = e.ended_at, stop_reason = 'Prisåret er avlyst.', version = p.version + 1
  from editions e where e.id = p.edition_id and e.state = 'cancelled' and p.publish_at > greatest(now(), e.ended_at + interval '10 seconds')
    and p.stopped_at is null and p.taken_down_at is null;
set constraints all immediate;

alter table letter_batches
  drop constraint letter_batches_held_back_check,
  add constraint letter_batches_held_back_check
    check (held_back in ('othersNow', 'nobody', 'tooEarly', 'takenDown', 'notAgreed', 'notOpen', 'cancelled', 'right'));
update letter_batches b set send_at = null, scheduled_by = null, scheduled_at = null, scheduled_hash = null, held_back = 'cancelled', version = b.version + 1
  from editions e where e.id = b.edition_id and e.state = 'cancelled' and b.send_at is not null and b.sent_at is null;

-- A cancelled year is archived, too; every other year that is archived has announced a winner, or that there is none.
create function year_was_cancelled(e editions) returns boolean language sql stable as $$
  select e.state = 'cancelled' or (e.state = 'archived'
    and not exists (select from publications p where p.edition_id = e.id and p.kind = 'winner' and p.applied_at is not null))
$$;
