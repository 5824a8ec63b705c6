/** What the public gets of a frozen result: its checksums, once the decisions it was made of are public, and the extract where the regulations promise one. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';

export interface PublicResult {
  year: number;
  version: number;
  frozenAt: Date;
  coreSha256: string;
  fullSha256: string;
  /** There is an extract without names. */
  extract: boolean;
}

/** The latest version of each year of which every decision is public at `now`, the latest year first. */
export async function publicResults(db: Kysely<DB>, now: Date, year?: number): Promise<PublicResult[]> {
  const { rows } = await sql<PublicResult>`
    select distinct on (e.year) e.year, f.version, f.frozen_at as "frozenAt", f.core_sha256 as "coreSha256", f.full_sha256 as "fullSha256",
      f.extract is not null and ${withWinner} as extract
    from frozen_results f join editions e on e.id = f.edition_id
    where ${isPublic(now)} ${year === undefined ? sql`` : sql`and e.year = ${year}`}
    order by e.year desc, f.version desc`.execute(db);
  return rows;
}

/** The figures without names; undefined where the regulations promise none, and before the winner is public. */
export async function publicExtract(db: Kysely<DB>, now: Date, year: number): Promise<string | undefined> {
  const { rows } = await sql<{ extract: string }>`
    select f.extract from frozen_results f join editions e on e.id = f.edition_id
    where ${isPublic(now)} and e.year = ${year} and f.extract is not null and ${withWinner}
    order by f.version desc limit 1`.execute(db);
  return rows[0]?.extract;
}

const isPublic = (now: Date) => sql<boolean>`cardinality(f.standing) > 0 and not exists (
  select from unnest(f.standing) made (id) where not exists (
    select from publications p where p.decision_id = made.id and publication_is_public(p, ${now})))`;
const withWinner = sql<boolean>`exists (select from decisions d where d.id = any(f.standing) and d.kind = 'winner')`;
