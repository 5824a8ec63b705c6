/** Which application the formal check goes on with. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { rejectionWaits } from './open-rejections.ts';

interface Checked {
  id: string;
  edition_id: string;
  organisation_name: string;
  unit_name: string;
}

/** The next by the alphabet that waits for the reader, from this one on and then from the beginning. */
export async function nextToCheck(
  db: Kysely<DB>,
  { actor, now }: { actor: Actor | null; now: Date },
  { id, edition_id, organisation_name, unit_name }: Checked,
): Promise<{ id: string; organisation_name: string; unit_name: string } | null> {
  const found = await db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'n.organisation_name', 'n.unit_name'])
    .where('n.edition_id', '=', edition_id)
    .where('n.id', '<>', id)
    .where('n.state', '=', 'submitted')
    // One that is proposed to be rejected waits for its answer, which is a task of its own.
    .where(sql<boolean>`not ${rejectionWaits}`)
    .where(scope(nomination, 'admit', viewerOf(actor), now, 'n'))
    .where(sql<boolean>`application_closes_at(n, e.closes_at) <= ${now}`)
    .orderBy(
      sql`(n.organisation_name, n.unit_name, n.id) < (${organisation_name}, ${unit_name}, ${id}::uuid)`,
    )
    .orderBy('n.organisation_name')
    .orderBy('n.unit_name')
    .orderBy('n.id')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
