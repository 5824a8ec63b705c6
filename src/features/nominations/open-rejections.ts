/** A proposed rejection that waits for its answer: neither answered nor lapsed. */
import { sql } from 'kysely';

export interface Answered {
  approved_at: Date | null;
  declined_at: Date | null;
  lapsed: boolean;
}

export const isOpenRejection = ({ approved_at, declined_at, lapsed }: Answered): boolean =>
  approved_at === null && declined_at === null && !lapsed;

/** Of an application `n`: one waits. A condition that the database can plan, and so begin with the few that there are. */
export const rejectionWaits = sql<boolean>`exists (select from rejection_proposals r where r.nomination_id = n.id
  and r.approved_at is null and r.declined_at is null and not r.lapsed)`;
