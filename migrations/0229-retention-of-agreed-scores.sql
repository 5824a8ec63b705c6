-- What was agreed on goes with the ballots that it is about, and the answer to an applicant with the content of the application.

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
  counts := erase_rows(counts, 'return_parts', 'delete from return_parts where nomination_id = $1', subject);
  counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes where nomination_id = $1', subject);
  counts := erase_rows(counts, 'feedbacks', 'delete from feedbacks where nomination_id = $1', subject);
  return erase_rows(counts, 'statement_comments', 'delete from statement_comments where nomination_id = $1', subject);
end $$;

create or replace function erase_now(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql set search_path = public as $$
declare
  counts jsonb := '{}';
  edition uuid;
  kept interval := (select r.keep from retention_rules r where r.name = wanted);
begin
  perform set_config('etikkprisen.erasing', 'on', true);
  case wanted
    when 'drafts' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_draft(counts, subject, at);
    when 'contacts' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_contacts(counts, subject);
    when 'notNominated' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_content(erase_contacts(counts, subject), subject, at);
      counts := erase_rows(counts, 'statements', 'delete from statements where nomination_id = $1', subject);
      counts := erase_rows(counts, 'statement_versions', 'delete from statement_versions where nomination_id = $1', subject);
    when 'nominated' then
      select n.edition_id into edition from nominations n where n.id = subject;
      counts := erase_content(erase_contacts(counts, subject), subject, at);
    when 'scores' then
      edition := subject;
      counts := erase_rows(counts, 'ballot_scores', 'delete from ballot_scores s using ballots b where b.id = s.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'ballot_earlier_scores', 'delete from ballot_earlier_scores s using ballot_reopenings r, ballots b
        where r.id = s.reopening_id and b.id = r.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'agreed_score_contents', 'delete from agreed_score_contents c using agreed_scores a, ballots b
        where a.id = c.agreed_id and b.id = a.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'ballot_salts', 'delete from ballot_salts s using ballots b where b.id = s.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'frozen_full_results', 'delete from frozen_full_results f using frozen_results r where r.id = f.frozen_id and r.edition_id = $1', subject);
      counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes j using nominations n where n.id = j.nomination_id and n.edition_id = $1', subject);
      counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes m using nominations n where n.id = m.nomination_id and n.edition_id = $1', subject);
    when 'declarations' then
      edition := subject;
      counts := erase_rows(counts, 'declaration_notes', 'delete from declaration_notes t using declarations d where d.id = t.declaration_id and d.edition_id = $1', subject);
    when 'letters' then
      edition := subject;
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id = $1', subject);
    when 'accounts' then
      counts := erase_account(counts, subject, at);
    when 'accessLog' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and is_access(e.subject_type, e.event)
        and ($1 is not null) and e.at <= $2', subject, at - kept);
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id is null and ($1 is not null) and created_at <= $2', subject, at - kept);
  end case;
  insert into erasures (rule, subject_id, edition_id, erased_at, counts) values (wanted, subject, edition, at, counts)
    on conflict (rule, subject_id) where rule <> 'accessLog' do nothing;
  perform set_config('etikkprisen.erasing', '', true);
  return counts;
end $$;
