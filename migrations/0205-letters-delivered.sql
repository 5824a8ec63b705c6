-- What became of a letter: also that it came back after the mail server had taken it, which somebody writes down.

alter table letters add column returned_at timestamptz;
alter table letters add constraint letters_returned check (returned_at is null or state = 'failed');
create index letters_of_edition on letters (edition_id, created_at desc, id desc);
create index letters_under_way on letters (id) where state in ('queued', 'sending');

-- What was delivered is not sent again, and a letter stays the one it was. A new letter is a new row.
create function letters_stay() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' and new.state in ('queued', 'sending')
      or (new.key, new.template, new.edition_id, new.nomination_id, new.person_id, new.created_at)
        is distinct from (old.key, old.template, old.edition_id, old.nomination_id, old.person_id, old.created_at) then
    raise exception 'a letter that was delivered is not sent again' using errcode = 'check_violation', constraint = 'letters_stay';
  end if;
  return new;
end $$;
create trigger letters_stay before update on letters for each row execute function letters_stay();
