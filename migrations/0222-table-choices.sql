-- What only few applications of a year can be: each choice of the table has an index, so that what hardly any fits is found as soon as what
-- most do. In the order of the names, as the table begins.
create index nominations_by_kind on nominations (edition_id, applicant_kind, organisation_name, unit_name, id);
create index nominations_answered on nominations (edition_id, organisation_name, unit_name, id) where return_count > 0;
create index nominations_extended on nominations (edition_id, organisation_name, unit_name, id) where extended_until is not null;

-- A part of a name is found by its groups of three letters; anybody who may create in a database may add this extension to it.
create extension if not exists pg_trgm;
create index nominations_by_part on nominations using gin ((organisation_name || ' ' || unit_name) gin_trgm_ops);
