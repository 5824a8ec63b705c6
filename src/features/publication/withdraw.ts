/** What becomes of a prepared publication when the decision under it no longer stands, or the year is cancelled. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { tellStopped } from './letters.ts';
import { isQuiet, stateOf, type PublicationKind } from './schema.ts';

/** The latest version: those before it are out, and stay as they are. */
const standing = ({ trx }: Unit, editionId: string, kind: PublicationKind) =>
  trx
    .selectFrom('publications as p')
    .innerJoin('editions as e', 'e.id', 'p.edition_id')
    .select([
      'p.id',
      'p.kind',
      'p.version',
      'p.approved_at',
      'p.publish_at',
      'p.taken_down_at',
      'p.prepared_by',
      'p.approved_by',
      'e.year',
    ])
    .where('p.edition_id', '=', editionId)
    .where('p.kind', '=', kind)
    .where('p.stopped_at', 'is', null)
    .orderBy('p.prepared_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * Something of this kind is out, has been, or is approved and due within ten seconds: the decision under it stands. What is held for
 * the press is not.
 */
export async function isOut(
  { trx, now }: Unit,
  editionId: string,
  kind: PublicationKind,
  { besidesTakenDown = false } = {},
): Promise<boolean> {
  const rows = await trx
    .selectFrom('publications')
    .select(['publish_at', 'taken_down_at'])
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .where('approved_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .where('held_at', 'is', null)
    .execute();
  return rows.some((row) => isQuiet(row, now) && !(besidesTakenDown && row.taken_down_at));
}

/** Stops whatever is prepared of a kind and not out yet. The edition must be locked by the caller, and `isOut` false. */
export async function withdrawPublication(
  unit: Unit,
  editionId: string,
  kind: PublicationKind,
  reason: string,
): Promise<void> {
  const found = await standing(unit, editionId, kind);
  if (found && !found.taken_down_at) await stop(unit, editionId, found, reason);
}

/**
 * The year is cancelled: nothing more of it comes out. What the public has been told stays, until somebody takes it down.
 *
 * The edition must be locked by the caller.
 *
 * @throws publication/too-late when something comes out within ten seconds, or has come out and the states have not followed yet
 */
export async function withdrawAll(unit: Unit, editionId: string, reason: string): Promise<void> {
  const { trx, now } = unit;
  const rows = await trx
    .selectFrom('publications as p')
    .innerJoin('editions as e', 'e.id', 'p.edition_id')
    .selectAll('p')
    .select('e.year')
    .select(sql<boolean>`publication_is_public(p, ${now})`.as('isPublic'))
    .where('p.edition_id', '=', editionId)
    .where('p.stopped_at', 'is', null)
    .where('p.taken_down_at', 'is', null)
    .execute();
  for (const row of rows) {
    const state = stateOf(row, now);
    const comesOut = state === 'approved' && isQuiet(row, now);
    if (comesOut || (row.isPublic && row.applied_at === null))
      throw problem('publication/too-late', {}, [], (t) => t.publication.cancelWaits);
    if (state !== 'published') await stop(unit, editionId, row, reason);
  }
}

type Stoppable = Parameters<typeof tellStopped>[2] & {
  id: string;
  kind: PublicationKind;
  version: number;
  year: number;
};

async function stop(unit: Unit, editionId: string, found: Stoppable, reason: string): Promise<void> {
  const { id, kind, version, year } = found;
  await unit.trx
    .updateTable('publications')
    .set({ stopped_at: unit.now, stop_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute();
  unit.record({
    editionId,
    subjectType: 'publication',
    subjectId: id,
    event: 'stopPublication',
    reason,
    payload: { kind },
  });
  await tellStopped(unit, { id: editionId, year }, found);
}
