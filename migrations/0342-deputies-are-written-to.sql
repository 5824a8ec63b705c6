-- Deputies who are not called in are a group of their own that can be written to.

alter table letter_batches drop constraint letter_batches_chosen;
alter table letter_batches add constraint letter_batches_chosen check (case recipients ->> 'audience'
  when 'applications' then jsonb_array_length(recipients -> 'states') > 0
  when 'marked' then jsonb_array_length(recipients -> 'nominations') > 0
  when 'jurors' then recipients ->> 'jurors' in ('all', 'unfinished', 'undeclared', 'deputies')
  when 'nominated' then true
  when 'notNominated' then about is not distinct from 'nomination'
  when 'list' then true
  else false
end);
