-- What was frozen at the announcement changes only as a new version, with a reason: criteria, form, scale, regulations and the rest of
-- what stands under the checksum. Every version stays.

create table rules_versions (
  edition_id uuid not null references editions (id),
  version integer not null check (version >= 1),
  sha256 text not null,
  -- the canonical JSON that is hashed; of a year announced before versions were kept it is written down at the first change
  content text,
  reason text,
  made_at timestamptz not null,
  -- the transaction: what changes the rules must have made a version itself
  made_in xid8 not null default pg_current_xact_id(),
  primary key (edition_id, version),
  constraint rules_versions_reason check ((version = 1) = (reason is null) and reason <> ''),
  constraint rules_versions_content check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint rules_versions_known check (version = 1 or content is not null)
);
insert into rules_versions (edition_id, version, sha256, made_at)
  select id, 1, rules_sha256, announced_at from editions where announced_at is not null and rules_sha256 is not null;
revoke update, delete on rules_versions from app;
grant update (content) on rules_versions to app;

create function rules_versions_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.content is not null then
      raise exception 'a version of the rules stays as it was' using errcode = 'check_violation', constraint = 'rules_versions_stay';
    end if;
    return new;
  end if;
  new.made_in := pg_current_xact_id();
  if new.version <> coalesce((select max(version) from rules_versions where edition_id = new.edition_id), 0) + 1 then
    raise exception 'versions follow one another' using errcode = 'check_violation', constraint = 'rules_versions_follow';
  end if;
  if new.version > 1 and not exists (select from editions where id = new.edition_id and state in ('announced', 'closed')) then
    raise exception 'once the judging has begun, the rules stay' using errcode = 'check_violation', constraint = 'rules_versions_in_time';
  end if;
  return new;
end $$;
create trigger rules_versions_guard before insert or update on rules_versions for each row execute function rules_versions_guard();

create function demand_rules_version(edition uuid) returns void language plpgsql stable as $$
begin
  -- From the announcement on, which makes the first one.
  if exists (select from rules_versions where edition_id = edition)
      and not exists (select from rules_versions where edition_id = edition and made_in = pg_current_xact_id()) then
    raise exception 'what was announced changes only as a new version' using errcode = 'check_violation', constraint = 'rules_versioned';
  end if;
end $$;
create function rules_part_versioned() returns trigger language plpgsql as $$
begin
  perform demand_rules_version(coalesce(new.edition_id, old.edition_id));
  return null;
end $$;
create function edition_rules_versioned() returns trigger language plpgsql as $$
begin
  perform demand_rules_version(new.id);
  -- As it stands at the end, whichever of the transaction's changes this is.
  if (select rules_sha256 from editions where id = new.id)
      <> (select sha256 from rules_versions where edition_id = new.id order by version desc limit 1) then
    raise exception 'the checksum is that of the latest version' using errcode = 'check_violation', constraint = 'rules_versions_latest';
  end if;
  return null;
end $$;
-- At the end of the transaction: the version is made with the change, whichever comes first.
create constraint trigger criteria_versioned after insert or update or delete on criteria
  deferrable initially deferred for each row execute function rules_part_versioned();
create constraint trigger questions_versioned after insert or update or delete on questions
  deferrable initially deferred for each row execute function rules_part_versioned();
create constraint trigger editions_rules_versioned after update on editions deferrable initially deferred for each row
  when (old.announced_at is not null and (old.rules_sha256, old.scoring, old.scale_min, old.scale_max, old.scale_words, old.rank_rule, old.tie_rule,
      old.lot_source, old.public_extract, old.texts #> '{nb,regulations}', old.texts #> '{nn,regulations}', old.recusal_reach, old.quorum,
      old.objection_days, old.publish_recusals, old.casting_vote, old.dissent, old.feedback_from, old.applicant_figures)
    is distinct from (new.rules_sha256, new.scoring, new.scale_min, new.scale_max, new.scale_words, new.rank_rule, new.tie_rule,
      new.lot_source, new.public_extract, new.texts #> '{nb,regulations}', new.texts #> '{nn,regulations}', new.recusal_reach, new.quorum,
      new.objection_days, new.publish_recusals, new.casting_vote, new.dissent, new.feedback_from, new.applicant_figures))
  execute function edition_rules_versioned();
