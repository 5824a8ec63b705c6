-- Whoever took part in a decision says that it is recorded as it was made. Never taken back: a wrong decision is retracted.

create table decision_confirmations (
  decision_id uuid not null,
  person_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (decision_id, person_id),
  -- only a row of someone who sat in the jury then; that he or she took part is the trigger's
  constraint decision_confirmations_participant foreign key (decision_id, person_id)
    references decision_participants (decision_id, person_id)
);
revoke update, delete on decision_confirmations from app;

create function decision_confirmations_took_part() returns trigger language plpgsql as $$
begin
  if not exists (select from decision_participants p join decisions d on d.id = p.decision_id
      where p.decision_id = new.decision_id and p.person_id = new.person_id and p.took_part and d.retracted_at is null) then
    raise exception 'only who took part confirms, and only what stands'
      using errcode = 'check_violation', constraint = 'decision_confirmations_took_part';
  end if;
  return new;
end $$;
create trigger decision_confirmations_took_part before insert on decision_confirmations
  for each row execute function decision_confirmations_took_part();
