-- Pictures and quotes of the nominated, and the points of a calibration, go by triggers of `erasures`, which count them there. The answer
-- was from before them: so neither the list of what is due nor the log named them. As in 0322 but for the two lines at its end.
create or replace function erase_now(wanted text, subject uuid, at timestamptz) returns jsonb language plpgsql set search_path = public as $$
declare
  counts jsonb := '{}';
  counted jsonb;
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
      counts := erase_rows(counts, 'reading_places', 'delete from reading_places p using ballots b where b.id = p.ballot_id and b.edition_id = $1', subject);
      counts := erase_rows(counts, 'juror_notes', 'delete from juror_notes j using nominations n where n.id = j.nomination_id and n.edition_id = $1', subject);
      counts := erase_rows(counts, 'meeting_notes', 'delete from meeting_notes m using nominations n where n.id = m.nomination_id and n.edition_id = $1', subject);
    when 'declarations' then
      edition := subject;
      counts := erase_rows(counts, 'declaration_notes', 'delete from declaration_notes t using declarations d where d.id = t.declaration_id and d.edition_id = $1', subject);
    when 'letters' then
      edition := subject;
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id = $1', subject);
    when 'questions' then
      edition := subject;
      counts := erase_rows(counts, 'call_questions', 'update call_questions set asked = ''-'', email = null, source_hash = null where edition_id = $1', subject);
    when 'barriers' then
      counts := erase_rows(counts, 'letters', 'delete from letters where key = ''barrier:'' || $1', subject);
      counts := erase_rows(counts, 'barriers', 'delete from barriers where id = $1', subject);
    when 'received' then
      select a.edition_id into edition from received_applications a where a.id = subject;
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''received'' and e.subject_id = $1', subject);
      counts := erase_rows(counts, 'letters', 'delete from letters where starts_with(key, ''received:'' || $1 || '':'')', subject);
      counts := erase_rows(counts, 'received_files', 'delete from received_files where received_id = $1', subject);
      counts := erase_rows(counts, 'received_applications', 'delete from received_applications where id = $1', subject);
    when 'oldNominated', 'oldOthers' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''oldApplication'' and e.subject_id = $1 and e.event = ''registerOld''', subject);
      counts := erase_rows(counts, 'old_application_files', 'delete from old_application_files where application_id = $1', subject);
      counts := erase_rows(counts, 'old_applications', 'delete from old_applications where id = $1', subject);
    when 'guests' then
      select g.edition_id into edition from ceremony_guests g where g.id = subject;
      counts := erase_rows(counts, 'ceremony_guests', 'delete from ceremony_guests where id = $1', subject);
      counts := forget_letters(counts, array['ceremony-guest:' || subject || ':asked', 'ceremony-guest:' || subject || ':place']
        || array(select 'ceremony-guest:' || subject || ':changed:' || n from editions e, generate_series(1, e.dates_sequence) n where e.id = edition));
    when 'reminders' then
      select r.edition_id into edition from call_reminders r where r.id = subject;
      counts := erase_rows(counts, 'call_reminders', 'delete from call_reminders where id = $1', subject);
      counts := forget_letters(counts, array['call-reminder:' || subject || ':link', 'call-reminder:' || subject]);
    when 'callList' then
      select r.edition_id into edition from call_recipients r where r.id = subject;
      counts := erase_rows(counts, 'call_recipients', 'delete from call_recipients where id = $1', subject);
      counts := forget_letters(counts, list_letters(edition, subject));
    when 'unsubscribed' then
      select r.edition_id into edition from call_recipients r where r.id = subject;
      counts := erase_rows(counts, 'call_recipients', 'update call_recipients set name = '''', unsubscribed_at = coalesce(unsubscribed_at, $2)
        where id = $1', subject, at);
      perform drop_letters(list_letters(edition, subject));
    when 'askers' then
      select q.edition_id into edition from call_questions q where q.id = subject;
      counts := erase_rows(counts, 'call_questions', 'update call_questions set email = null, source_hash = null where id = $1
        and (email is not null or source_hash is not null)', subject);
      counts := forget_letters(counts, (select array_agg('call-question:' || a.question_id || ':' || a.version) from call_answers a where a.question_id = subject));
    when 'sources' then
      select f.edition_id into edition from asked_openly f where f.id = subject;
      counts := erase_rows(counts, 'ceremony_guests', 'update ceremony_guests set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'call_reminders', 'update call_reminders set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'call_questions', 'update call_questions set source_hash = null where id = $1', subject);
      counts := erase_rows(counts, 'barriers', 'update barriers set source_hash = null where id = $1', subject);
    when 'struckOld' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id
        and e.subject_type = ''oldApplication'' and e.subject_id = $1 and e.event = ''registerOld''', subject);
      counts := erase_rows(counts, 'old_application_files', 'delete from old_application_files where application_id = $1', subject);
      counts := erase_rows(counts, 'old_applications', 'update old_applications set unit_name = '''', note = '''', reader_email = null,
        struck_at = coalesce(struck_at, $2) where id = $1', subject, at);
    when 'accounts' then
      counts := erase_account(counts, subject, at);
    when 'accessLog' then
      counts := erase_rows(counts, 'audit_details', 'delete from audit_details d using audit_events e where e.id = d.event_id and is_access(e.subject_type, e.event)
        and ($1 is not null) and e.at <= $2', subject, at - kept);
      counts := erase_rows(counts, 'letters', 'delete from letters where edition_id is null and ($1 is not null) and created_at <= $2', subject, at - kept);
  end case;
  counts := erase_rows(counts, 'own_links', 'delete from own_links where subject_id = $1', subject);
  insert into erasures as e (rule, subject_id, edition_id, erased_at, counts) values (wanted, subject, edition, at, counts)
    on conflict do nothing returning e.counts into counted;
  perform set_config('etikkprisen.erasing', '', true);
  return coalesce(counted, counts);
end $$;
