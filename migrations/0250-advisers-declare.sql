-- Advisers and secretaries answer for drafts, too (HAB-9): who reads along has a standing before anything is sent in.

-- A partner or another name that comes after somebody has answered asks again, in a draft as well.
create or replace function nominations_connection_changes() returns trigger language plpgsql as $$
begin
  if old.submitted_at is null and not exists (select from declarations d where d.nomination_id = new.id) then
    return null;
  end if;
  insert into connection_changes (nomination_id, what, name)
    select new.id, 'partner', partner from unnest(new.partners) partner where not partner = any (old.partners);
  if (new.organisation_key, new.unit_name) is distinct from (old.organisation_key, old.unit_name) then
    insert into connection_changes (nomination_id, what, name) values (new.id, 'applicant', new.organisation_name);
  end if;
  return null;
end $$;
drop trigger nominations_connection_changes on nominations;
create trigger nominations_connection_changes after update of partners, organisation_key, unit_name on nominations
  for each row execute function nominations_connection_changes();

-- …and so does an adviser who is let in after somebody has answered. By the region: who advises there is nobody's to keep.
create function adviser_access_connection_changes() returns trigger language plpgsql as $$
begin
  insert into connection_changes (nomination_id, what, name)
    select new.nomination_id, 'adviser', r.name ->> 'nb' from regions r
    where r.id = new.region_id and exists (select from declarations d where d.nomination_id = new.nomination_id);
  return null;
end $$;
create trigger adviser_access_connection_changes after insert on adviser_access
  for each row execute function adviser_access_connection_changes();

-- A draft that was never sent in leaves nothing, not what was declared about it either.
create or replace function erase_draft(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
begin
  counts := erase_content(erase_contacts(counts, subject), subject, at);
  counts := erase_rows(counts, 'connection_changes', 'delete from connection_changes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'deadline_extensions', 'delete from deadline_extensions where nomination_id = $1', subject);
  counts := erase_rows(counts, 'declaration_notes', 'delete from declaration_notes t using declarations d where d.id = t.declaration_id
    and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'declarations', 'delete from declarations where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_reminders', 'delete from draft_reminders where nomination_id = $1', subject);
  counts := erase_rows(counts, 'draft_warnings', 'delete from draft_warnings where nomination_id = $1', subject);
  counts := erase_rows(counts, 'standings', 'delete from standings where nomination_id = $1', subject);
  return erase_rows(counts, 'nominations', 'delete from nominations where id = $1', subject);
end $$;
