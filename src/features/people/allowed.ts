/** Who may do something with a row, by the policy itself: whom a letter about it goes to, and whether anybody can answer at all. */
import { sql, type RawBuilder } from 'kysely';
import { scope, type Action, type Resource } from '../../core/policy/policy.ts';
import type { Unit } from '../../core/process/unit.ts';

type Table = 'editions' | 'nominations';

/** Everybody with a role or a seat, besides whoever acts now, who may do `action` with the row. */
export async function peopleWhoMay<R extends Resource & { table: Table }>(
  { trx, now, actor }: Unit,
  resource: R,
  action: Action<R>,
  row: { id: string; edition_id?: string },
): Promise<{ id: string; email: string; language: string }[]> {
  return trx
    .selectFrom('people as anybody')
    .select(['anybody.id', 'anybody.email', 'anybody.language'])
    .where('anybody.removed_at', 'is', null)
    .where('anybody.id', 'is distinct from', actor.personId)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb.selectFrom('role_grants as g').select('g.id').whereRef('g.person_id', '=', 'anybody.id'),
        ),
        eb.exists(
          eb
            .selectFrom('seat_holders as h')
            .select('h.id')
            .whereRef('h.person_id', '=', 'anybody.id')
            .where('h.edition_id', '=', row.edition_id ?? row.id),
        ),
      ]),
    )
    .where(
      sql<boolean>`exists (select from ${sql.table(resource.table)} about where about.id = ${row.id}
        and ${scope(resource, action, { personId: sql.ref('anybody.id') }, now, 'about')})`,
    )
    .orderBy('anybody.id')
    .execute();
}

/** Somebody with a role, but for the one in `but`, may do `action` with the row of this alias. */
export const somebodyMay = <R extends Resource>(
  resource: R,
  action: Action<R>,
  row: string,
  { now, but }: { now: Date; but: RawBuilder<unknown> },
): RawBuilder<boolean> =>
  sql<boolean>`exists (select from people anybody where anybody.removed_at is null and anybody.id is distinct from ${but}
    and exists (select from role_grants g where g.person_id = anybody.id)
    and ${scope(resource, action, { personId: sql.ref('anybody.id') }, now, row)})`;
