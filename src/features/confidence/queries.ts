/** One's own roles, with what waits for the rules of confidence. */
import { sql, type Kysely } from 'kysely';
import { confided } from '../../core/policy/relations/roles.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { MyRole } from './schema.ts';

/** The roles that the reader has now and that the rules are for. */
export async function myRoles(db: Kysely<DB>, { actor, now }: Reader): Promise<MyRole[]> {
  const { rows } = await sql<MyRole>`
    select g.role, e.year, case when ${confided('g')} then g.confidence_at end as "confirmedAt"
    from role_grants g left join editions e on e.id = g.edition_id
    where g.person_id = ${actor?.personId ?? null} and g.role <> 'administrator'
      and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at)
    order by e.year desc nulls first, g.role, g.id`.execute(db);
  return rows;
}
