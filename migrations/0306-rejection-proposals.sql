-- A rejection at the formal check is proposed with its reason by one person and approved by another. Until then the applicant sees nothing.

create table rejection_proposals (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id),
  nomination_id uuid not null references nominations (id),
  -- what the applicant reads once it is approved
  reason text not null check (btrim(reason) <> ''),
  proposed_by uuid not null references people (id),
  proposed_at timestamptz not null,
  approved_by uuid references people (id),
  approved_at timestamptz,
  -- why whoever proposed it also approved it: there was nobody else
  alone_reason text check (btrim(alone_reason) <> ''),
  -- said no to, or taken back by whoever proposed it
  declined_by uuid references people (id),
  declined_at timestamptz,
  -- the application moved on before anybody answered
  lapsed boolean not null default false,
  constraint rejection_proposals_two_people check ((approved_by = proposed_by) = (alone_reason is not null)),
  constraint rejection_proposals_alone check (alone_reason is null or approved_by is not null),
  constraint rejection_proposals_answered check (num_nulls(approved_by, approved_at) in (0, 2) and num_nulls(declined_by, declined_at) in (0, 2)
    and (approved_at is not null)::integer + (declined_at is not null)::integer + lapsed::integer <= 1)
);
-- One waits at a time.
create unique index rejection_proposals_open on rejection_proposals (nomination_id)
  where approved_at is null and declined_at is null and not lapsed;
create index rejection_proposals_nomination on rejection_proposals (nomination_id);
create index rejection_proposals_edition on rejection_proposals (edition_id);
revoke delete on rejection_proposals from app;

-- Somebody has proposed to reject it, and nobody has answered.
create function rejection_waits(application uuid) returns boolean stable language sql as $$
  select exists (select from rejection_proposals r where r.nomination_id = application
    and r.approved_at is null and r.declined_at is null and not r.lapsed)
$$;

create function rejection_proposals_guard() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null or old.declined_at is not null or old.lapsed
      or (new.edition_id, new.nomination_id, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.edition_id, old.nomination_id, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed rejection is answered once and never rewritten' using errcode = 'check_violation', constraint = 'rejection_proposals_stay';
  end if;
  return new;
end $$;
create trigger rejection_proposals_guard before update on rejection_proposals for each row execute function rejection_proposals_guard();

-- Nothing is rejected without somebody having approved just that, reason and all.
create function nominations_rejection_guard() returns trigger language plpgsql as $$
begin
  if new.state = 'rejected' and old.state <> 'rejected' and not exists (select from rejection_proposals r
      where r.nomination_id = new.id and r.approved_at is not null and r.reason = new.rejection_reason) then
    raise exception 'a rejection is approved by a second person' using errcode = 'check_violation', constraint = 'nominations_rejection';
  end if;
  return new;
end $$;
create trigger nominations_rejection_guard before update of state on nominations for each row execute function nominations_rejection_guard();

-- What was proposed was proposed of the application as it stood: withdrawn, sent in anew, returned or admitted, it lapses.
create function nominations_rejection_lapses() returns trigger language plpgsql as $$
begin
  update rejection_proposals set lapsed = true
    where nomination_id = new.id and approved_at is null and declined_at is null and not lapsed;
  return null;
end $$;
create trigger nominations_rejection_lapses after update of state, submission_count, return_count on nominations for each row
  when ((new.state, new.submission_count, new.return_count) is distinct from (old.state, old.submission_count, old.return_count))
  execute function nominations_rejection_lapses();

-- What was written about an application goes with its content.
create or replace function erase_content(counts jsonb, subject uuid, at timestamptz) returns jsonb language plpgsql as $$
begin
  counts := erase_rows(counts, 'answers', 'delete from answers where nomination_id = $1', subject);
  counts := erase_rows(counts, 'submission_words', 'delete from submission_words w using submissions s where s.id = w.submission_id and s.nomination_id = $1', subject);
  counts := erase_rows(counts, 'submission_documents', 'delete from submission_documents d using submissions s where s.id = d.submission_id and s.nomination_id = $1', subject);
  counts := erase_rows(counts, 'submissions', 'update submissions set rendered = rendered || ''{"answers": [], "documents": []}'', register = null, erased_at = $2
    where nomination_id = $1', subject, at);
  counts := erase_rows(counts, 'document_pages', 'delete from document_pages p using documents d where d.id = p.document_id and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'document_texts', 'delete from document_texts t using documents d where d.id = t.document_id and d.nomination_id = $1', subject);
  counts := erase_rows(counts, 'documents', 'delete from documents where nomination_id = $1', subject);
  counts := erase_rows(counts, 'received_files', 'delete from received_files f using received_applications r where r.id = f.received_id and r.nomination_id = $1', subject);
  counts := erase_rows(counts, 'objection_texts', 'delete from objection_texts t using objections o where o.id = t.objection_id and o.nomination_id = $1', subject);
  counts := erase_rows(counts, 'rejection_proposals', 'delete from rejection_proposals where nomination_id = $1', subject);
  counts := erase_rows(counts, 'return_parts', 'delete from return_parts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'feedbacks', 'delete from feedbacks where nomination_id = $1', subject);
  counts := erase_rows(counts, 'reading_places', 'delete from reading_places p using ballots b where b.id = p.ballot_id and b.nomination_id = $1', subject);
  return erase_rows(counts, 'statement_comments', 'delete from statement_comments where nomination_id = $1', subject);
end $$;
