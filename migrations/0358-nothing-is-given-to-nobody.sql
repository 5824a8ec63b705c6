-- What is given to an account that is being deleted: the deletion sees it, or it sees the deletion, whichever is first.

-- The address that a deleted account has instead of its own, so that whoever comes back with that one is a new person.
create function deleted_address(person uuid) returns text immutable parallel safe language sql as $$
  select 'slettet-' || person || '@slettet.invalid'
$$;

-- Who was read before the deletion is read again when it is over: the row is waited for. Whoever was shut out by an administrator has an
-- account still.
create function accounts_are_there() returns trigger language plpgsql as $$
declare
  person uuid := to_jsonb(new) ->> tg_argv[0];
  address text;
begin
  select p.email into address from people p where p.id = person for key share;
  if address = deleted_address(person) then
    raise exception 'the account has just been deleted' using errcode = 'check_violation', constraint = 'people_there';
  end if;
  return new;
end $$;
create trigger nomination_members_there before insert or update of person_id on nomination_members for each row
  execute function accounts_are_there('person_id');
create trigger seat_holders_there before insert or update of person_id on seat_holders for each row
  execute function accounts_are_there('person_id');
create trigger role_grants_there before insert on role_grants for each row execute function accounts_are_there('person_id');
create trigger regions_there before insert or update of adviser_id on regions for each row
  when (new.adviser_id is not null) execute function accounts_are_there('adviser_id');

-- The schedule as well: whoever was idle may be given something at this moment, and is judged when that is done.
create or replace function erase(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('erase:' || wanted || subject, 0));
  if wanted = 'accounts' then
    perform from people p where p.id = subject for update;
  end if;
  if not exists (select from retention_due(at) d where d.rule = wanted and d.subject_id = subject) then
    return null;
  end if;
  return erase_now(wanted, subject, at);
end $$;
