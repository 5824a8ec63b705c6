-- To whom the call is sent: a list that the secretariat brings along, for one year, kept no longer than the call is open.

create table call_recipients (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  email text not null check (email <> '' and email = lower(email)),
  name text not null default '',
  language text not null check (language in ('nb', 'nn')),
  -- behind the link in each letter. It opens nothing but "no more of this", and the letters that are kept hold it, too
  token text not null constraint call_recipients_token unique,
  added_by uuid not null references people (id),
  added_at timestamptz not null,
  -- stays, so that the address is not written to by the next list
  unsubscribed_at timestamptz,
  constraint call_recipients_once unique (edition_id, email)
);

alter table letter_batches
  drop constraint letter_batches_held_back_check,
  add constraint letter_batches_held_back_check check (held_back in ('othersNow', 'nobody', 'tooEarly', 'notOpen', 'right')),
  drop constraint letter_batches_chosen,
  add constraint letter_batches_chosen check (
    case recipients->>'audience'
      when 'applications' then jsonb_array_length(recipients->'states') > 0
      when 'jurors' then recipients->>'jurors' in ('all', 'unfinished', 'undeclared')
      when 'nominated' then true
      when 'list' then true
      else false
    end),
  -- those on the list are told of the call, and of nothing that has been decided
  add constraint letter_batches_list check (recipients->>'audience' <> 'list' or about is null);

alter table letter_batch_seen
  alter column person_id drop not null,
  add column recipient_id uuid references call_recipients (id) on delete cascade,
  add constraint letter_batch_seen_who check (num_nonnulls(person_id, recipient_id) = 1),
  drop constraint letter_batch_seen_once,
  add constraint letter_batch_seen_once unique nulls not distinct (batch_id, person_id, nomination_id, recipient_id);

-- Whoever is on a list is nobody in our tables: there the key of the letter says that there is one.
drop index letters_batch_once;
create unique index letters_batch_once on letters (batch_id, person_id, nomination_id) nulls not distinct where batch_id is not null and person_id is not null;
