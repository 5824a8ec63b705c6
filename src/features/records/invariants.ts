/**
 * What must always be true, each as a query that finds what is not: every one must come back empty.
 * What a single row can tell is a CHECK constraint of its table; these look across rows.
 */

/** Name of the invariant > SQL that selects the offending rows: `id`, and `note` where it helps. */
export const invariants: Readonly<Record<string, string>> = {
  'a ballot that counts belongs to a juror who has declared and is not recused (I1)': `
    select b.id from ballots b where b.state in ('started', 'delivered', 'locked', 'reopened') and juror_standing(b.person_id, b.nomination_id) in ('undeclared', 'recused')`,

  'where people stand towards applications is what their declarations and the decisions on them say': `
    (select nomination_id as id, person_id::text as note from (table standings except table standings_now) kept)
    union all (select nomination_id, person_id::text from (table standings_now except table standings) said)`,

  'who took part in a decision was out of none of its candidates (I2)': `
    select t.decision_id as id, t.person_id::text as note from decision_participants t join decision_candidates c on c.decision_id = t.decision_id
    where t.took_part and c.nomination_id = any (t.out_of)`,

  'a score lies on the scale and belongs to a criterion of its edition': `
    select b.id, c.kind as note from ballot_scores s join ballots b on b.id = s.ballot_id join criteria c on c.id = s.criterion_id join editions e on e.id = b.edition_id
    where c.edition_id <> b.edition_id or s.score < e.scale_min or s.score > e.scale_max or (c.kind = 'must' and s.score is not null)`,

  'a ballot belongs to the edition of its application and of its seat': `
    select b.id from ballots b join nominations n on n.id = b.nomination_id join seats s on s.id = b.seat_id
    where n.edition_id <> b.edition_id or s.edition_id <> b.edition_id`,

  'ballots are locked if, and only if, the judging is closed': `
    select b.id, b.state as note from ballots b join editions e on e.id = b.edition_id
    where (b.state in ('locked', 'reopened') and e.judging_closed_at is null) or (b.state = 'delivered' and e.judging_closed_at is not null)`,

  'the winner and the mentioned are among the finalists (I3)': `
    select w.nomination_id as id from decision_entries w join decisions d on d.id = w.decision_id
    where d.kind = 'winner' and d.retracted_at is null and not exists (
      select from decisions f join decision_entries fe on fe.decision_id = f.id
      where f.edition_id = d.edition_id and f.kind = 'finalists' and f.retracted_at is null and fe.nomination_id = w.nomination_id)`,

  'the number of finalists is within the range, or has a reason (I4)': `
    select d.id from decisions d join editions e on e.id = d.edition_id
    where d.kind = 'finalists' and d.retracted_at is null and d.reason = ''
      and (select count(*) from decision_entries where decision_id = d.id) not between e.finalists_min and e.finalists_max`,

  'a decision speaks of applications of its own edition': `
    select d.id from decisions d join decision_entries e on e.decision_id = d.id join nominations n on n.id = e.nomination_id where n.edition_id <> d.edition_id`,

  'an outcome is a state only when it was published, and the same one (I5)': `
    select n.id, n.state as note from nominations n
    where n.state in ('finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize') and not exists (
      select from publications p left join decision_entries e on e.decision_id = p.decision_id and e.nomination_id = n.id
      where p.edition_id = n.edition_id and p.approved_at is not null and p.applied_at >= p.publish_at
        and case n.state when 'notSelected' then e.outcome is null when 'finalistWithoutPrize' then p.kind = 'winner'
          else e.outcome = n.state end)`,

  'a publication was approved by another before it was applied, and is of a decision of its kind': `
    select p.id from publications p join decisions d on d.id = p.decision_id
    where (p.applied_at is not null and (p.approved_at is null or p.approved_at > p.applied_at)) or d.kind <> p.kind or d.edition_id <> p.edition_id`,

  'a state is the one of the last event in the log (I7)': `
    with rows as (
      select 'edition' as type, id, state from editions union all
      select 'nomination', id, state from nominations union all
      select 'ballot', id, state from ballots)
    select rows.id, rows.state as note from rows
    cross join lateral (select to_state from audit_events where subject_type = rows.type and subject_id = rows.id and to_state is not null
      order by seq desc limit 1) last
    where last.to_state <> rows.state`,

  'whatever has left its first state has an event in the log (I7)': `
    select n.id, n.state as note from nominations n where n.state <> 'draft' and not exists (select from audit_events where subject_id = n.id and to_state is not null)
    union all
    select e.id, e.state from editions e where e.state <> 'planned' and not exists (select from audit_events where subject_id = e.id and to_state is not null)
    union all
    select b.id, b.state from ballots b where b.state not in ('assigned', 'recused') and not exists (select from audit_events where subject_id = b.id and to_state is not null)`,

  'the submissions of an application are numbered 1, 2, 3 … and counted': `
    select n.id from nominations n left join submissions s on s.nomination_id = n.id
    group by n.id having count(s.id) <> n.submission_count or coalesce(max(s.number), 0) <> n.submission_count`,

  'a submission keeps only documents of its own application': `
    select s.id from submissions s join submission_documents sd on sd.submission_id = s.id join documents d on d.id = sd.document_id where d.nomination_id <> s.nomination_id`,

  'nothing was sent in too late, unless it had been returned or was taken in by two people': `
    select s.id, s.submitted_at::text as note from submissions s join nominations n on n.id = s.nomination_id join editions e on e.id = n.edition_id
    where (s.submitted_at < e.opens_at or s.submitted_at >= application_closes_at(n, e.closes_at))
      and not exists (select from audit_events a where a.subject_id = n.id and a.event = 'return' and a.at <= s.submitted_at)
      and not exists (select from received_applications r where r.nomination_id = n.id and r.approved_by <> r.registered_by and s.number = 1)`,

  'a later deadline is one that somebody else than its proposer approved last': `
    select n.id, n.extended_until::text as note from nominations n where n.extended_until is distinct from
      (select x.until_at from deadline_extensions x where x.nomination_id = n.id and x.approved_by <> x.proposed_by order by x.approved_at desc, x.id desc limit 1)`,

  'the jury does not read while somebody has more time': `
    select n.id, n.extended_until::text as note from nominations n join editions e on e.id = n.edition_id
    where n.state in ('draft', 'submitted') and e.judging_started_at < n.extended_until`,

  'what two people took in is an application with its original and somebody who works on it': `
    select r.id from received_applications r join nominations n on n.id = r.nomination_id
    where n.state = 'draft' or not exists (select from erasures x where x.subject_id = n.id) and not exists (select from received_files f join documents d on d.sha256 = f.sha256 and d.nomination_id = n.id where f.received_id = r.id)`,

  'an answer answers a question of its own edition': `
    select a.question_id as id from answers a join nominations n on n.id = a.nomination_id join questions q on q.id = a.question_id where q.edition_id <> n.edition_id`,

  'somebody works on every application': `
    select n.id from nominations n where n.state <> 'withdrawn' and not exists (select from erasures x where x.subject_id = n.id) and not exists (select from nomination_members m where m.nomination_id = n.id and m.removed_at is null)`,

  'an edition that was announced has its rules frozen, criteria, and seats': `
    select e.id from editions e where e.announced_at is not null and (e.rules_sha256 is null
      or not exists (select from criteria where edition_id = e.id) or not exists (select from seats where edition_id = e.id))`,

  'a letter that was sent says when': `
    select id from letters where (state = 'sent') <> (sent_at is not null)`,

  'a person holds a seat of the edition that the holding names': `
    select h.id from seat_holders h join seats s on s.id = h.seat_id where s.edition_id <> h.edition_id`,
};
