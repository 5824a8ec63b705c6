-- A question about the call that came by telephone, by mail or in another way: the secretariat writes it down, and it is answered as the others are.

alter table call_questions
  add column came_by text not null default 'form' check (came_by in ('form', 'phone', 'email', 'other')),
  add column registered_by uuid references people (id),
  add constraint call_questions_registered check ((came_by = 'form') = (registered_by is null));
