/** In which order the applications of a meeting are treated. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { compareNames } from '../../ui/text/format.ts';
import { rankEdition } from '../results/queries.ts';
import type { ItemOrder } from './schema.ts';

interface Named {
  id: string;
  organisation_name: string;
  unit_name: string;
}

/**
 * By name; by how far the jurors lie apart on each, the furthest first; or by hand, with what was given no place last.
 * Only these applications are looked at: an order tells nothing of one that is not among them.
 */
export async function inOrder<T extends Named>(
  db: Kysely<DB>,
  meeting: { id: string; edition_id: string; item_order: ItemOrder },
  items: readonly T[],
): Promise<T[]> {
  const byName = items.toSorted(
    (a, b) =>
      compareNames(a.organisation_name, b.organisation_name) || compareNames(a.unit_name, b.unit_name),
  );
  if (meeting.item_order === 'alphabetical') return byName;
  const keys =
    meeting.item_order === 'hand'
      ? await placesOf(db, meeting.id)
      : await spreadOf(db, meeting.edition_id, items);
  return byName.toSorted((a, b) => (keys.get(a.id) ?? Infinity) - (keys.get(b.id) ?? Infinity));
}

async function placesOf(db: Kysely<DB>, meetingId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('meeting_places')
    .select(['nomination_id', 'position'])
    .where('meeting_id', '=', meetingId)
    .execute();
  return new Map(rows.map(({ nomination_id, position }) => [nomination_id, position]));
}

/** Minus the distance between the highest and the lowest ballot. */
async function spreadOf(
  db: Kysely<DB>,
  editionId: string,
  items: readonly Named[],
): Promise<Map<string, number>> {
  const ranked = await rankEdition(db, editionId, new Set(items.map(({ id }) => id)));
  return new Map(
    ranked.flatMap(({ nominationId, totals }) => {
      const values = [...totals.values()].map(({ value }) => value);
      return values.length < 2 ? [] : [[nominationId, Math.min(...values) - Math.max(...values)] as const];
    }),
  );
}
