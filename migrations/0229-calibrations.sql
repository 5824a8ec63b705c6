-- A made-up application that the whole jury scores before the real ones, to see whether they mean the same by the scale. Off unless a
-- year turns it on. It is no application: what ranks, counts, exports or reports does not know these tables.

create table calibrations (
  edition_id uuid primary key references editions (id),
  version integer not null check (version >= 1),
  active boolean not null,
  -- language > title and text
  texts jsonb not null,
  -- shown side by side from then on, to those who have delivered theirs
  opened_at timestamptz,
  -- the chair, with a reason; null where everybody had delivered
  opened_by uuid references people (id),
  open_reason text check (btrim(open_reason) <> ''),
  constraint calibrations_opening check ((opened_by is null) = (open_reason is null) and (opened_at is not null or opened_by is null))
);
create table calibration_sheets (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references calibrations (edition_id),
  person_id uuid not null references people (id),
  started_at timestamptz not null,
  delivered_at timestamptz,
  constraint calibration_sheets_one unique (edition_id, person_id)
);
create index calibration_sheets_person on calibration_sheets (person_id);
-- As on a ballot.
create table calibration_scores (
  sheet_id uuid not null references calibration_sheets (id),
  criterion_id uuid not null references criteria (id),
  score integer,
  not_described boolean not null default false,
  met boolean,
  assessment text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (sheet_id, criterion_id),
  constraint calibration_scores_not_described check (not not_described or score is not null)
);
revoke delete on calibrations, calibration_sheets, calibration_scores from app;

-- Those who are waited for: who sits with the jury and has something to judge. A juror who leaves, or is out of everything, is not.
create function calibration_jurors(edition uuid) returns table (person_id uuid) language sql stable as $$
  select h.person_id from seat_holders h join seats s on s.id = h.seat_id
  where h.edition_id = edition and h.until_at is null and s.role <> 'deputy'
    and exists (select from ballots b where b.edition_id = edition and b.person_id = h.person_id and b.state not in ('recused', 'voided'))
$$;

-- This juror's ballots open only after the made-up one is delivered.
create function calibration_waits(person uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select from calibrations c join editions e on e.id = c.edition_id
    where c.edition_id = edition and c.active and e.state = 'judging' and not exists (select from calibration_sheets s
      where s.edition_id = c.edition_id and s.person_id = person and s.delivered_at is not null))
$$;

create function ballots_calibrated() returns trigger language plpgsql as $$
begin
  if calibration_waits(new.person_id, new.edition_id) then
    raise exception 'the made-up application comes first' using errcode = 'check_violation', constraint = 'ballots_calibrated';
  end if;
  return new;
end $$;
create trigger ballots_calibrated before insert or update of state on ballots for each row
  when (new.state in ('started', 'delivered')) execute function ballots_calibrated();

-- What the jury is to score is fixed when the judging begins; opened is opened.
create function calibrations_guard() returns trigger language plpgsql as $$
begin
  if (tg_op = 'INSERT' or (new.active, new.texts) is distinct from (old.active, old.texts))
    and (select e.state from editions e where e.id = new.edition_id) not in ('planned', 'announced', 'closed') then
    raise exception 'the jury judges' using errcode = 'check_violation', constraint = 'calibrations_fixed';
  end if;
  if tg_op = 'UPDATE' and old.opened_at is not null
    and (new.opened_at, new.opened_by, new.open_reason) is distinct from (old.opened_at, old.opened_by, old.open_reason) then
    raise exception 'it has been opened' using errcode = 'check_violation', constraint = 'calibrations_opened';
  end if;
  if new.opened_at is not null and new.opened_by is null and (tg_op = 'INSERT' or old.opened_at is null)
    and exists (select from calibration_jurors(new.edition_id) j where not exists (select from calibration_sheets s
      where s.edition_id = new.edition_id and s.person_id = j.person_id and s.delivered_at is not null)) then
    raise exception 'somebody has not delivered' using errcode = 'check_violation', constraint = 'calibrations_sealed';
  end if;
  return new;
end $$;
create trigger calibrations_guard before insert or update on calibrations for each row execute function calibrations_guard();

create function calibration_sheets_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.delivered_at is not null or (new.id, new.edition_id, new.person_id) is distinct from (old.id, old.edition_id, old.person_id)) then
    raise exception 'what was delivered stays' using errcode = 'check_violation', constraint = 'calibration_sheets_stay';
  end if;
  if not exists (select from calibrations c join editions e on e.id = c.edition_id
      where c.edition_id = new.edition_id and c.active and e.state = 'judging')
    or not exists (select from calibration_jurors(new.edition_id) j where j.person_id = new.person_id) then
    raise exception 'only the jury scores it, while it judges' using errcode = 'check_violation', constraint = 'calibration_sheets_jury';
  end if;
  return new;
end $$;
create trigger calibration_sheets_guard before insert or update on calibration_sheets for each row execute function calibration_sheets_guard();

create function calibration_scores_guard() returns trigger language plpgsql as $$
declare
  sheet calibration_sheets;
  edition editions;
begin
  if is_erasing() then
    return coalesce(new, old);
  end if;
  select * into sheet from calibration_sheets s where s.id = coalesce(new.sheet_id, old.sheet_id);
  if tg_op = 'DELETE' or sheet.delivered_at is not null then
    raise exception 'what was delivered stays' using errcode = 'check_violation', constraint = 'calibration_sheets_stay';
  end if;
  if new.score is not null then
    select * into edition from editions e where e.id = sheet.edition_id;
    if new.score < edition.scale_min or new.score > edition.scale_max then
      raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'calibration_scores_scale';
    end if;
  end if;
  return new;
end $$;
create trigger calibration_scores_guard before insert or update or delete on calibration_scores
  for each row execute function calibration_scores_guard();

-- Goes with the ballots.
create function erase_calibration() returns trigger language plpgsql as $$
begin
  new.counts := erase_rows(new.counts, 'calibration_scores', 'delete from calibration_scores c using calibration_sheets s
    where s.id = c.sheet_id and s.edition_id = $1', new.subject_id);
  new.counts := erase_rows(new.counts, 'calibration_sheets', 'delete from calibration_sheets where edition_id = $1', new.subject_id);
  return new;
end $$;
create trigger erase_calibration before insert on erasures for each row when (new.rule = 'scores') execute function erase_calibration();
