/** Who may write in an application now, and its locks. */
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { demandParts } from '../completion/queries.ts';
import type { PartKey } from '../completion/schema.ts';
import { lockNomination } from './commands.ts';
import { demand, findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import type { NominationRow, NominationWithRelations } from './schema.ts';
import { demandOpen } from './window.ts';

/**
 * As `lockForEditing`, for what is asked every second by everybody who types: the right is looked up by itself, in short
 * questions. Whoever may not write is refused by the long way, in its words. The locks and their order are the same.
 */
export async function lockDraft(unit: Unit, id: string, parts: readonly PartKey[]): Promise<NominationRow> {
  const { trx, now } = unit;
  const before = await writable(unit, id).select('edition_id').executeTakeFirst();
  if (!before) return lockForEditing(unit, id, parts);
  const call = await trx
    .selectFrom('editions')
    .select(['state', 'announced_at', 'opens_at', 'closes_at'])
    .where('id', '=', before.edition_id)
    .forShare()
    .executeTakeFirstOrThrow();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const row = await writable(unit, id).selectAll().executeTakeFirst();
  if (!row) return lockForEditing(unit, id, parts);
  demandOpen(call, row, now);
  await demandParts(trx, row, parts);
  return row;
}

const writable = ({ trx, actor, now }: Unit, id: string) =>
  trx
    .selectFrom('nominations')
    .where('id', '=', id)
    .where(scope(nomination, 'edit', viewerOf(actor), now));

/**
 * Locks an application in which the person may change these parts now.
 *
 * @throws not-found, auth/forbidden, process/not-now, nomination/deadline-passed, nomination/part-closed
 */
export async function lockForEditing(
  unit: Unit,
  id: string,
  parts: readonly PartKey[],
): Promise<NominationWithRelations> {
  await lockNomination(unit, await findNomination(unit.trx, unit, id));
  const row = await findNomination(unit.trx, unit, id);
  demand(row, 'edit');
  demandOpen(await callOf(unit.trx, row.edition_id), row, unit.now);
  await demandParts(unit.trx, row, parts);
  return row;
}
