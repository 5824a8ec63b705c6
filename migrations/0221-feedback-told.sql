-- An applicant whose answer from the jury can be read gets a letter that says so, once.

alter table feedbacks
  -- when the letters were put in the outbox; of the text that stands, so it falls with the approval
  add column told_at timestamptz,
  add constraint feedbacks_told check (told_at is null or approved_at is not null);
-- Whoever could read theirs before there were letters gets none now.
update feedbacks set told_at = approved_at where approved_at is not null and feedback_open(nomination_id, now());
create index feedbacks_to_tell on feedbacks (nomination_id) where told_at is null and approved_at is not null;
