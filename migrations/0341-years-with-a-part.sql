-- Whoever takes part in a year, in the jury or with an application that was sent in, is let in for no task of it: such a role rests there.

-- The years in which the person holds a seat, confirmed or not, or works on an application that was sent in and not withdrawn.
create function years_with_a_part(person uuid) returns uuid[] stable parallel safe language sql as $$
  select array(
    select h.edition_id from seat_holders h where h.person_id = person and h.until_at is null
    union
    select n.edition_id from nomination_members m join nominations n on n.id = m.nomination_id
    where m.person_id = person and m.removed_at is null and n.state not in ('draft', 'withdrawn'))
$$;
