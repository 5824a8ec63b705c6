-- "Remind me": eight weeks before the deadline, put off to Monday of week 33 where that is in the summer holiday, and for those who ask
-- later two weeks before. At eight in the morning, as other reminders.
create function call_reminder_times(deadline timestamptz) returns setof timestamptz stable language sql as $$
  with early as (select draft_reminder_at(deadline, 56) as at),
    days as (select at, extract(isoyear from at at time zone 'Europe/Oslo')::int as year, extract(week from at at time zone 'Europe/Oslo')::int as week from early)
  select case when week between 26 and 32
    then (to_date(year || '-33-1', 'IYYY-IW-ID') + time '08:00') at time zone 'Europe/Oslo' else at end from days
  union
  select draft_reminder_at(deadline, 14)
$$;
