-- A mailing to the nominated, or to the others, shows before the publication whom the jury has chosen: opening it is written down, too.
alter table outcome_openings drop constraint outcome_openings_what_check;
alter table outcome_openings add constraint outcome_openings_what_check check (what in
  ('result', 'frozen', 'meeting', 'decision', 'protocol', 'statements', 'publication', 'letters', 'ceremony', 'embargo'));
