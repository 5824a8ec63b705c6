-- Before anything is public the nominated are told in confidence, by letters that somebody approves. They say whether they will be named,
-- and send a picture and a quote. A "no" opens the decision again.

alter table letter_batches
  drop constraint letter_batches_about_check,
  add constraint letter_batches_about_check check (about in ('admission', 'nomination', 'winner', 'confidence', 'other')),
  drop constraint letter_batches_chosen,
  add constraint letter_batches_chosen check (
    case recipients->>'audience'
      when 'applications' then jsonb_array_length(recipients->'states') > 0
      when 'jurors' then recipients->>'jurors' in ('all', 'unfinished', 'undeclared')
      when 'nominated' then true
      else false
    end),
  -- nobody else is told in confidence, and the nominated of nothing else before it is public
  add constraint letter_batches_confidence check ((about is not distinct from 'confidence') = (recipients->>'audience' = 'nominated'));

-- That somebody has been told, and of which choice of the jury.
create table confidential_notices (
  decision_id uuid not null references decisions (id),
  nomination_id uuid not null references nominations (id),
  batch_id uuid not null references letter_batches (id),
  told_at timestamptz not null,
  primary key (decision_id, nomination_id),
  foreign key (decision_id, nomination_id) references decision_entries (decision_id, nomination_id)
);
create index confidential_notices_nomination on confidential_notices (nomination_id);
create index confidential_notices_batch on confidential_notices (batch_id);
revoke update, delete on confidential_notices from app;

create function confidential_notices_guard() returns trigger language plpgsql as $$
begin
  if not exists (select from letter_batches b join decisions d on d.edition_id = b.edition_id
      where b.id = new.batch_id and b.about = 'confidence' and b.sent_at is not null
        and d.id = new.decision_id and d.kind = 'finalists' and d.retracted_at is null) then
    raise exception 'told in confidence is who a sent batch tells of a choice that stands' using errcode = 'check_violation', constraint = 'confidential_notices_sent';
  end if;
  return new;
end $$;
create trigger confidential_notices_guard before insert on confidential_notices for each row execute function confidential_notices_guard();

create table namings (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null constraint namings_one unique references nominations (id),
  version integer not null check (version >= 1),
  answer text not null check (answer in ('agreed', 'declined')),
  -- why not; or who said so to the secretariat, and when
  reason text not null default '',
  answered_by uuid not null references people (id),
  answered_at timestamptz not null,
  -- written down by the secretariat
  registered boolean not null default false,
  quote text not null default '',
  -- whose words they are: name and title
  quoted text not null default '',
  picture_sha256 text references stored_files (sha256),
  picture_bytes bigint,
  picture_width integer,
  picture_height integer,
  -- what it shows, for those who do not see it; and who took it
  picture_alt text check (btrim(picture_alt) <> ''),
  picture_credit text check (btrim(picture_credit) <> ''),
  -- who says that everybody in it has agreed
  picture_consent_by uuid references people (id),
  picture_consent_at timestamptz,
  constraint namings_picture check (num_nulls(picture_sha256, picture_bytes, picture_width, picture_height, picture_alt, picture_credit,
    picture_consent_by, picture_consent_at) in (0, 8)),
  constraint namings_quote check ((quote = '') = (quoted = '')),
  constraint namings_content check (answer = 'agreed' or (quote = '' and picture_sha256 is null)),
  constraint namings_registered check (not registered or btrim(reason) <> '')
);
create index namings_picture_file on namings (picture_sha256) where picture_sha256 is not null;
revoke delete on namings from app;

-- Only whoever was told answers. What was approved is what is published: from then on something can be taken away, and nothing added.
-- Once it is out, nobody says no any more.
create function namings_guard() returns trigger language plpgsql as $$
declare
  edition uuid := (select n.edition_id from nominations n where n.id = new.nomination_id);
begin
  if is_erasing() then
    return new;
  end if;
  if not exists (select from confidential_notices c where c.nomination_id = new.nomination_id) then
    raise exception 'nobody has been told' using errcode = 'check_violation', constraint = 'namings_told';
  end if;
  if ((new.quote <> '' and (tg_op = 'INSERT' or (new.quote, new.quoted) is distinct from (old.quote, old.quoted)))
      or (new.picture_sha256 is not null and (tg_op = 'INSERT' or (new.picture_sha256, new.picture_alt, new.picture_credit)
        is distinct from (old.picture_sha256, old.picture_alt, old.picture_credit))))
    and exists (select from publications p where p.edition_id = edition and p.kind = 'finalists' and p.approved_at is not null and p.stopped_at is null)
  then raise exception 'what was approved is what is published' using errcode = 'check_violation', constraint = 'namings_approved';
  end if;
  if new.answer = 'declined' and (tg_op = 'INSERT' or old.answer = 'agreed')
    and exists (select from publications p where p.edition_id = edition and p.kind = 'finalists' and publication_came_out(p, new.answered_at))
  then raise exception 'it is public' using errcode = 'check_violation', constraint = 'namings_out';
  end if;
  return new;
end $$;
create trigger namings_guard before insert or update on namings for each row execute function namings_guard();

-- Where anybody was told of a choice, it is approved for publication only once everybody in it has agreed.
create function publications_agreed() returns trigger language plpgsql as $$
begin
  if exists (select from confidential_notices c where c.decision_id = new.decision_id)
    and exists (select from decision_entries e where e.decision_id = new.decision_id
      and not exists (select from namings g where g.nomination_id = e.nomination_id and g.answer = 'agreed'))
  then raise exception 'somebody nominated has not agreed to be named' using errcode = 'check_violation', constraint = 'publications_agreed';
  end if;
  return new;
end $$;
create trigger publications_agreed before update on publications for each row
  when (new.kind = 'finalists' and new.approved_at is not null and old.approved_at is null) execute function publications_agreed();

-- Goes with what the application says, by the same schedule.
create function erase_naming() returns trigger language plpgsql as $$
declare
  n bigint;
begin
  delete from namings where nomination_id = new.subject_id;
  get diagnostics n = row_count;
  if n > 0 then
    new.counts := new.counts || jsonb_build_object('namings', n);
  end if;
  return new;
end $$;
create trigger erase_naming before insert on erasures for each row
  when (new.rule in ('drafts', 'notNominated', 'nominated')) execute function erase_naming();
