-- What the table of applications is chosen and put in order by. Each order has its index, so that a page of it costs the same however many
-- there are.

-- The number of the county of a municipality or a district; the others have none, and stand last.
create function nomination_county(key text) returns text language sql immutable as $$
  select coalesce(substring(key from '^(?:kommune|bydel):([0-9]{2})'), 'none')
$$;

-- As an application goes on its way.
create function nomination_step(state text) returns integer language sql immutable as $$
  select array_position(array['draft', 'submitted', 'returned', 'admitted', 'rejected', 'underReview', 'scored', 'finalist', 'notSelected',
    'winner', 'honourableMention', 'finalistWithoutPrize', 'withdrawn'], state)
$$;

create index nominations_by_unit on nominations (edition_id, unit_name, organisation_name, id);
create index nominations_by_county on nominations (edition_id, nomination_county(organisation_key), organisation_name, unit_name, id);
create index nominations_by_step on nominations (edition_id, nomination_step(state), organisation_name, unit_name, id);
create index nominations_by_receipt on nominations (edition_id, receipt_number, id) where receipt_number is not null;
create index nominations_by_return on nominations (edition_id, return_due_at, id) where state = 'returned';

-- Letters to those that were marked in the table, named one by one.
alter table letter_batches drop constraint letter_batches_chosen;
alter table letter_batches add constraint letter_batches_chosen check (case recipients ->> 'audience'
  when 'applications' then jsonb_array_length(recipients -> 'states') > 0
  when 'marked' then jsonb_array_length(recipients -> 'nominations') > 0
  when 'jurors' then recipients ->> 'jurors' in ('all', 'unfinished', 'undeclared')
  when 'nominated' then true
  when 'list' then true
  else false
end);
