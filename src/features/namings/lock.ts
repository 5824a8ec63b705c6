/** What every step of the nominated begins with: the edition and the application locked, the right, and that nobody was faster. */
import { demandAction } from '../../core/policy/demand.ts';
import type { Action } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import { namingRow, standingOf, type NamingRow, type Standing } from './queries.ts';

export interface Locked {
  row: NominationWithRelations;
  found: NamingRow | undefined;
  standing: Standing;
}

/**
 * @param visibleBy by which right one may know of it: that of whoever was told, or of whoever tells
 * @throws not-found; auth/forbidden, ballot/recused, process/not-now; conflict/version
 */
export async function lockNaming(
  unit: Unit,
  id: string,
  {
    action,
    visibleBy,
    version,
  }: {
    action: Action<typeof nomination>;
    visibleBy: 'readConfidence' | 'seeNaming';
    version?: number;
  },
): Promise<Locked> {
  const { trx } = unit;
  const { edition_id } = await findNomination(trx, unit, id, visibleBy);
  await trx.selectFrom('editions').select('id').where('id', '=', edition_id).forUpdate().execute();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const row = await findNomination(trx, unit, id, visibleBy);
  demandAction(nomination, action, row);
  const found = await namingRow(trx, id);
  if (version !== undefined && version !== (found?.version ?? 0)) throw problem('conflict/version');
  return { row, found, standing: await standingOf(trx, id, unit.now) };
}

/** In the log without whose it is: that somebody is nominated is not for everybody who reads it. */
export const record = (
  unit: Unit,
  editionId: string,
  namingId: string,
  event: EventOf<'naming'>,
  payload = {},
): void => unit.record({ editionId, subjectType: 'naming', subjectId: namingId, event, payload });
