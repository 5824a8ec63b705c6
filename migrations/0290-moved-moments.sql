-- The moment of an approved publication moves when one person asks for it and another agrees: what was approved stays as it is.
alter table publications
  -- the latest wish to move it, and who agreed; what it was moved from stands in the log
  add column move_to timestamptz,
  add column move_by uuid references people (id),
  add column move_asked_at timestamptz,
  add column moved_at timestamptz,
  add column moved_by uuid references people (id),
  -- why whoever asked agreed, too
  add column move_alone_reason text,
  add constraint publications_move check ((move_to is null) = (move_by is null) and (move_to is null) = (move_asked_at is null)
    and (move_to is null or approved_at is not null)),
  add constraint publications_moved check ((moved_at is null) = (moved_by is null) and (moved_at is null or move_to is not null)
    and (moved_at is null or pressed_at is not null or publish_at = move_to)),
  add constraint publications_move_two_persons check (moved_by <> move_by or coalesce(btrim(move_alone_reason), '') <> '');

-- As before, and besides: the moment moves to where it was asked to, while there are ten seconds to both the old and the new one.
create or replace function publications_stay() returns trigger language plpgsql as $$
begin
  if (new.edition_id, new.kind, new.decision_id, new.texts, new.statements, new.release, new.correction)
    is distinct from (old.edition_id, old.kind, old.decision_id, old.texts, old.statements, old.release, old.correction)
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.pressed_at is not null and new.pressed_at is distinct from old.pressed_at)
    or (old.taken_down_at is not null and new.taken_down_at is distinct from old.taken_down_at)
    or (new.publish_at <> old.publish_at and not (
      (old.approved_at is null and new.approved_at = new.publish_at and new.release = 'approval')
      or (old.pressed_at is null and new.pressed_at = new.publish_at and (old.held_at is not null or new.publish_at < old.publish_at))
      or (old.moved_at is null and new.moved_at is not null and new.publish_at = old.move_to
        and (new.move_to, new.move_by) = (old.move_to, old.move_by) and old.approved_at is not null and old.release <> 'approval'
        and old.pressed_at is null and old.held_at is null and old.stopped_at is null
        and new.moved_at < least(old.publish_at, new.publish_at) - interval '10 seconds')))
  then raise exception 'a publication stays as it was prepared' using errcode = '23514', constraint = 'publications_stay';
  end if;
  return new;
end $$;
