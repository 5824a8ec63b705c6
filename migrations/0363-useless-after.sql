-- A reminder that could not be sent before the date that it reminds of is of no use after it: it does not go then.
alter table letters add column useless_after timestamptz;
create or replace function letters_stay() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' and new.state in ('queued', 'sending')
      or (new.key, new.template, new.edition_id, new.nomination_id, new.person_id, new.created_at, new.useless_after)
        is distinct from (old.key, old.template, old.edition_id, old.nomination_id, old.person_id, old.created_at, old.useless_after) then
    raise exception 'a letter that was delivered is not sent again' using errcode = 'check_violation', constraint = 'letters_stay';
  end if;
  return new;
end $$;
