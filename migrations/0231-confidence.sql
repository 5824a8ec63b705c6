-- Whoever may see the outcome early confirms the rules of confidence first, in the wording that holds: jurors for their seat,
-- all others for the role that they were given. What was confirmed in an older wording counts no longer.
alter table seat_holders add column confidence_at timestamptz;
update seat_holders set confidence_at = confirmed_at where confidence_wording is not null;
alter table seat_holders add constraint seat_holders_confidence check ((confidence_at is null) = (confidence_wording is null));

alter table role_grants
  add column confidence_at timestamptz,
  add column confidence_wording integer,
  add constraint role_grants_confidence check ((confidence_at is null) = (confidence_wording is null)),
  drop constraint role_grants_role_check,
  add constraint role_grants_role_check
    check (role in ('administrator', 'secretary', 'leader', 'communications', 'embargoReader', 'auditor')),
  -- One year, and an end: nobody outside of the secretariat sees what is not public for longer than somebody meant.
  add constraint role_grants_limited
    check (role not in ('communications', 'embargoReader') or (edition_id is not null and until_at is not null));
