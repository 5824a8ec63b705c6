/** An application is withdrawn: what the jury has chosen with it among the nominated opens again. */
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { asService, type Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import { texts } from '../../ui/text/index.ts';
import { dispatchNomination } from '../nominations/flow.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { latestSince } from '../publication/locked.ts';
import { nominatedBy, reopenBoth, reopenDecision } from './reopen.ts';
import { tellOfChoice, whoChooses } from './telling.ts';

export interface Withdrawal {
  /** As the applicant has given it; kept in the log. */
  reason: string;
  version?: number | undefined;
}

/**
 * The applicant withdraws, before the nominated are public. Where it is among the nominated, both choices of the jury open again and
 * what was prepared of them is stopped; the chair and the secretariat are told. In the last ten seconds before the nominated come out
 * their publication stands (decision 87), and those people are told to look at it at once.
 *
 * To the applicant it is the same in every case: nobody learns from it whether they are nominated (OFF-5). So what follows is done by
 * the service, which also is what the log says.
 *
 * @throws not-found, auth/forbidden; process/unmet once the nominated are public; conflict/version
 */
export async function withdrawNomination(
  unit: Unit,
  id: string,
  version: number | undefined,
): Promise<NominationRow> {
  const begun = realNow();
  const { edition_id } = await findNomination(unit.trx, unit, id);
  await lockForChange(unit, edition_id);
  const service = { ...asService(unit), now: latestSince(unit, begun) };
  const nominated = await nominatedBy(unit, id);
  // Before it is withdrawn: afterwards nobody has anything to do with its statement.
  const told = nominated ? await whoChooses(service, { id, edition_id }) : [];
  const row = await dispatchNomination(unit, { id, event: { type: 'withdraw' }, version });
  if (!nominated) return row;
  const opened = await reopenBoth(service, edition_id, texts('nb').withdrawal.reopened);
  const key = `withdrawal:${nominated.id}:${id}`;
  await tellOfChoice(
    service,
    edition_id,
    told,
    opened
      ? { template: 'nominatedWithdrew', key }
      : { template: 'withdrawnTooLate', key, path: `/sekretariat/${edition_id}/offentliggjoring` },
  );
  return row;
}

/** For a change of the edition, before the application: the one order of everybody. */
const lockForChange = ({ trx }: Unit, editionId: string) =>
  trx.selectFrom('editions').select('id').where('id', '=', editionId).forUpdate().execute();

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
  await lockForChange(unit, edition_id);
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
