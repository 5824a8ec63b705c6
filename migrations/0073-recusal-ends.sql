-- Whoever is out of the whole year because of one application is so while it takes part: where it is withdrawn or rejected, it competes with nobody.

create or replace view wide_recusals as
  select d.edition_id, d.person_id, d.nomination_id from recusal_decisions d
  join nominations n on n.id = d.nomination_id and n.state not in ('withdrawn', 'rejected')
  where d.recused and d.reach = 'edition' and not exists (select from recusal_decisions later
    where later.nomination_id = d.nomination_id and later.person_id = d.person_id and later.standing_order > d.standing_order);

create function nominations_leave() returns trigger security definer set search_path = public language plpgsql as $$
declare
  juror uuid;
begin
  for juror in select distinct person_id from recusal_decisions where nomination_id = new.id and reach = 'edition' loop
    perform forget_wide_standings(juror, new.edition_id);
    perform refresh_standings(null, juror, new.edition_id);
  end loop;
  return null;
end $$;
create trigger nominations_leave after update of state on nominations for each row
  when ((old.state in ('withdrawn', 'rejected')) <> (new.state in ('withdrawn', 'rejected'))) execute function nominations_leave();
