/** The administrators on whom the service counts. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';

/** So many stay: one of them may fall ill, or lose the mailbox. */
export const ADMINISTRATORS = 2;

/** Who has the role now and with no end in sight: one who only has it for a time would leave nobody behind. */
export async function administratorsToStay(db: Kysely<DB>, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .select('g.person_id')
    .distinct()
    .where('g.role', '=', 'administrator')
    .where('g.edition_id', 'is', null)
    .where('g.from_at', '<=', now)
    .where('g.until_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
