/** Applications of one year that may be the same organisation's, or of the one above or below it (ORG-5). They are allowed; one is told. */
import { sql, type Kysely, type SqlBool } from 'kysely';
import { can, relationsOf, scope, type Judged } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { districts } from '../nominations/registers.ts';
import type { Duplicate } from './schema.ts';

interface Listed extends Omit<Duplicate, 'why'> {
  organisation_key: string;
  organisation_number: string | null;
}

/**
 * By application, for those asked about. The secretariat sees those of everybody; whoever applies sees the ones among their own and
 * learns nothing of any other.
 */
export async function duplicatesOf(
  db: Kysely<DB>,
  { actor, now }: Reader,
  { editionId, ids }: { editionId: string; ids: readonly string[] },
): Promise<Map<string, Duplicate[]>> {
  if (ids.length === 0) return new Map();
  const viewer = viewerOf(actor);
  const listed = db
    .selectFrom('nominations as n')
    .select([
      'n.id',
      'n.organisation_name',
      'n.unit_name',
      'n.state',
      'n.organisation_key',
      'n.organisation_number',
    ])
    .select(relationsOf(nomination, viewer, now, 'n', ['list', 'readDraft']).as('rel'))
    .where('n.edition_id', '=', editionId)
    .where('n.state', 'not in', ['withdrawn', 'rejected'])
    .where(scope(nomination, 'list', viewer, now, 'n'))
    .orderBy('n.organisation_name')
    .orderBy('n.id');
  const mayKnow = <Row extends Judged<typeof nomination>>(row: Row): boolean =>
    row.rel.secretary || can(nomination, 'readDraft', row);
  const asked = (await listed.where('n.id', 'in', ids).execute()).filter(mayKnow);
  if (asked.length === 0) return new Map();
  const above = await ancestors(db, asked);
  const numbers = [...new Set([...above.keys(), ...[...above.values()].flat()])];
  const keys = asked.flatMap(({ organisation_key: key }) => relatives(key));
  // Each is found by an index of its own: asked in one breath, the whole year would be read.
  const others = await listed
    .where(
      sql<SqlBool>`n.id in (
        select k.id from nominations k where k.edition_id = ${editionId} and k.organisation_key = any(${keys})
        union select k.id from nominations k where k.edition_id = ${editionId} and k.organisation_number = any(${numbers})
        union select k.id from nominations k where k.edition_id = ${editionId} and k.organisation_number in (${below(asked.flatMap(numberOf))}))`,
    )
    .execute();
  const known = others.filter(mayKnow);
  const all = new Map([...above, ...(await ancestors(db, known))]);
  return new Map(
    asked.map((row) => [
      row.id,
      known.flatMap((other) => {
        const why = other.id === row.id ? undefined : related(row, other, all);
        const { id, organisation_name, unit_name, state } = other;
        return why ? [{ id, organisation_name, unit_name, state, why }] : [];
      }),
    ]),
  );
}

const numberOf = ({ organisation_number: number }: Listed): string[] => (number === null ? [] : [number]);

/** The keys of the organisation itself, of the municipality it lies in, and of what lies in it. */
function relatives(key: string): string[] {
  const within = municipalityOf(key);
  return [
    key,
    ...(within ? [within] : []),
    ...districts.flatMap((d) => (municipalityOf(d.key) === key ? d.key : [])),
  ];
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

/** The organisations above each number, nearest first, as far as the register has told; a number with none above it has an empty list. */
async function ancestors(db: Kysely<DB>, rows: readonly Listed[]): Promise<Map<string, string[]>> {
  const numbers = [...new Set(rows.flatMap(numberOf))];
  if (numbers.length === 0) return new Map();
  const { rows: found } = await sql<{ number: string; parents: string[] }>`
    with recursive up(number, parent, depth) as (
      select l.organisation_number, l.entry->>'parent', 1 from organisation_lookups l
      where l.organisation_number = any(${numbers}) and l.entry->>'parent' is not null
      union
      select up.number, l.entry->>'parent', up.depth + 1 from up join organisation_lookups l on l.organisation_number = up.parent
      where l.entry->>'parent' is not null and up.depth < ${DEEPEST}
    )
    select number, array_agg(parent order by depth) as parents from up group by number`.execute(db);
  const parents = new Map(found.map((one) => [one.number, one.parents]));
  return new Map(numbers.map((number) => [number, parents.get(number) ?? []]));
}
/** No organisation of the public sector lies deeper; the register itself could name a circle. */
const DEEPEST = 4;

/** The numbers of the organisations below these. */
const below = (numbers: readonly string[]) => sql`
  with recursive down(number, depth) as (
    select l.organisation_number, 1 from organisation_lookups l where l.entry->>'parent' = any(${numbers})
    union
    select l.organisation_number, down.depth + 1 from down join organisation_lookups l on l.entry->>'parent' = down.number
    where down.depth < ${DEEPEST}
  )
  select number from down`;
