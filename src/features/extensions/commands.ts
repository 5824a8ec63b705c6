/** A later deadline for one application: proposed with a reason by one person, approved by another. */
import { nomination } from '../../core/policy/resources.ts';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { lockNomination } from '../nominations/commands.ts';
import { lettersToMembers } from '../nominations/to-members.ts';
import { demand, findNomination } from '../nominations/queries.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { closingOf, isAnnounced } from '../nominations/window.ts';
import { peopleWhoMay } from '../people/allowed.ts';

interface Proposal {
  until: Date;
  reason: string;
}

/**
 * Proposes a later deadline. Nothing changes for the applicant before somebody else approves it.
 *
 * @throws not-found, auth/forbidden; process/not-now once the jury reads, and where one already waits; request/invalid with the field
 */
export async function proposeExtension(
  unit: Unit,
  nominationId: string,
  { until, reason }: Proposal,
): Promise<{ id: string }> {
  const { trx, now } = unit;
  const row = await lockFor(unit, nominationId, 'proposeExtension');
  const call = await callForExtension(unit, row);
  const waiting = await trx
    .selectFrom('deadline_extensions')
    .select('id')
    .where('nomination_id', '=', nominationId)
    .where('approved_at', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst();
  if (waiting) throw problem('process/not-now', {}, [], (t) => t.deadlines.extensions.oneWaits);
  demandMoment(until, { now, row, call });
  if (!reason.trim())
    throw problem('request/invalid', {}, [{ field: 'reason', message: (t) => t.fieldErrors.required }]);
  const { id } = await trx
    .insertInto('deadline_extensions')
    .values({
      edition_id: row.edition_id,
      nomination_id: nominationId,
      until_at: until,
      reason: reason.trim(),
      proposed_by: personOf(unit),
      proposed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  record(unit, row, 'proposeExtension', { until, reason: reason.trim() });
  await queueEach(unit, await peopleWhoMay(unit, nomination, 'approveExtension', row), {
    template: 'extensionToApprove',
    key: `extension:${id}:approve`,
    editionId: row.edition_id,
    params: { year: call.year, path: `/sekretariat/${row.edition_id}/frister` },
  });
  return { id };
}

/**
 * Approves what somebody else proposed: from now on it is this application's deadline, and its people are told.
 *
 * @throws not-found, auth/forbidden; process/same-person; process/not-now when it is answered, too late, or the jury reads
 */
export async function approveExtension(unit: Unit, id: string): Promise<void> {
  const { trx, now, actor } = unit;
  const { extension, row } = await lockExtension(unit, id, 'approveExtension');
  const call = await callForExtension(unit, row);
  if (!actor.personId || actor.personId === extension.proposed_by) throw problem('process/same-person');
  if (extension.until_at <= now)
    throw problem('process/not-now', {}, [], (t) => t.deadlines.extensions.lapsed);
  await trx
    .updateTable('deadline_extensions')
    .set({ approved_by: actor.personId, approved_at: now })
    .where('id', '=', id)
    .execute();
  await trx
    .updateTable('nominations')
    .set({ extended_until: extension.until_at })
    .where('id', '=', row.id)
    .execute();
  record(unit, row, 'approveExtension', { until: extension.until_at });
  await lettersToMembers(unit, row, {
    template: 'extensionApproved',
    key: `extension:${id}`,
    params: {
      organisation: row.organisation_name,
      year: call.year,
      dueAt: closingOf(call, { extended_until: extension.until_at }),
      path: `/soknad/${row.id}`,
    },
  });
}

/** Says no to it, or takes it back. @throws not-found, auth/forbidden; process/not-now when it is answered */
export async function declineExtension(unit: Unit, id: string): Promise<void> {
  const { row } = await lockExtension(unit, id, 'declineExtension');
  await unit.trx
    .updateTable('deadline_extensions')
    .set({ declined_by: personOf(unit), declined_at: unit.now })
    .where('id', '=', id)
    .execute();
  record(unit, row, 'declineExtension', {});
}

type Action = 'proposeExtension' | 'approveExtension' | 'declineExtension';

/** The edition, then the application, as everybody locks them: so nobody begins judging in between. */
async function lockFor(unit: Unit, nominationId: string, action: Action) {
  const found = await findFor(unit, nominationId);
  await lockNomination(unit, found);
  const row = await findFor(unit, nominationId);
  demand(row, action);
  return row;
}

/** Also for a leader, who may answer for an application without knowing more of it. */
const findFor = (unit: Unit, nominationId: string) =>
  findNomination(unit.trx, unit, nominationId, 'seeExtensions');

async function lockExtension(unit: Unit, id: string, action: Action) {
  const read = () =>
    unit.trx.selectFrom('deadline_extensions').selectAll().where('id', '=', id).executeTakeFirst();
  const found = await read();
  if (!found) throw problem('not-found');
  const row = await lockFor(unit, found.nomination_id, action);
  const extension = await read();
  if (!extension || extension.approved_at !== null || extension.declined_at !== null)
    throw problem('process/not-now', {}, [], (t) => t.deadlines.extensions.answered);
  return { extension, row };
}

async function callForExtension({ trx }: Unit, row: Pick<NominationRow, 'edition_id'>) {
  const call = await trx
    .selectFrom('editions')
    .select(['year', 'state', 'announced_at', 'closes_at', 'judging_started_at', 'judging_ends_at'])
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow();
  if (!isAnnounced(call) || call.judging_started_at !== null)
    throw problem('process/not-now', {}, [], (t) => t.deadlines.extensions.juryReads);
  return call;
}

function demandMoment(
  until: Date,
  { now, row, call }: { now: Date; row: NominationRow; call: { closes_at: Date; judging_ends_at: Date } },
): void {
  const closing = closingOf(call, row);
  const own = (name: 'notPast' | 'notLater' | 'beforeJudgingEnds') =>
    problem('request/invalid', {}, [{ field: 'until', message: (t) => t.deadlines.extensions[name] }]);
  if (until <= now) throw own('notPast');
  if (until <= closing) throw own('notLater');
  if (until >= call.judging_ends_at) throw own('beforeJudgingEnds');
}

function record(
  unit: Unit,
  row: Pick<NominationRow, 'id' | 'edition_id'>,
  event: Action,
  { until, reason }: { until?: Date; reason?: string },
): void {
  unit.record({
    editionId: row.edition_id,
    subjectType: 'nomination',
    subjectId: row.id,
    event,
    reason: reason ?? null,
    payload: until ? { until: until.toISOString() } : {},
  });
}
