/** The hashes of what was delivered: all of them for the jury once the judging is closed, one's own with its salt. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { ballot } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Hashes } from './schema.ts';

interface Whose {
  editionId: string;
  personId: string;
}

/** The delivery that stood at the closing: the first that the chair opened, or else the last there is. Counted, not timed. */
const lockedDelivery = sql`coalesce((select min(r.delivery) from ballot_reopenings r where r.ballot_id = c.ballot_id),
  (select max(o.delivery) from ballot_commitments o where o.ballot_id = c.ballot_id))`;

/**
 * One hash of each ballot that was locked at the closing, as it was then, in an order that tells nothing (by the hash itself).
 * Without those on applications that the person is out of: their number would tell of them (HAB-2).
 */
export const hashesAtClosing = (db: Kysely<DB>, whose: Whose): Promise<string[]> =>
  hashesOf(db, whose, sql`c.delivery = ${lockedDelivery}`);

/** Those that were delivered anew after the closing. */
const hashesSince = (db: Kysely<DB>, whose: Whose): Promise<string[]> =>
  hashesOf(db, whose, sql`c.delivery > ${lockedDelivery}`);

async function hashesOf(
  db: Kysely<DB>,
  { editionId, personId }: Whose,
  which: ReturnType<typeof sql>,
): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select c.hash from ballot_commitments c join ballots b on b.id = c.ballot_id
    where b.edition_id = ${editionId} and b.locked_at is not null and ${which}
      and not exists (select from standings st where st.nomination_id = b.nomination_id and st.person_id = ${personId}
        and st.standing in ('recused', 'pending'))
    order by c.hash`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** What the reader may see of the hashes of an edition. */
export async function hashesFor(db: Kysely<DB>, reader: Reader, editionId: string): Promise<Hashes> {
  const { actor, now } = reader;
  const own = await db
    .selectFrom('ballots as b')
    .innerJoin('nominations as n', 'n.id', 'b.nomination_id')
    .innerJoin('ballot_commitments as c', 'c.ballot_id', 'b.id')
    .leftJoin('ballot_salts as s', (join) =>
      join.onRef('s.ballot_id', '=', 'c.ballot_id').onRef('s.delivery', '=', 'c.delivery'),
    )
    .select(['b.id as ballotId', 'n.organisation_name as organisation', 'n.unit_name as unit'])
    .select(['c.delivery', 'c.hash', 's.salt'])
    .where('b.edition_id', '=', editionId)
    .where('b.person_id', '=', actor?.personId ?? null)
    .where('b.state', 'in', ['delivered', 'locked', 'reopened'])
    .where(scope(ballot, 'read', viewerOf(actor), now, 'b'))
    .orderBy('n.organisation_name')
    .orderBy('b.id')
    .orderBy('c.delivery')
    .execute();
  const closed = await db
    .selectFrom('editions')
    .select('judging_closed_at')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  if (closed.judging_closed_at === null || !actor?.personId) return { own, atClosing: null, since: [] };
  const whose = { editionId, personId: actor.personId };
  return { own, atClosing: await hashesAtClosing(db, whose), since: await hashesSince(db, whose) };
}

/** The hash of a ballot's last delivery; null before the first. */
export async function lastHash(db: Kysely<DB>, ballotId: string): Promise<string | null> {
  const row = await db
    .selectFrom('ballot_commitments')
    .select('hash')
    .where('ballot_id', '=', ballotId)
    .orderBy('delivery', 'desc')
    .executeTakeFirst();
  return row?.hash ?? null;
}
