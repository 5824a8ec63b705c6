-- A score that a juror and the one who chairs agree on at the meeting, after the closing. It lies beside what was delivered, which stays
-- as it is under its hash: the one who chairs proposes, only the juror confirms, and nobody does once the jury has decided.

create table agreed_scores (
  id uuid primary key default uuidv7(),
  ballot_id uuid not null,
  -- what was delivered last: a ballot that is opened and delivered anew leaves what was agreed about the one before behind
  delivery integer not null,
  -- 1, 2, … within the ballot: of several about one criterion the last one confirmed counts
  number integer not null check (number >= 1),
  criterion_id uuid not null references criteria (id),
  meeting_id uuid not null references meetings (id),
  proposed_by uuid not null references people (id),
  proposed_at timestamptz not null,
  answer text check (answer in ('confirmed', 'declined', 'withdrawn')),
  answered_by uuid references people (id),
  answered_at timestamptz,
  -- of what was confirmed, under the salt of the ballot
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  constraint agreed_scores_number unique (ballot_id, number),
  constraint agreed_scores_answered check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  constraint agreed_scores_hashed check ((answer is not distinct from 'confirmed') = (hash is not null)),
  foreign key (ballot_id, delivery) references ballot_commitments (ballot_id, delivery)
);
create unique index agreed_scores_one_open on agreed_scores (ballot_id, criterion_id) where answer is null;
-- What it says. Apart, so that it can be erased with the ballots while the hash remains.
create table agreed_score_contents (
  agreed_id uuid primary key references agreed_scores (id),
  score integer not null,
  reason text not null check (btrim(reason) <> '')
);
revoke delete on agreed_scores from app;
revoke update, delete on agreed_score_contents from app;

-- Whether anything can still be agreed on: until the jury has decided.
create function agreement_open(edition uuid) returns boolean stable language sql as $$
  select e.state = 'deliberating' and not exists (select from decisions d where d.edition_id = e.id and d.retracted_at is null)
  from editions e where e.id = edition
$$;

create function agreed_scores_guard() returns trigger language plpgsql as $$
declare
  ballot ballots;
begin
  if tg_op = 'UPDATE' and (old.answer is not null or (new.ballot_id, new.delivery, new.number, new.criterion_id, new.meeting_id, new.proposed_by, new.proposed_at)
      is distinct from (old.ballot_id, old.delivery, old.number, old.criterion_id, old.meeting_id, old.proposed_by, old.proposed_at)) then
    raise exception 'what was agreed stays as it is' using errcode = 'check_violation', constraint = 'agreed_scores_stay';
  end if;
  if tg_op = 'INSERT' and new.answer is not null then
    raise exception 'it is proposed before it is answered' using errcode = 'check_violation', constraint = 'agreed_scores_own';
  end if;
  select * into ballot from ballots where id = new.ballot_id;
  if new.answer in ('confirmed', 'declined') and new.answered_by <> ballot.person_id then
    raise exception 'only the juror answers for the ballot' using errcode = 'check_violation', constraint = 'agreed_scores_own';
  end if;
  if new.answer in ('declined', 'withdrawn') then
    return new;
  end if;
  if new.proposed_by = ballot.person_id then
    raise exception 'it takes two to agree' using errcode = 'check_violation', constraint = 'agreed_scores_two';
  end if;
  if ballot.state <> 'locked' or new.delivery <> (select max(c.delivery) from ballot_commitments c where c.ballot_id = ballot.id) then
    raise exception 'only what is locked is agreed on' using errcode = 'check_violation', constraint = 'agreed_scores_locked';
  end if;
  if juror_standing(ballot.person_id, ballot.nomination_id) <> 'free' or juror_standing(new.proposed_by, ballot.nomination_id) <> 'free' then
    raise exception 'who is out of the application agrees on nothing of it' using errcode = 'check_violation', constraint = 'agreed_scores_free';
  end if;
  if not agreement_open(ballot.edition_id) then
    raise exception 'the jury has decided' using errcode = 'check_violation', constraint = 'agreed_scores_undecided';
  end if;
  if not exists (select from criteria c join editions e on e.id = c.edition_id where c.id = new.criterion_id and e.id = ballot.edition_id and e.scoring and c.weight is not null) then
    raise exception 'there are no points on this' using errcode = 'check_violation', constraint = 'agreed_scores_criterion';
  end if;
  if tg_op = 'INSERT' and not exists (select from meeting_openings o join meetings m on m.id = o.meeting_id
      where m.id = new.meeting_id and m.edition_id = ballot.edition_id and m.ended_at is null and o.nomination_id = ballot.nomination_id) then
    raise exception 'it is agreed at the meeting where the application is treated' using errcode = 'check_violation', constraint = 'agreed_scores_meeting';
  end if;
  return new;
end $$;
create trigger agreed_scores_guard before insert or update on agreed_scores for each row execute function agreed_scores_guard();

create function agreed_score_contents_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from agreed_scores a join ballots b on b.id = a.ballot_id join editions e on e.id = b.edition_id
      where a.id = new.agreed_id and new.score between e.scale_min and e.scale_max) then
    raise exception 'score % is off the scale', new.score using errcode = 'check_violation', constraint = 'ballot_scores_scale';
  end if;
  return new;
end $$;
create trigger agreed_score_contents_guard before insert on agreed_score_contents for each row execute function agreed_score_contents_guard();

-- What counts instead of the delivered score: the last one confirmed about each criterion of the last delivery.
create view counted_agreements as
  select distinct on (a.ballot_id, a.criterion_id) a.ballot_id, a.criterion_id, a.id, c.score
  from agreed_scores a
  join agreed_score_contents c on c.agreed_id = a.id
  where a.answer = 'confirmed' and a.delivery = (select max(k.delivery) from ballot_commitments k where k.ballot_id = a.ballot_id)
  order by a.ballot_id, a.criterion_id, a.number desc;

-- A ballot as the result reads it, in hashes: its last delivery, and what was agreed since.
create function ballot_print(ballot uuid) returns text stable language sql as $$
  select concat_ws(' ', c.hash, (select string_agg(a.hash, ' ' order by a.number) from agreed_scores a
    where a.ballot_id = ballot and a.delivery = c.delivery and a.answer = 'confirmed'))
  from ballot_commitments c where c.ballot_id = ballot order by c.delivery desc limit 1
$$;
create or replace function ballots_fingerprint(edition uuid) returns text stable language sql as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.nomination_id, b.person_id, ballot_print(b.id)), ',' order by b.id), ''), 'UTF8')), 'hex')
  from ballots b
  join nominations n on n.id = b.nomination_id
    and n.state in ('scored', 'finalist', 'notSelected', 'winner', 'honourableMention', 'finalistWithoutPrize')
  where b.edition_id = edition and b.state = 'locked'
    and not exists (select from standings d where d.nomination_id = b.nomination_id and d.person_id = b.person_id and d.standing in ('recused', 'pending'))
$$;
