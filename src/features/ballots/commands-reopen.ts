/** The chair opens a ballot after the closing. What was delivered is kept; only its juror changes it, and delivers it anew. */
import { problem } from '../../platform/http/problem.ts';
import type { Unit } from '../../core/process/unit.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { dispatchBallot } from './commands.ts';
import type { BallotRow } from './schema.ts';

/**
 * Opens a locked ballot, and tells its juror.
 *
 * @throws not-found for whoever may not read it, auth/forbidden for anybody but the acting chair of its application,
 *   process/unmet without a reason or once the jury has decided, conflict/version
 */
export async function unlockBallot(
  unit: Unit,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<BallotRow> {
  const row = await dispatchBallot(unit, { id, event: { type: 'unlock', reason: reason.trim() }, version });
  const juror = await unit.trx
    .selectFrom('people as p')
    .innerJoin('editions as e', (join) => join.on('e.id', '=', row.edition_id))
    .select(['p.id', 'p.email', 'p.language', 'e.year'])
    .where('p.id', '=', row.person_id)
    .executeTakeFirst();
  if (!juror) throw problem('not-found');
  await queueLetter(unit, {
    template: 'ballotReopened',
    key: `ballot:${id}:reopened:${row.version}`,
    to: { personId: juror.id, email: juror.email, language: juror.language },
    editionId: row.edition_id,
    params: { year: juror.year, path: `/jury/soknad/${row.nomination_id}` },
  });
  return row;
}
