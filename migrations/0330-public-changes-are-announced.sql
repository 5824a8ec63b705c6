-- Every server keeps public answers for a moment. What another one presses, takes down or takes away is told to all of them at its commit.
create function announce_public_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', '');
  return null;
end $$;
create trigger publications_announced after insert or update or delete on publications
  for each statement execute function announce_public_change();
-- A picture or a quote that is taken back goes as fast.
create trigger namings_announced after update or delete on namings
  for each statement execute function announce_public_change();
