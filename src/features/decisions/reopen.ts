/** A decision that does not stand any more: somebody who took part turns out to have a connection (HAB-6), or a candidate is gone. */
import { sql } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { dispatchEdition } from '../editions/flow.ts';
import { isOut, withdrawPublication } from '../publication/withdraw.ts';
import { texts } from '../../ui/text/index.ts';

type Kind = 'finalists' | 'winner';

/**
 * Opens again what the jury has decided and nobody has seen yet, where `personId` took part in it or gave points that counted
 * and is out of one of its candidates now. A publication that was prepared of it is stopped. What is public stays as it is.
 *
 * The edition must be locked by the caller.
 */
export async function reopenDecisions(unit: Unit, editionId: string, personId: string): Promise<void> {
  const { trx } = unit;
  const { rows } = await sql<{ kind: Kind }>`
    select d.kind from decisions d
    where d.edition_id = ${editionId} and d.retracted_at is null
      and (exists (select from decision_participants t where t.decision_id = d.id and t.person_id = ${personId} and t.took_part)
        or exists (select from ballots b where b.edition_id = d.edition_id and b.person_id = ${personId} and b.locked_at is not null))
      and exists (select from decision_candidates c join standings st on st.nomination_id = c.nomination_id
        where c.decision_id = d.id and st.person_id = ${personId} and st.standing in ('recused', 'pending'))`.execute(
    trx,
  );
  const tainted = new Set(rows.map(({ kind }) => kind));
  const nominated = tainted.has('finalists') && !(await isOut(unit, editionId, 'finalists'));
  if (!nominated && !tainted.has('winner')) return;
  // The winner is chosen among the nominated: without them the choice has nothing to stand on.
  const reason = texts('nb').conflicts.reopened;
  if (!(await reopenDecision(unit, editionId, 'winner', reason))) return;
  if (nominated) await reopenDecision(unit, editionId, 'finalists', reason);
}

/** The choice of the nominated that stands and has this application among them. */
export const nominatedBy = (
  { trx }: Pick<Unit, 'trx'>,
  nominationId: string,
): Promise<{ id: string } | undefined> =>
  trx
    .selectFrom('decisions as d')
    .innerJoin('decision_entries as e', 'e.decision_id', 'd.id')
    .select('d.id')
    .where('d.kind', '=', 'finalists')
    .where('d.retracted_at', 'is', null)
    .where('e.nomination_id', '=', nominationId)
    .executeTakeFirst();

/**
 * One of the nominated is gone: both choices open again. The winner is chosen among the nominated, so the later choice opens first.
 * False when something of it is public already, or about to be; what is not opens even so.
 *
 * The edition must be locked by the caller.
 */
export const reopenBoth = async (unit: Unit, editionId: string, reason: string): Promise<boolean> =>
  (await reopenDecision(unit, editionId, 'winner', reason)) &&
  (await reopenDecision(unit, editionId, 'finalists', reason));

/**
 * Opens a decision again. False when it is public already, or about to be: that stands.
 *
 * The edition must be locked by the caller.
 */
export async function reopenDecision(
  unit: Unit,
  editionId: string,
  kind: Kind,
  reason: string,
): Promise<boolean> {
  const standing = await unit.trx
    .selectFrom('decisions')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('kind', '=', kind)
    .where('retracted_at', 'is', null)
    .executeTakeFirst();
  if (!standing) return true;
  if (await isOut(unit, editionId, kind)) return false;
  await withdrawPublication(unit, editionId, kind, reason);
  const type = kind === 'finalists' ? 'retractFinalists' : 'retractWinner';
  await dispatchEdition({ ...unit, actor: systemActor }, { id: editionId, event: { type, reason } });
  return true;
}
