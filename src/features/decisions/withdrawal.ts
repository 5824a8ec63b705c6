/** An application is withdrawn after the nominated are public: what the jury has chosen among them opens again. */
import type { NominationEvent } from '../../../workflows/nomination.ts';
import type { Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { texts } from '../../ui/text/index.ts';
import { dispatchNomination } from '../nominations/flow.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { reopenDecision } from './reopen.ts';

export interface Withdrawal {
  /** As the applicant has given it; kept in the log. */
  reason: string;
  version?: number | undefined;
}

/**
 * Registers that the applicant has withdrawn. A choice of the winner that was made with it among the candidates does not stand,
 * and a publication prepared of it is stopped.
 *
 * @throws not-found, auth/forbidden, ballot/recused; process/not-now before the nominated are public, once the winner is, and in
 *   the last seconds before; process/unmet without a reason; conflict/version
 */
export async function registerWithdrawal(
  unit: Unit,
  id: string,
  { reason, version }: Withdrawal,
): Promise<NominationRow> {
  const { edition_id } = await findNomination(unit.trx, unit, id);
  // For a change of the edition, before the application: the one order of everybody.
  await unit.trx.selectFrom('editions').select('id').where('id', '=', edition_id).forUpdate().execute();
  const event: NominationEvent = { type: 'registerWithdrawal', reason };
  const row = await dispatchNomination(unit, { id, event, version });
  const chosen = await unit.trx
    .selectFrom('decisions as d')
    .innerJoin('decision_candidates as c', 'c.decision_id', 'd.id')
    .select('d.id')
    .where('d.edition_id', '=', edition_id)
    .where('d.kind', '=', 'winner')
    .where('d.retracted_at', 'is', null)
    .where('c.nomination_id', '=', id)
    .executeTakeFirst();
  const opened =
    !chosen || (await reopenDecision(unit, edition_id, 'winner', texts('nb').withdrawal.reopened));
  // It is about to be announced: nothing can be changed any more.
  if (!opened) throw problem('process/not-now');
  return row;
}
