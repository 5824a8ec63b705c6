-- The table of applications reads a page at a time, in the order of the names or the newest first.
create index nominations_by_name on nominations (edition_id, organisation_name, unit_name, id);
create index nominations_by_submission on nominations (edition_id, submitted_at desc, id desc) where submitted_at is not null;
-- Others of the same organisation, and of those above and below it.
create index nominations_organisation_number on nominations (edition_id, organisation_number) where organisation_number is not null;
create index organisation_lookups_parent on organisation_lookups ((entry->>'parent'));
