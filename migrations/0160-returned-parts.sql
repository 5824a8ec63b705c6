-- Returned for completion: which parts are open, and a word on each. Only these can be changed until it is sent in again.

-- How often it has been returned; its last number names the parts that are open now.
alter table nominations add column return_count integer not null default 0;

create table return_parts (
  nomination_id uuid not null references nominations (id),
  return_number integer not null check (return_number > 0),
  part text not null check (part in ('applicant', 'question', 'documents', 'confirmations')),
  question_id uuid references questions (id),
  -- what is missing there, in the secretariat's words; empty only for what was returned before there were parts
  note text not null,
  constraint return_parts_question check ((part = 'question') = (question_id is not null)),
  constraint return_parts_once unique nulls not distinct (nomination_id, return_number, part, question_id)
);
revoke update, delete on return_parts from app;

-- What is returned already stays open as it was: all of it.
update nominations set return_count = 1 where state = 'returned';
insert into return_parts (nomination_id, return_number, part, question_id, note)
select n.id, 1, 'question', q.id, '' from nominations n join questions q on q.edition_id = n.edition_id where n.state = 'returned'
union all
select n.id, 1, p.part, null, '' from nominations n cross join unnest(array['applicant', 'documents', 'confirmations']) p (part)
where n.state = 'returned';

alter table nominations add constraint nominations_returned_once check (state <> 'returned' or return_count > 0);

-- THE CONDITION for changing a part of an application that was returned. In every other state all parts are alike.
create function part_is_open(nomination uuid, wanted text, question uuid default null) returns boolean language sql stable as $$
  select coalesce((
    select n.state <> 'returned' or exists (select from return_parts p
      where p.nomination_id = n.id and p.return_number = n.return_count
        and p.part = wanted and p.question_id is not distinct from question)
    from nominations n where n.id = nomination
  ), true)
$$;

create function refuse_closed_part() returns trigger language plpgsql as $$
declare
  open boolean;
begin
  if tg_table_name = 'answers' then
    open := part_is_open(new.nomination_id, 'question', new.question_id);
  elsif tg_op = 'DELETE' then
    open := part_is_open(old.nomination_id, 'documents');
  elsif tg_table_name = 'documents' then
    open := part_is_open(new.nomination_id, 'documents');
  else
    open := part_is_open(new.id, 'applicant');
  end if;
  if not open then
    raise exception 'this part of a returned application is closed'
      using errcode = 'check_violation', constraint = 'return_parts_closed';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger answers_part_open before insert or update on answers for each row execute function refuse_closed_part();
create trigger documents_part_open before insert or update or delete on documents for each row execute function refuse_closed_part();
create trigger nominations_part_open before update on nominations for each row
  when (old.state = 'returned' and new.state = 'returned' and (old.organisation_name, old.organisation_key, old.organisation_number, old.unit_name, old.partners)
    is distinct from (new.organisation_name, new.organisation_key, new.organisation_number, new.unit_name, new.partners))
  execute function refuse_closed_part();
