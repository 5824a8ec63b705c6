-- What comes when a rule has run already has its time as well: a call that is filed on an old application, a letter of an old year. The rule
-- comes due again, as long after its last run as what it is about is kept.

-- Whether something lies there again that the rule erases.
create function came_since(rule text, about uuid) returns boolean language sql stable set search_path = public as $$
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
    when 'accounts' then not stays_by_name(about) and exists (select from audit_details d where d.actor_id = about)
    else false end
$$;

-- These may be erased again, so that there may be several of each; the lock of `erase` keeps two at once apart. What people ask for
-- themselves, and what goes as a whole, goes once.
drop index erasures_once;
create unique index erasures_once on erasures (rule, subject_id)
  where rule not in ('accessLog', 'notNominated', 'contacts', 'nominated', 'scores', 'declarations', 'letters', 'accounts');
create index erasures_latest on erasures (rule, subject_id, erased_at);

-- What the schedule says goes at `at`, and since when: also what came since it was last erased.
create or replace function retention_due(at timestamptz) returns table (rule text, subject_id uuid, edition_id uuid, due_at timestamptz)
language sql stable as $$
  with found as (
    select r.name, n.id as subject_id, n.edition_id,
      case when r.name = 'drafts' then greatest(application_closes_at(n, e.closes_at) + r.keep,
          (select w.warned_at + interval '14 days' from draft_warnings w where w.nomination_id = n.id))
        else e.ended_at + r.keep end as due_at
    from retention_rules r cross join nominations n join editions e on e.id = n.edition_id
    where r.subject = 'nomination' and case r.name
      when 'drafts' then n.submission_count = 0 and (n.state = 'withdrawn' or exists (select from draft_warnings w where w.nomination_id = n.id))
      when 'notNominated' then n.submission_count > 0 and not is_nominated(n.state)
      else is_nominated(n.state) end
    union all
    select r.name, e.id, e.id, e.ended_at + r.keep from retention_rules r cross join editions e where r.subject = 'edition'
    union all
    select r.name, p.id, null, last_used(p) + r.keep from retention_rules r cross join people p
    where r.subject = 'person' and not in_use(p.id, at)
    union all
    select r.name, '00000000-0000-0000-0000-000000000000', null, least(
        (select min(e.at) from audit_events e join audit_details d on d.event_id = e.id where is_access(e.subject_type, e.event)),
        (select min(l.created_at) from letters l where l.edition_id is null)) + r.keep
    from retention_rules r where r.subject = 'service'
    union all
    select r.name, b.id, null, b.asked_at + r.keep from retention_rules r cross join barriers b where r.subject = 'barrier'
    union all
    select r.name, o.id, null, prize_year_end(o.year) + r.keep from retention_rules r cross join old_applications o
    where r.subject = 'oldApplication' and o.nominated = (r.name = 'oldNominated')
    union all
    -- one that became an application goes with that
    select r.name, a.id, a.edition_id, e.ended_at + r.keep from retention_rules r cross join received_applications a join editions e on e.id = a.edition_id
    where r.subject = 'received' and a.nomination_id is null
  ), last as (
    select x.rule, x.subject_id, max(x.erased_at) as erased_at from erasures x where x.rule <> 'accessLog' group by x.rule, x.subject_id
  )
  select f.name, f.subject_id, f.edition_id, greatest(f.due_at, l.erased_at + r.keep)
  from found f join retention_rules r on r.name = f.name left join last l on l.rule = f.name and l.subject_id = f.subject_id
  where f.due_at <= at and (l.erased_at is null or l.erased_at + r.keep <= at and came_since(f.name, f.subject_id))
  order by 4, f.name, f.subject_id
$$;
