-- How a publication comes out: at its moment, with its approval, or at the press of the ceremony, which can be held. One person alone can
-- approve it with a reason; it can be taken down with a notice; and a correction is a version of its own.
alter table publications
  add column release text not null default 'moment' check (release in ('moment', 'approval', 'press')),
  -- waits for the press alone: `publish_at`, its latest moment, releases nothing
  add column held_at timestamptz,
  add column held_by uuid references people (id),
  -- the press moves `publish_at` to itself
  add column pressed_at timestamptz,
  add column pressed_by uuid references people (id),
  -- why whoever prepared it approved it, too
  add column alone_reason text,
  -- the version that this one replaces, and what has been corrected: {"nb": "…", "nn": "…"}
  add column corrects uuid references publications (id),
  add column correction jsonb,
  add column taken_down_at timestamptz,
  add column taken_down_by uuid references people (id),
  add column takedown_reason text,
  -- what the public reads instead: {"nb": "…", "nn": "…"}
  add column notice jsonb,
  add constraint publications_held check ((held_at is null) = (held_by is null) and (held_at is null or release = 'press')),
  add constraint publications_pressed check ((pressed_at is null) = (pressed_by is null)
    and (pressed_at is null or (release = 'press' and approved_at is not null and pressed_at = publish_at and held_at is null))),
  add constraint publications_correction check ((corrects is null) = (correction is null)),
  add constraint publications_taken_down check ((taken_down_at is null) = (notice is null) and (taken_down_at is null) = (takedown_reason is null)
    and (taken_down_at is null or (approved_at is not null and stopped_at is null and held_at is null and taken_down_at >= publish_at))),
  -- in the last ten seconds nothing is stopped or held any more
  add constraint publications_quiet check ((stopped_at is null or approved_at is null or held_at is not null or stopped_at < publish_at - interval '10 seconds')
    and (held_at is null or held_at < publish_at - interval '10 seconds')),
  drop constraint publications_two_persons,
  add constraint publications_two_persons check (approved_by <> prepared_by or coalesce(btrim(alone_reason), '') <> '');

drop index publications_one_standing;
create unique index publications_one_standing on publications (edition_id, kind) where stopped_at is null and corrects is null;
create unique index publications_one_correction on publications (corrects) where stopped_at is null;

create function publication_came_out(publication publications, at timestamptz) returns boolean immutable language sql as $$
  select publication.approved_at is not null and publication.stopped_at is null and publication.held_at is null and publication.publish_at <= at
$$;
create or replace function publication_is_public(publication publications, at timestamptz) returns boolean immutable language sql as $$
  select publication_came_out(publication, at) and (publication.taken_down_at is null or publication.taken_down_at > at)
$$;

-- What was approved is what comes out, word for word; its moment moves with the approval or the press that releases it, and with nothing else.
create function publications_stay() returns trigger language plpgsql as $$
begin
  if (new.edition_id, new.kind, new.decision_id, new.texts, new.statements, new.release, new.correction)
    is distinct from (old.edition_id, old.kind, old.decision_id, old.texts, old.statements, old.release, old.correction)
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.pressed_at is not null and new.pressed_at is distinct from old.pressed_at)
    or (old.taken_down_at is not null and new.taken_down_at is distinct from old.taken_down_at)
    or (new.publish_at <> old.publish_at and not (
      (old.approved_at is null and new.approved_at = new.publish_at and new.release = 'approval')
      or (old.pressed_at is null and new.pressed_at = new.publish_at and (old.held_at is not null or new.publish_at < old.publish_at))))
  then raise exception 'a publication stays as it was prepared' using errcode = '23514', constraint = 'publications_stay';
  end if;
  return new;
end $$;
create trigger publications_stay before update on publications for each row execute function publications_stay();
