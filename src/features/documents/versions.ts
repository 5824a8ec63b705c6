/** Earlier versions of a document: kept, out of sight of everybody else, until the application is sent in. */
import type { Unit } from '../../core/process/unit.ts';

/** Earlier versions point to the one that took their place. */
const versionsOf = ({ trx }: Unit, nominationId: string, current?: string) => {
  const all = trx
    .selectFrom('documents as d')
    .select((eb) => [
      'd.id',
      'd.sha256',
      eb
        .exists(
          eb
            .selectFrom('submission_documents as s')
            .select('s.document_id')
            .whereRef('s.document_id', '=', 'd.id'),
        )
        .as('sent'),
    ])
    .where('d.nomination_id', '=', nominationId)
    .where('d.replaced_by', 'is not', null);
  return (current ? all.where('d.replaced_by', '=', current) : all).execute();
};

/**
 * Lets go of the earlier versions of a document, or of all: those that were sent in once stay with what was sent in, the others go.
 *
 * @returns the hashes of those that went
 */
export async function detachVersions(unit: Unit, nominationId: string, current?: string): Promise<string[]> {
  const gone: string[] = [];
  for (const { id, sha256, sent } of await versionsOf(unit, nominationId, current)) {
    if (sent)
      await unit.trx.updateTable('documents').set({ replaced_by: null }).where('id', '=', id).execute();
    else {
      await unit.trx.deleteFrom('documents').where('id', '=', id).execute();
      gone.push(sha256);
    }
  }
  return gone;
}

/** `next` takes the place of `current` in the list, and `current` becomes the latest of its earlier versions. */
export async function takePlace(
  { trx, now }: Unit,
  current: { id: string; position: number },
  next: string,
): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ removed_at: null, replaced_by: null, position: current.position })
    .where('id', '=', next)
    .execute();
  await trx
    .updateTable('documents')
    .set({ replaced_by: next })
    .where('replaced_by', '=', current.id)
    .execute();
  await trx
    .updateTable('documents')
    .set({ removed_at: now, replaced_by: next })
    .where('id', '=', current.id)
    .execute();
}
