-- A result that is taken down was wrong, and so is every letter that tells of it: what has not gone does not go, what has gone counts as
-- nothing told, and nobody writes of a result while the public reads a notice in its place.

-- The publication that a letter tells of: by its template, or by what its mailing is about.
create function publication_told(template text, about text) returns text immutable language sql as $$
  select case
    when template in ('finalist', 'notSelected') or about = 'nomination' then 'finalists'
    when template = 'outcome' or about = 'winner' then 'winner'
  end
$$;

-- What it tells was taken down after it was written.
create function tells_what_is_taken_down(letter letters) returns boolean stable language sql as $$
  select exists (select from publications p
    where p.edition_id = letter.edition_id and p.taken_down_at >= letter.created_at
      and p.kind = publication_told(letter.template, (select b.about from letter_batches b where b.id = letter.batch_id)))
$$;

-- It was public, is no more, and nothing has come out in its place.
create function result_is_down(edition uuid, what text, at timestamptz) returns boolean stable language sql as $$
  select exists (select from publications p where p.edition_id = edition and p.kind = what and p.taken_down_at <= at)
    and not outcome_is_public(edition, what, at)
$$;

alter table letter_batches
  drop constraint letter_batches_held_back_check,
  add constraint letter_batches_held_back_check
    check (held_back in ('othersNow', 'nobody', 'tooEarly', 'takenDown', 'notOpen', 'right'));
