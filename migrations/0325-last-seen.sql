-- Reading is use, too: the day on which somebody was last here, by a session or an access key. Neither stands in the log, and sessions are
-- cleared away.
alter table people add column last_seen_on date;
update people p set last_seen_on = (select max(s.seen_at at time zone 'Europe/Oslo')::date from sessions s where s.person_id = p.id);

create or replace function last_used(person people) returns timestamptz language sql stable as $$
  select greatest(person.created_at, person.removed_at, (person.last_seen_on + 1)::timestamp at time zone 'Europe/Oslo',
    (select max(e.at) from audit_details d join audit_events e on e.id = d.event_id where d.actor_id = person.id))
$$;
