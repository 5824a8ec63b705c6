-- A calendar file that goes with a letter, as it stood when the letter was written.
alter table letters add column calendar text check (calendar like 'BEGIN:VCALENDAR%');
