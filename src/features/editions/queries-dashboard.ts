/** Figures of an edition for the secretariat: numbers only, of what the reader may list. */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';

export interface Figures {
  applications: number;
  drafts: number;
  withdrawn: number;
  toCheck: number;
  jurorsReady: number;
  seats: number;
  delivered: number;
  ballots: number;
}

export async function figuresOf(db: Kysely<DB>, { actor, now }: Reader, editionId: string): Promise<Figures> {
  const visible = scope(nomination, 'list', viewerOf(actor), now, 'n');
  const { rows } = await sql<Figures>`select
      (select count(*)::int from nominations n where n.edition_id = ${editionId} and n.state not in ('draft', 'withdrawn') and ${visible}) as "applications",
      (select count(*)::int from nominations n where n.edition_id = ${editionId} and n.state = 'draft' and ${visible}) as "drafts",
      (select count(*)::int from nominations n where n.edition_id = ${editionId} and n.state = 'withdrawn' and ${visible}) as "withdrawn",
      (select count(*)::int from nominations n where n.edition_id = ${editionId} and n.state in ('submitted', 'returned') and ${visible}) as "toCheck",
      (select count(*)::int from seat_holders h join seats s on s.id = h.seat_id
        where h.edition_id = ${editionId} and h.until_at is null and h.confirmed_at is not null and s.role <> 'deputy') as "jurorsReady",
      (select count(*)::int from seats where edition_id = ${editionId} and role <> 'deputy') as "seats",
      (select count(*)::int from ballots where edition_id = ${editionId} and state in ('delivered', 'locked')) as "delivered",
      (select count(*)::int from ballots where edition_id = ${editionId} and state not in ('recused', 'voided')) as "ballots"`.execute(
    db,
  );
  return rows[0] as Figures;
}
