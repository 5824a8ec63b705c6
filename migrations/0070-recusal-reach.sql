-- How far a recusal reaches, said per ground by the regulations of the year and frozen with them; and who may take part in a choice.

create function is_recusal_reach(reach jsonb) returns boolean immutable language sql as $$
  select (select coalesce(array_agg(key order by key), '{}') from jsonb_object_keys(reach) key)
      = array['H1', 'H10', 'H11', 'H12', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9']
    and (select bool_and(value in ('application', 'choices', 'edition')) from jsonb_each_text(reach))
$$;
-- Who is employed by an applicant or leads it competes with all the others: out of the whole year.
create function default_recusal_reach() returns jsonb immutable language sql as $$
  select jsonb_object_agg('H' || n, case when n in (1, 4) then 'edition' else 'choices' end) from generate_series(1, 12) n
$$;

alter table editions
  -- {"H1": "edition", …, "H12": "choices"}; null: announced before it could be chosen, goes by the default, and its hash stays what it was
  add column recusal_reach jsonb constraint editions_recusal_reach check (is_recusal_reach(recusal_reach)),
  -- null: half the seats, never under three
  alter column quorum drop not null,
  alter column quorum drop default,
  add constraint editions_quorum_least check (quorum >= 3) not valid,
  -- how long an applicant may object after the jury has changed
  add column objection_days integer not null default 7 check (objection_days between 1 and 60),
  -- whether the public is told how many did not take part in the treatment of a nominated application; never who, never why
  add column publish_recusals boolean not null default false;
update editions set recusal_reach = default_recusal_reach(), quorum = null where announced_at is null;
alter table editions alter column recusal_reach set default default_recusal_reach();

-- A deputy called in midway makes no quorum higher.
alter table seats add column called_in_at timestamptz;

-- What the person who decides goes by: the widest reach of the grounds, that of "other" where no ground is named.
create function reach_by_rule(edition uuid, grounds text[]) returns text stable language sql as $$
  select (array['application', 'choices', 'edition'])[max(array_position(array['application', 'choices', 'edition'],
      coalesce(e.recusal_reach, default_recusal_reach()) ->> ground))]
  from editions e, unnest(case when cardinality(grounds) > 0 then grounds else array['H12'] end) ground
  where e.id = edition
$$;
create function quorum_of(edition uuid) returns integer stable language sql as $$
  select coalesce(e.quorum, greatest(3, ((select count(*) from seats s
    where s.edition_id = e.id and s.role <> 'deputy' and s.called_in_at is null) + 1) / 2))::integer
  from editions e where e.id = edition
$$;

alter table recusal_decisions
  add column reach text check (reach in ('application', 'choices', 'edition')),
  -- what the regulations say of the grounds that were declared; written by the database itself
  add column rule_reach text not null default 'choices' check (rule_reach in ('application', 'choices', 'edition'));
update recusal_decisions set rule_reach = 'choices', reach = case when recused then 'choices' end;
alter table recusal_decisions
  add constraint recusal_decisions_reach check (recused = (reach is not null)),
  -- Departing from the regulations takes a reason that says something (HAB-3).
  add constraint recusal_decisions_departure check (
    (case when recused then reach = rule_reach else rule_reach <> 'edition' end) or char_length(btrim(reason)) >= 20);

create function recusal_decisions_rule() returns trigger language plpgsql as $$
begin
  new.rule_reach := reach_by_rule(new.edition_id, (
    select d.grounds from declarations d
    where d.nomination_id = new.nomination_id and d.person_id = new.person_id and d.answer <> 'none'
    order by d.standing_order desc limit 1));
  return new;
end $$;
create trigger recusal_decisions_rule before insert on recusal_decisions for each row execute function recusal_decisions_rule();

-- Points and words come from those who stand free of the application, and from nobody else.
create function ballot_scores_standing() returns trigger language plpgsql as $$
begin
  if (select juror_standing(b.person_id, b.nomination_id) from ballots b where b.id = new.ballot_id) in ('recused', 'pending') then
    raise exception 'a juror who is out of it does not judge' using errcode = 'check_violation', constraint = 'ballot_scores_free';
  end if;
  return new;
end $$;
create trigger ballot_scores_standing before insert or update on ballot_scores for each row execute function ballot_scores_standing();

-- Out of the whole year: the latest decision on some application of it says so.
create view wide_recusals as
  select d.edition_id, d.person_id, d.nomination_id from recusal_decisions d
  where d.recused and d.reach = 'edition' and not exists (select from recusal_decisions later
    where later.nomination_id = d.nomination_id and later.person_id = d.person_id and later.standing_order > d.standing_order);

-- What about an application came to be after people had answered for it (a partner, an adviser): they are asked again.
create table connection_changes (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  standing_order bigint not null default nextval('standing_order'),
  what text not null check (what in ('partner', 'adviser', 'applicant')),
  name text not null
);
create index connection_changes_nomination on connection_changes (nomination_id);
revoke update, delete on connection_changes from app;

create function nominations_connection_changes() returns trigger language plpgsql as $$
begin
  insert into connection_changes (nomination_id, what, name)
    select new.id, 'partner', partner from unnest(new.partners) partner where not partner = any (old.partners);
  if (new.organisation_key, new.unit_name) is distinct from (old.organisation_key, old.unit_name) then
    insert into connection_changes (nomination_id, what, name) values (new.id, 'applicant', new.organisation_name);
  end if;
  return null;
end $$;
create trigger nominations_connection_changes after update of partners, organisation_key, unit_name on nominations
  for each row when (old.submitted_at is not null) execute function nominations_connection_changes();

-- Where each person stands by what was said of that application itself; `reach` is by the decision, or by the rule while it is undecided.
create view own_standings as
  select nomination_id, person_id, edition_id,
    case
      when not stood.recused and stood.pending then 'pending'
      when stood.recused then 'recused'
      when not stood.answered then 'undeclared'
      when stood.latest < coalesce((select max(c.standing_order) from connection_changes c where c.nomination_id = stood.nomination_id), 0) then 'undeclared'
      else 'free'
    end as standing,
    case when stood.recused then stood.reach when stood.pending then reach_by_rule(stood.edition_id, (
      select d.grounds from declarations d where d.nomination_id = stood.nomination_id and d.person_id = stood.person_id and d.answer <> 'none'
      order by d.standing_order desc limit 1)) end as reach
  from (
    select nomination_id, person_id, edition_id,
      coalesce((array_agg(recused order by standing_order desc) filter (where recused is not null))[1], false) as recused,
      (array_agg(reach order by standing_order desc) filter (where recused is not null))[1] as reach,
      coalesce(max(standing_order) filter (where answer <> 'none') > coalesce(max(standing_order) filter (where recused is not null), 0), false) as pending,
      bool_or(answer is not null) as answered,
      max(standing_order) as latest
    from (
      select nomination_id, person_id, edition_id, standing_order, answer, null::boolean as recused, null::text as reach from declarations
      union all
      select nomination_id, person_id, edition_id, standing_order, null, recused, reach from recusal_decisions
    ) as said
    group by nomination_id, person_id, edition_id
  ) as stood;

-- The same with what reaches over the whole year. `because`: the application that the recusal comes from.
create view standings_now as
  select o.nomination_id, o.person_id,
    case when w.nomination_id is not null then 'recused' else o.standing end as standing,
    case when w.nomination_id is not null then 'edition' else o.reach end as reach,
    coalesce(case when o.standing in ('recused', 'pending') then o.nomination_id end, w.nomination_id) as because
  from own_standings o
  left join lateral (select r.nomination_id from wide_recusals r
    where r.person_id = o.person_id and r.edition_id = o.edition_id order by r.nomination_id limit 1) w on true
  union all
  (select distinct on (n.id, w.person_id) n.id, w.person_id, 'recused', 'edition', w.nomination_id
  from wide_recusals w join nominations n on n.edition_id = w.edition_id
  where not exists (select from declarations d where d.nomination_id = n.id and d.person_id = w.person_id)
    and not exists (select from recusal_decisions d where d.nomination_id = n.id and d.person_id = w.person_id)
  order by n.id, w.person_id, w.nomination_id);

-- Asked for with every row that anybody reads, so kept ready: written by the triggers below and by nobody else.
drop view standings;
create table standings (
  nomination_id uuid not null references nominations (id),
  person_id uuid not null references people (id),
  standing text not null check (standing in ('undeclared', 'free', 'pending', 'recused')),
  reach text check (reach in ('application', 'choices', 'edition')),
  because uuid references nominations (id),
  primary key (person_id, nomination_id),
  constraint standings_reach check ((reach is null) = (standing in ('undeclared', 'free')))
);
create index standings_nomination on standings (nomination_id);
insert into standings select * from standings_now;
revoke insert, update, delete on standings from app;

-- Anew what stands for one application (any person when null) or one person (any application of the edition when null).
create function refresh_standings(nomination uuid, person uuid, edition uuid) returns void security definer set search_path = public language sql as $$
  insert into standings
    select * from standings_now now
    where (nomination is null or now.nomination_id = nomination) and (person is null or now.person_id = person)
      and (nomination is not null or now.nomination_id in (select id from nominations where edition_id = edition))
  on conflict (person_id, nomination_id) do update
    set standing = excluded.standing, reach = excluded.reach, because = excluded.because;
$$;
-- Nobody stands recused by what reached over the year and does so no longer.
create function forget_wide_standings(person uuid, edition uuid) returns void security definer set search_path = public language sql as $$
  delete from standings st using nominations n
  where n.id = st.nomination_id and n.edition_id = edition and st.person_id = person and st.because <> st.nomination_id
$$;
revoke execute on function refresh_standings, forget_wide_standings from public;

create function declarations_stand() returns trigger security definer set search_path = public language plpgsql as $$
begin
  perform refresh_standings(new.nomination_id, new.person_id, new.edition_id);
  return null;
end $$;
create trigger declarations_stand after insert on declarations for each row execute function declarations_stand();

create function recusal_decisions_stand() returns trigger security definer set search_path = public language plpgsql as $$
begin
  if exists (select from recusal_decisions d where d.nomination_id = new.nomination_id and d.person_id = new.person_id and d.reach = 'edition') then
    perform forget_wide_standings(new.person_id, new.edition_id);
    perform refresh_standings(null, new.person_id, new.edition_id);
  else
    perform refresh_standings(new.nomination_id, new.person_id, new.edition_id);
  end if;
  return null;
end $$;
create trigger recusal_decisions_stand after insert on recusal_decisions for each row execute function recusal_decisions_stand();

create function connection_changes_stand() returns trigger security definer set search_path = public language plpgsql as $$
begin
  perform refresh_standings(new.nomination_id, null, null);
  return null;
end $$;
create trigger connection_changes_stand after insert on connection_changes for each row execute function connection_changes_stand();

-- An application that comes later is closed, too, to whoever is out of the whole year.
create function nominations_stand() returns trigger security definer set search_path = public language plpgsql as $$
begin
  if exists (select from wide_recusals w where w.edition_id = new.edition_id) then
    perform refresh_standings(new.id, null, null);
  end if;
  return null;
end $$;
create trigger nominations_stand after insert on nominations for each row execute function nominations_stand();

-- Whether somebody who stands so towards one application is out of a choice between `candidates` applications.
create function out_of_choice(standing text, reach text, candidates integer) returns boolean immutable language sql as $$
  select standing in ('recused', 'pending') and (reach <> 'application' or candidates = 1)
$$;

-- WHO MAY TAKE PART IN A CHOICE between these applications: every seated juror, with what keeps each out of it. Asked by decisions and votes alike.
create function choice_participants(edition uuid, candidates uuid[])
returns table (person_id uuid, seat_id uuid, takes_part boolean, out_of uuid[], unanswered uuid[], whole_edition boolean) stable language sql as $$
  select p.person_id, p.seat_id, cardinality(p.out_of) = 0 and cardinality(p.unanswered) = 0 and not p.whole_edition,
    p.out_of, p.unanswered, p.whole_edition
  from (
    select h.person_id, s.id as seat_id, s.role, s.position,
      coalesce((select array_agg(st.nomination_id order by st.nomination_id) from standings st
        where st.person_id = h.person_id and st.nomination_id = any (candidates)
          and out_of_choice(st.standing, st.reach, cardinality(candidates))), '{}') as out_of,
      coalesce((select array_agg(c order by c) from unnest(candidates) c
        where not exists (select from standings st where st.person_id = h.person_id and st.nomination_id = c and st.standing <> 'undeclared')), '{}') as unanswered,
      exists (select from wide_recusals w where w.person_id = h.person_id and w.edition_id = edition) as whole_edition
    from seat_holders h join seats s on s.id = h.seat_id and s.role <> 'deputy'
    where h.edition_id = edition and h.until_at is null and h.confirmed_at is not null
  ) p
  order by p.position
$$;

-- What a decision was between, and who was out of it and why: as it was on the day.
create table decision_candidates (
  decision_id uuid not null references decisions (id),
  nomination_id uuid not null references nominations (id),
  primary key (decision_id, nomination_id)
);
insert into decision_candidates select decision_id, nomination_id from decision_entries;
revoke update, delete on decision_candidates from app;
alter table decisions add column quorum integer check (quorum > 0);
alter table decision_participants
  add column out_of uuid[] not null default '{}',
  add column unanswered uuid[] not null default '{}',
  add column whole_edition boolean not null default false,
  add constraint decision_participants_free check (not took_part or (cardinality(out_of) = 0 and cardinality(unanswered) = 0 and not whole_edition));
