/** What an event of the log happened to, as far as its reader may know it. */
import { sql } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';

interface Subject {
  nomination_id: string | null;
  person_id: string | null;
  name: string | null;
}

/**
 * For the event of the alias `a`: the application and the person behind it, or its own name. What was told and answered in confidence
 * says whose it is only to those who see the nominated, and who are out of none of them: one half of them would tell the other.
 * Objections go to those who see the objections or the declarations of the application.
 */
export function subjectsFor({ actor, now }: Reader) {
  const viewer = viewerOf(actor);
  const may = (action: 'seeNaming' | 'seeObjections' | 'seeConflicts', id: string) =>
    sql`exists (select from nominations x where x.id = ${sql.ref(id)} and ${scope(nomination, action, viewer, now, 'x')})`;
  const told = sql`exists (select from confidential_notices c where c.batch_id = l.batch_id) or tells_not_nominated(l.batch_id)`;
  const outOfOne = (
    edition: string,
  ) => sql`exists (select from confidential_notices c join nominations y on y.id = c.nomination_id
    where y.edition_id = ${sql.ref(edition)} and ${nomination.relations.conflicted('y', viewer)})`;
  const knowsNominated = sql`${may('seeNaming', 'l.nomination_id')} and not ${outOfOne('l.edition_id')}`;
  return sql<Subject>`lateral (
  select id as nomination_id, null::uuid as person_id, null::text as name from nominations where id = a.subject_id
  union all select nomination_id, person_id, null from ballots where id = a.subject_id
  union all select nomination_id, person_id, null from declarations where id = a.subject_id
  union all select nomination_id, person_id, null from recusal_decisions where id = a.subject_id
  union all select nomination_id, null, name from documents where id = a.subject_id
  union all select nomination_id, person_id, organisation_name from join_requests where id = a.subject_id
  union all select nomination_id, null, organisation_name from received_applications where id = a.subject_id
  union all select o.nomination_id, null, null from objections o where o.id = a.subject_id
    and (${may('seeObjections', 'o.nomination_id')} or ${may('seeConflicts', 'o.nomination_id')})
  union all select l.nomination_id, null, l.email from letters l where l.id = a.subject_id and (not (${told}) or ${knowsNominated})
  union all select g.nomination_id, null, null from namings g join nominations z on z.id = g.nomination_id where g.id = a.subject_id
    and ${may('seeNaming', 'g.nomination_id')} and not ${outOfOne('z.edition_id')}
  union all select null, id, null from people where id = a.subject_id
  union all select null, null, organisation from seats where id = a.subject_id)`;
}
