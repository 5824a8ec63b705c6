-- The words of a letter that follows from something two people agree on stand still from when the first of them has done their part until
-- the letter has been written: what the second agrees to is what is read. A letter that waits is changed by stopping what it waits for.
create function letter_text_waits(edition uuid, letter text) returns boolean stable language sql as $$
  select case
    when letter in ('finalist', 'notSelected', 'outcomeWon', 'outcomeOther') then exists (
      select from publications p where p.edition_id = edition and p.applied_at is null and p.stopped_at is null and p.taken_down_at is null
        and p.kind = case when letter in ('finalist', 'notSelected') then 'finalists' else 'winner' end)
    when letter = 'rejected' then exists (
      select from rejection_proposals r where r.edition_id = edition and r.approved_at is null and r.declined_at is null and not r.lapsed)
    when letter = 'feedback' then exists (
      select from feedbacks f join nominations n on n.id = f.nomination_id
      where n.edition_id = edition and f.approved_at is not null and f.told_at is null)
    else false
  end
$$;

create function letter_texts_guard() returns trigger language plpgsql as $$
begin
  if letter_text_waits(new.edition_id, new.letter) then
    raise exception 'somebody agrees to these words' using errcode = 'check_violation', constraint = 'letter_texts_wait';
  end if;
  return new;
end $$;
create trigger letter_texts_guard before insert on letter_texts for each row execute function letter_texts_guard();
