/**
 * Lets the states follow what has become public. The public sees a publication from its instant, applied or not;
 * this moves the edition and its applications after it and sends their letters.
 */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { dispatchEdition } from '../editions/flow.ts';

/** Applies one publication, once. Returns false when there is nothing (more) to do. */
export async function applyPublication(unit: Unit, publicationId: string): Promise<boolean> {
  const { trx, now } = unit;
  // Locks in the one order everybody uses: the edition first.
  const { edition_id } = await trx
    .selectFrom('publications')
    .select('edition_id')
    .where('id', '=', publicationId)
    .executeTakeFirstOrThrow();
  const edition = await trx
    .selectFrom('editions')
    .select('state')
    .where('id', '=', edition_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const publication = await trx
    .selectFrom('publications as p')
    .innerJoin('decisions as d', 'd.id', 'p.decision_id')
    .select(['p.kind', 'p.corrects', 'd.no_award'])
    .where('p.id', '=', publicationId)
    .where('p.applied_at', 'is', null)
    .where('p.approved_at', 'is not', null)
    .where(sql<boolean>`publication_is_public(p, ${now})`)
    .executeTakeFirst();
  if (!publication) return false;
  const event = eventFor(edition.state, publication);
  // A correction of what has had its effect has none of its own.
  if (!event && !publication.corrects) return false;
  if (event) await dispatchEdition(unit, { id: edition_id, event: { type: event } });
  await trx.updateTable('publications').set({ applied_at: now }).where('id', '=', publicationId).execute();
  return true;
}

/** Undefined where the year has taken another way, or something else comes first. */
function eventFor(state: string, { kind, no_award }: { kind: string; no_award: boolean }) {
  if (kind === 'finalists') return state === 'decided' ? 'publishFinalists' : undefined;
  if (no_award) return state === 'decided' || state === 'finalistsPublished' ? 'announceNoAward' : undefined;
  return state === 'finalistsPublished' ? 'announceWinner' : undefined;
}
