/** The answer to an applicant: secretariat or acting chair writes it, another of them approves it. */
import { demandAction } from '../../core/policy/demand.ts';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { personOf, viewerOf, type Unit } from '../../core/process/unit.ts';
import type { EventOf } from '../../core/process/events.ts';
import { problem } from '../../platform/http/problem.ts';
import type { FeedbackIn } from './schema.ts';

/**
 * Writes it. An approval falls with the text it approved.
 *
 * @throws not-found, auth/forbidden, ballot/recused; conflict/version when somebody saved another text in between;
 *   process/not-now once the applicant can read it
 */
export async function writeFeedback(
  unit: Unit,
  nominationId: string,
  { body, version }: FeedbackIn,
): Promise<{ version: number }> {
  const { row, found } = await lock(unit, nominationId, 'writeFeedback');
  const text = body.replace(/\r\n?/g, '\n').trim();
  if ((found?.body ?? '') === text) return { version: found?.version ?? 0 };
  if ((found?.version ?? 0) !== version) throw problem('conflict/version');
  const next = {
    body: text,
    version: version + 1,
    written_by: personOf(unit),
    written_at: unit.now,
    approved_by: null,
    approved_at: null,
    told_at: null,
  };
  await unit.trx
    .insertInto('feedbacks')
    .values({ nomination_id: nominationId, ...next })
    .onConflict((conflict) => conflict.column('nomination_id').doUpdateSet(next))
    .execute();
  log(unit, row, 'writeFeedback', next.version);
  return { version: next.version };
}

/** Approves the text that was read. @throws as above; process/same-person for whoever wrote it; process/unmet when it is empty */
export async function approveFeedback(unit: Unit, nominationId: string, version: number): Promise<void> {
  const { row, found } = await lock(unit, nominationId, 'approveFeedback');
  if (!found) throw problem('process/not-now');
  if (found.version !== version) throw problem('conflict/version');
  if (!found.body) throw problem('process/not-now', {}, [], (t) => t.feedback.nothingToApprove);
  if (found.written_by === personOf(unit)) throw problem('process/same-person');
  if (found.approved_at) return;
  await unit.trx
    .updateTable('feedbacks')
    .set({ approved_by: personOf(unit), approved_at: unit.now })
    .where('nomination_id', '=', nominationId)
    .execute();
  log(unit, row, 'approveFeedback', version);
}

/** The year, whose letters say so, the application and its answer, locked for whoever may do this. */
async function lock(unit: Unit, id: string, action: 'writeFeedback' | 'approveFeedback') {
  const { trx, actor, now } = unit;
  const viewer = viewerOf(actor);
  const year = trx.selectFrom('nominations').select('edition_id').where('id', '=', id);
  await trx.selectFrom('editions').select('id').where('id', '=', year).forShare().execute();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const row = await trx
    .selectFrom('nominations')
    .select(['id', 'edition_id', 'state'])
    .select(relationsOf(nomination, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(nomination, 'list', viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  demandAction(nomination, action, row);
  const found = await trx
    .selectFrom('feedbacks')
    .selectAll()
    .where('nomination_id', '=', id)
    .executeTakeFirst();
  return { row, found };
}

const log = (
  unit: Unit,
  row: { id: string; edition_id: string },
  event: EventOf<'feedback'>,
  version: number,
): void =>
  unit.record({
    editionId: row.edition_id,
    subjectType: 'feedback',
    subjectId: row.id,
    event,
    payload: { version },
  });
