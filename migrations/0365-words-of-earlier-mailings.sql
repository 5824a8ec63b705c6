-- Mailings of years whose letters have been erased already, and those that made no letter, have their time, too.
create or replace function came_since(rule text, about uuid) returns boolean language sql stable set search_path = public as $$
  select case when rule in ('notNominated', 'contacts') then
      exists (select from contacts c where c.nomination_id = about) or exists (select from letters l where l.nomination_id = about)
      or exists (select from help_requests h where h.nomination_id = about) or exists (select from nomination_members m where m.nomination_id = about)
      or exists (select from confirmations c where c.nomination_id = about) or exists (select from asked_to_join(about))
      or exists (select from adviser_access a where a.nomination_id = about)
    else false end
  or case when rule in ('notNominated', 'nominated') then
      exists (select from documents d where d.nomination_id = about) or exists (select from feedbacks f where f.nomination_id = about)
      or exists (select from juror_notes j where j.nomination_id = about) or exists (select from meeting_notes m where m.nomination_id = about)
      or exists (select from statement_comments s where s.nomination_id = about)
    else false end
  or case rule
    when 'scores' then exists (select from nominations n where n.edition_id = about
      and (exists (select from juror_notes j where j.nomination_id = n.id) or exists (select from meeting_notes m where m.nomination_id = n.id)))
    when 'declarations' then exists (select from declaration_notes t join declarations d on d.id = t.declaration_id where d.edition_id = about)
    when 'letters' then exists (select from letters l where l.edition_id = about)
      or exists (select from letter_batches b where b.edition_id = came_since.about and b.title <> '–')
    when 'accounts' then not stays_by_name(about) and exists (select from audit_details d where d.actor_id = about)
    else false end
$$;
