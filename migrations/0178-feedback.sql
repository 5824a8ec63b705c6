-- What the jury says to each applicant, in words: written by one, approved by another, read by the applicant once the outcome is public.

alter table editions
  -- from when those who were not nominated read it: the announcement of the winner, or already that of the nominated.
  -- null: announced before it could be chosen, and goes by the default
  add column feedback_from text check (feedback_from in ('announced', 'nominated')),
  -- whether applicants are promised the figures of their own application
  add column applicant_figures boolean not null default false;
update editions set feedback_from = 'announced' where announced_at is null;
alter table editions alter column feedback_from set default 'announced';

create table feedbacks (
  nomination_id uuid primary key references nominations (id),
  version integer not null check (version >= 1),
  body text not null,
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  constraint feedbacks_approved check ((approved_by is null) = (approved_at is null)),
  constraint feedbacks_two_people check (approved_by <> written_by),
  constraint feedbacks_written check (approved_at is null or btrim(body) <> '')
);
revoke delete on feedbacks from app;

-- Whether the outcome lets this applicant read it: after the announcement (or that the prize is not given); where the regulations say so
-- after that of the nominated, for those who are not among them.
create function feedback_open(nomination uuid, at timestamptz) returns boolean stable language sql as $$
  select exists (select from publications p where p.edition_id = n.edition_id and p.kind = 'winner' and publication_is_public(p, at))
    or (e.feedback_from = 'nominated' and exists (select from publications p where p.edition_id = n.edition_id and p.kind = 'finalists' and publication_is_public(p, at)
      and not exists (select from decision_entries d where d.decision_id = p.decision_id and d.nomination_id = n.id)))
  from nominations n join editions e on e.id = n.edition_id
  where n.id = nomination and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')
$$;

create function feedbacks_guard() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null and new.written_at is distinct from old.written_at and feedback_open(old.nomination_id, new.written_at) then
    raise exception 'what the applicant has got stays' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  if new.version = old.version and new.body <> old.body then
    raise exception 'another text is another version' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  if new.version <> old.version and new.approved_at is not null then
    raise exception 'an approval falls with the text' using errcode = 'check_violation', constraint = 'feedbacks_given';
  end if;
  return new;
end $$;
create trigger feedbacks_guard before update on feedbacks for each row execute function feedbacks_guard();
