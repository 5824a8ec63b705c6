-- A leader, and where the year asks for it each partner, confirms an application by a link. No account: the link is the key.

alter table editions
  -- tick: the applicant says that the leader approves. link: the leader says so.
  add column leader_approval text not null default 'tick' constraint editions_leader_approval check (leader_approval in ('tick', 'link')),
  -- how many days after the deadline a confirmation may still come
  add column confirmation_days integer not null default 7 constraint editions_confirmation_days check (confirmation_days between 0 and 60),
  add column partner_confirmation boolean not null default false;

create table confirmations (
  id uuid primary key default uuidv7(),
  nomination_id uuid not null references nominations (id),
  kind text not null check (kind in ('leader', 'partner')),
  -- the partner, as it stands in the application; empty for the leader
  organisation text not null,
  name text not null check (name <> ''),
  title text not null,
  email text not null check (email <> ''),
  -- SHA-256 of the link's secret, which stands only in the letter
  token_hash bytea not null constraint confirmations_token_unique unique,
  asked_by uuid not null references people (id),
  asked_at timestamptz not null,
  -- a newer link has taken its place, or the partner is no longer one
  ended_at timestamptz,
  answer text check (answer in ('confirmed', 'declined')),
  answered_at timestamptz,
  -- who answered, as they wrote it themselves
  answered_name text,
  answered_title text,
  -- SHA-256 of the application as it was shown to the one who answered
  content_sha256 text,
  constraint confirmations_organisation check ((kind = 'partner') = (organisation <> '')),
  constraint confirmations_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_name is null)
    and (answer is null) = (content_sha256 is null))
);
-- One link in force at a time.
create unique index confirmations_in_force on confirmations (nomination_id, kind, lower(organisation)) where ended_at is null;
revoke delete on confirmations from app;

-- What somebody has answered stays as it was answered.
create function refuse_changed_answer() returns trigger language plpgsql as $$
begin
  if old.answer is not null and (new.answer, new.answered_at, new.answered_name, new.answered_title, new.content_sha256, new.kind, new.organisation, new.nomination_id)
    is distinct from (old.answer, old.answered_at, old.answered_name, old.answered_title, old.content_sha256, old.kind, old.organisation, old.nomination_id) then
    raise exception 'an answer is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger confirmations_answers_stay before update on confirmations for each row execute function refuse_changed_answer();
