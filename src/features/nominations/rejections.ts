/** A rejection at the formal check: proposed with its reason by one person, approved by another, and only then told (decision 133). */
import { nomination } from '../../core/policy/resources.ts';
import { checklist, requirementError } from '../../core/process/dispatch.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import { lockNomination } from './commands.ts';
import { dispatchNomination, nominationFlow } from './flow.ts';
import { isOpenRejection, rejectionWaits } from './open-rejections.ts';
import { demand, findNomination } from './queries.ts';
import { callOf } from './queries-call.ts';
import { isAlone } from './queries-rejections.ts';
import type { NominationRow, NominationWithRelations } from './schema.ts';

/**
 * Proposes to reject an application. It stays where it is, and the applicant sees nothing, before somebody else approves it.
 *
 * @throws not-found, auth/forbidden, ballot/recused; process/unmet with what a rejection lacks; conflict/version; process/not-now where
 *   one already waits
 */
export async function proposeRejection(
  unit: Unit,
  nominationId: string,
  { reason, version }: { reason: string; version: number },
): Promise<{ id: string }> {
  const row = await lockFor(unit, nominationId);
  demand(row, 'reject');
  if (version !== row.version) throw problem('conflict/version');
  await demandRejectable(unit, row, reason);
  if (await oneWaits(unit, row.id)) throw problem('process/not-now', {}, [], (t) => t.rejections.oneWaits);
  const { id } = await unit.trx
    .insertInto('rejection_proposals')
    .values({
      edition_id: row.edition_id,
      nomination_id: row.id,
      reason: reason.trim(),
      proposed_by: personOf(unit),
      proposed_at: unit.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  record(unit, row, 'proposeRejection', reason.trim());
  await tellApprovers(unit, row, id);
  return { id };
}

/**
 * Approves it: the application is rejected, and its people are told, in this transaction. Whoever proposed it may do so alone, with a
 * reason that stands in the record, where nobody else may.
 *
 * @throws not-found, auth/forbidden, ballot/recused; process/same-person; request/invalid without that reason; process/not-now when it
 *   is answered or has lapsed; process/unmet
 */
export async function approveRejection(unit: Unit, id: string, aloneBecause?: string): Promise<void> {
  const { trx, now } = unit;
  const { proposal, row } = await lockRejection(unit, id);
  const by = personOf(unit);
  const alone = by === proposal.proposed_by ? await aloneReason(unit, row, aloneBecause) : null;
  await trx
    .updateTable('rejection_proposals')
    .set({ approved_by: by, approved_at: now, alone_reason: alone })
    .where('id', '=', id)
    .execute();
  if (alone !== null) record(unit, row, 'approveRejectionAlone', alone);
  await dispatchNomination(unit, { id: row.id, event: { type: 'reject', reason: proposal.reason } });
}

/** Says no to it, or takes it back. @throws as approving it does */
export async function declineRejection(unit: Unit, id: string): Promise<void> {
  const { row } = await lockRejection(unit, id);
  await unit.trx
    .updateTable('rejection_proposals')
    .set({ declined_by: personOf(unit), declined_at: unit.now })
    .where('id', '=', id)
    .execute();
  record(unit, row, 'declineRejection', null);
}

async function aloneReason(unit: Unit, row: NominationRow, reason: string | undefined): Promise<string> {
  if (!(await isAlone(unit, row))) throw problem('process/same-person');
  const written = reason?.trim();
  if (!written)
    throw problem('request/invalid', {}, [{ field: 'aloneBecause', message: (t) => t.fieldErrors.required }]);
  return written;
}

/** The edition, then the application, as everybody locks them; then what stands, for the lock may have waited. */
async function lockFor(unit: Unit, nominationId: string): Promise<NominationWithRelations> {
  const read = () => findNomination(unit.trx, unit, nominationId, 'seeRejections');
  await lockNomination(unit, await read());
  return read();
}

async function lockRejection(unit: Unit, id: string) {
  const read = () =>
    unit.trx.selectFrom('rejection_proposals').selectAll().where('id', '=', id).executeTakeFirst();
  const found = await read();
  if (!found) throw problem('not-found');
  const row = await lockFor(unit, found.nomination_id);
  const proposal = await read();
  if (!proposal || !isOpenRejection(proposal))
    throw problem('process/not-now', {}, [], (t) => t.rejections.answered);
  demand(row, 'reject');
  return { proposal, row };
}

async function oneWaits({ trx }: Unit, nominationId: string): Promise<boolean> {
  const { waits } = await trx
    .selectFrom('nominations as n')
    .select(rejectionWaits.as('waits'))
    .where('n.id', '=', nominationId)
    .executeTakeFirstOrThrow();
  return waits;
}

/** What the machine will ask when it is approved, it is asked now: nobody proposes what cannot be done. */
async function demandRejectable(unit: Unit, row: NominationWithRelations, reason: string): Promise<void> {
  const items = await checklist(unit, nominationFlow, row, { type: 'reject', reason });
  if (!items) throw problem('process/not-now');
  const missing = items.filter(({ met }) => !met);
  if (missing.length > 0)
    throw problem(
      'process/unmet',
      {},
      missing.map(({ requirement, items: what }) => requirementError(requirement, what)),
    );
}

async function tellApprovers(unit: Unit, row: NominationRow, id: string): Promise<void> {
  const { year } = await callOf(unit.trx, row.edition_id);
  await queueEach(unit, await peopleWhoMay(unit, nomination, 'reject', row), {
    template: 'rejectionToApprove',
    key: `rejection:${id}:approve`,
    editionId: row.edition_id,
    params: { year, path: `/sekretariat/soknad/${row.id}` },
  });
}

function record(
  unit: Unit,
  row: Pick<NominationRow, 'id' | 'edition_id'>,
  event: 'proposeRejection' | 'approveRejectionAlone' | 'declineRejection',
  reason: string | null,
): void {
  unit.record({ editionId: row.edition_id, subjectType: 'nomination', subjectId: row.id, event, reason });
}
