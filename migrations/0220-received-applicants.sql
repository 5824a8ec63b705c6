-- Of an application that came outside of the form, as of any other: the number and the partners, by which a connection is found.
alter table received_applications
  add column organisation_number text check (organisation_number_is_valid(organisation_number)),
  add column partners text[] not null default '{}',
  add constraint received_applications_partners check (applicant_kind = 'cooperation' or partners = '{}');
