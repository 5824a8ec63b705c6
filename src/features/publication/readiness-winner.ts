/** The announcement of the winner that waits: it must not come out without the nominated, nor before them. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';

/** Approved and not taken down; undefined also where nobody gets the prize. */
export const waitingWinner = (
  db: Kysely<DB>,
  editionId: string,
): Promise<{ id: string; publish_at: Date } | undefined> =>
  db
    .selectFrom('publications as p')
    .innerJoin('decisions as d', 'd.id', 'p.decision_id')
    .select(['p.id', 'p.publish_at'])
    .where('p.edition_id', '=', editionId)
    .where('p.kind', '=', 'winner')
    .where('d.no_award', '=', false)
    .where('p.stopped_at', 'is', null)
    .where('p.taken_down_at', 'is', null)
    .where('p.approved_at', 'is not', null)
    .orderBy('p.publish_at')
    .executeTakeFirst();
