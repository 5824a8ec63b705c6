/** The proposed rejections of an application, and who may answer the one that waits. */
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { Unit } from '../../core/process/unit.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import { wordsOfLetter } from './letters.ts';
import { isOpenRejection, type Answered } from './open-rejections.ts';
import { findNomination } from './queries.ts';
import type { NominationRow, NominationWithRelations } from './schema.ts';
import type { RejectionOut } from './schema-rejections.ts';

/** Nobody else may approve it: whoever proposed it can do so alone, with a reason. */
export const isAlone = async (unit: Unit, row: Pick<NominationRow, 'id' | 'edition_id'>): Promise<boolean> =>
  (await peopleWhoMay(unit, nomination, 'reject', row)).length === 0;

/** All that were proposed of an application, the newest first. @throws not-found for whoever may not see them */
export async function rejectionsOf(unit: Unit, nominationId: string): Promise<RejectionOut[]> {
  const row = await findNomination(unit.trx, unit, nominationId, 'seeRejections');
  const found = await unit.trx
    .selectFrom('rejection_proposals as r')
    .innerJoin('people as p', 'p.id', 'r.proposed_by')
    .leftJoin('people as a', (join) =>
      join.on((eb) => eb('a.id', '=', eb.fn.coalesce('r.approved_by', 'r.declined_by'))),
    )
    .selectAll('r')
    .select(['p.name as proposer', 'a.name as answerer'])
    .where('r.nomination_id', '=', nominationId)
    .orderBy('r.proposed_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return Promise.all(
    found.map(async (one) => ({
      id: one.id,
      reason: one.reason,
      state: stateOf(one),
      proposedBy: one.proposer,
      proposedAt: one.proposed_at.toISOString(),
      answeredBy: one.answerer,
      answeredAt: (one.approved_at ?? one.declined_at)?.toISOString() ?? null,
      aloneBecause: one.alone_reason,
      letter: isOpenRejection(one) ? await wordsOfLetter(unit, row, 'rejected') : null,
      ...(await rightsTo(unit, row, one)),
    })),
  );
}

function stateOf(one: Answered): RejectionOut['state'] {
  if (isOpenRejection(one)) return 'proposed';
  if (one.lapsed) return 'lapsed';
  return one.approved_at ? 'approved' : 'declined';
}

async function rightsTo(unit: Unit, row: NominationWithRelations, one: Answered & { proposed_by: string }) {
  const mayDecline = isOpenRejection(one) && can(nomination, 'reject', row);
  const own = one.proposed_by === unit.actor.personId;
  return {
    mayDecline,
    mayApprove: mayDecline && !own,
    mayApproveAlone: mayDecline && own && (await isAlone(unit, row)),
  };
}
