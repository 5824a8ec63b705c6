-- A year that somebody begins to keep here after an application of it was taken in has no end yet: until then it ends as years do.
create or replace function prize_year_end(y integer) returns timestamptz language sql stable as $$
  select coalesce((select e.ended_at from editions e where e.year = y), make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'Europe/Oslo'))
$$;
