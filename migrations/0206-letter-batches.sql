-- Letters that the secretariat writes to many at once. To whom is a question that is asked anew whenever the batch is shown and when it
-- goes; what the writer saw is kept beside it, so that whoever sends it sees what has changed since.

create table letter_batches (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  version integer not null default 0,
  -- what the secretariat calls it
  title text not null check (btrim(title) <> ''),
  -- {"audience": "applications", "states": […]} or {"audience": "jurors", "jurors": "…"}
  recipients jsonb not null,
  -- the decision it tells of; such a letter goes once to each, and only when another person sends it
  about text check (about in ('admission', 'nomination', 'winner', 'other')),
  -- {"nb": {"subject", "body"}, "nn": …}
  texts jsonb not null,
  -- who wrote it last
  prepared_by uuid not null references people (id),
  prepared_at timestamptz not null,
  sent_by uuid references people (id),
  sent_at timestamptz,
  discarded_by uuid references people (id),
  discarded_at timestamptz,
  -- an empty choice never means everybody
  constraint letter_batches_chosen check (
    case recipients->>'audience'
      when 'applications' then jsonb_array_length(recipients->'states') > 0
      when 'jurors' then recipients->>'jurors' in ('all', 'unfinished', 'undeclared')
      else false
    end),
  constraint letter_batches_two_people check (about is null or sent_by <> prepared_by),
  constraint letter_batches_over check (num_nulls(sent_by, sent_at) in (0, 2) and num_nulls(discarded_by, discarded_at) in (0, 2)
    and (sent_at is null or discarded_at is null))
);
create index letter_batches_edition on letter_batches (edition_id, prepared_at desc);
revoke delete on letter_batches from app;

-- Whom the batch would have gone to when it was written last.
create table letter_batch_seen (
  batch_id uuid not null references letter_batches (id),
  person_id uuid not null references people (id),
  nomination_id uuid references nominations (id),
  constraint letter_batch_seen_once unique nulls not distinct (batch_id, person_id, nomination_id)
);

create function letter_batches_guard() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null or old.discarded_at is not null then
    raise exception 'a batch that has gone, or was given up, stays as it is' using errcode = 'check_violation', constraint = 'letter_batches_stay';
  end if;
  return new;
end $$;
create trigger letter_batches_guard before update on letter_batches for each row execute function letter_batches_guard();

alter table letters add column batch_id uuid references letter_batches (id);
create index letters_batch on letters (batch_id) where batch_id is not null;

-- No letter of a batch before somebody has sent it, and one a person for each application.
create unique index letters_batch_once on letters (batch_id, person_id, nomination_id) nulls not distinct where batch_id is not null;
create function letters_of_sent_batch() returns trigger language plpgsql as $$
begin
  if not exists (select from letter_batches b where b.id = new.batch_id and b.sent_at is not null) then
    raise exception 'nobody has sent this batch' using errcode = 'check_violation', constraint = 'letters_of_sent_batch';
  end if;
  return new;
end $$;
create trigger letters_of_sent_batch before insert on letters for each row when (new.batch_id is not null) execute function letters_of_sent_batch();
