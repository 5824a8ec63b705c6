-- Those whom the jury has not nominated may have their answer before everybody: once all the nominated have agreed to be named. If one of
-- them said no, the jury would choose anew, and the answer might be another.

-- By the choice that stands: in each direction an application that is with the jury, or nothing where there is no choice.
create function nominated_agreed(edition uuid) returns boolean stable language sql as $$
  select exists (select from decisions d where d.edition_id = edition and d.kind = 'finalists' and d.retracted_at is null)
    and not exists (select from decisions d join decision_entries de on de.decision_id = d.id
      left join namings g on g.nomination_id = de.nomination_id
      where d.edition_id = edition and d.kind = 'finalists' and d.retracted_at is null and g.answer is distinct from 'agreed')
$$;

create function not_nominated(nomination nominations) returns boolean stable language sql as $$
  select nomination.state in ('underReview', 'scored')
    and exists (select from decisions d where d.edition_id = nomination.edition_id and d.kind = 'finalists' and d.retracted_at is null)
    and not exists (select from decisions d join decision_entries de on de.decision_id = d.id
      where d.edition_id = nomination.edition_id and d.kind = 'finalists' and d.retracted_at is null and de.nomination_id = nomination.id)
$$;

-- Whoever is out of one application of the year learns nothing of such a batch: whom it goes to tells who is nominated.
create function tells_not_nominated(batch uuid) returns boolean stable language sql as $$
  select exists (select from letter_batches b where b.id = batch and b.recipients ->> 'audience' = 'notNominated')
$$;

alter table letter_batches
  drop constraint letter_batches_held_back_check,
  add constraint letter_batches_held_back_check
    check (held_back in ('othersNow', 'nobody', 'tooEarly', 'takenDown', 'notAgreed', 'notOpen', 'right')),
  drop constraint letter_batches_chosen,
  add constraint letter_batches_chosen check (case recipients ->> 'audience'
    when 'applications' then jsonb_array_length(recipients -> 'states') > 0
    when 'marked' then jsonb_array_length(recipients -> 'nominations') > 0
    when 'jurors' then recipients ->> 'jurors' in ('all', 'unfinished', 'undeclared')
    when 'nominated' then true
    when 'notNominated' then about is not distinct from 'nomination'
    when 'list' then true
    else false
  end);

create function letter_batches_agreed() returns trigger language plpgsql as $$
begin
  if not nominated_agreed(new.edition_id) then
    raise exception 'not all the nominated have agreed to be named' using errcode = 'check_violation', constraint = 'letter_batches_agreed';
  end if;
  return new;
end $$;
create trigger letter_batches_agreed before update of sent_at on letter_batches for each row
  when (new.sent_at is not null and new.recipients ->> 'audience' = 'notNominated') execute function letter_batches_agreed();
