/** Applications of one year that may be the same organisation's, or of the one above or below it (ORG-5). They are allowed; one is told. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Reader } from '../editions/queries.ts';
import type { Duplicate } from './schema.ts';

interface Listed extends Omit<Duplicate, 'why'> {
  organisation_key: string;
  organisation_number: string | null;
}

/**
 * By application. The secretariat sees those of everybody; whoever applies sees the ones among their own and learns nothing
 * of any other.
 */
export async function duplicatesIn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<Map<string, Duplicate[]>> {
  const viewer = viewerOf(actor);
  const rows = await db
    .selectFrom('nominations as n')
    .select([
      'n.id',
      'n.organisation_name',
      'n.unit_name',
      'n.state',
      'n.organisation_key',
      'n.organisation_number',
    ])
    .select(relationsOf(nomination, viewer, now, 'n').as('rel'))
    .where('n.edition_id', '=', editionId)
    .where('n.state', 'not in', ['withdrawn', 'rejected'])
    .where(scope(nomination, 'list', viewer, now, 'n'))
    .orderBy('n.organisation_name')
    .orderBy('n.id')
    .execute();
  const mine = rows.filter((row) => row.rel.secretary || can(nomination, 'readDraft', row));
  const above = await ancestors(db, mine);
  return new Map(
    mine.map((row) => [
      row.id,
      mine.flatMap((other) => {
        const why = other.id === row.id ? undefined : related(row, other, above);
        const { id, organisation_name, unit_name, state } = other;
        return why ? [{ id, organisation_name, unit_name, state, why }] : [];
      }),
    ]),
  );
}

/** What `other` is to `row`. */
function related(row: Listed, other: Listed, above: Map<string, string[]>): Duplicate['why'] | undefined {
  const [own, theirs] = [row.organisation_number, other.organisation_number];
  if (row.organisation_key === other.organisation_key || (own !== null && own === theirs)) return 'same';
  if (own !== null && theirs !== null) {
    if (above.get(own)?.includes(theirs)) return 'parent';
    if (above.get(theirs)?.includes(own)) return 'child';
  }
  if (municipalityOf(row.organisation_key) === other.organisation_key) return 'parent';
  return municipalityOf(other.organisation_key) === row.organisation_key ? 'child' : undefined;
}

/** 'bydel:030105' lies in 'kommune:0301'. */
const municipalityOf = (key: string): string | undefined => {
  const [, number] = /^bydel:(\d{4})/.exec(key) ?? [];
  return number && `kommune:${number}`;
};

/** The organisations above each number, nearest first, as far as the register has told. */
async function ancestors(db: Kysely<DB>, rows: readonly Listed[]): Promise<Map<string, string[]>> {
  const numbers = [...new Set(rows.flatMap(({ organisation_number: n }) => (n === null ? [] : [n])))];
  if (numbers.length === 0) return new Map();
  const { rows: found } = await sql<{ number: string; parents: string[] }>`
    with recursive up(number, parent, depth) as (
      select l.organisation_number, l.entry->>'parent', 1 from organisation_lookups l
      where l.organisation_number in (${sql.join(numbers)}) and l.entry->>'parent' is not null
      union
      select up.number, l.entry->>'parent', up.depth + 1 from up join organisation_lookups l on l.organisation_number = up.parent
      where l.entry->>'parent' is not null and up.depth < 4
    )
    select number, array_agg(parent order by depth) as parents from up group by number`.execute(db);
  return new Map(found.map(({ number, parents }) => [number, parents]));
}
