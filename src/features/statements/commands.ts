/** The secretariat writes a statement for each of the nominated; the acting chair approves it. */
import { demandAction } from '../../core/policy/demand.ts';
import { relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueEach } from '../correspondence/commands.ts';
import { callOf } from '../nominations/queries-call.ts';
import { peopleWhoMay } from '../people/allowed.ts';
import { isNominated } from './queries.ts';
import type { StatementIn } from './schema.ts';

/**
 * Writes the statement in both written forms. An approval falls with the text it approved.
 *
 * @throws conflict/version when somebody saved another text in between; process/not-now for an application that is not nominated
 */
export async function writeStatement(
  unit: Unit,
  nominationId: string,
  { nb, nn, version }: StatementIn,
): Promise<{ version: number }> {
  const { trx, actor, now } = unit;
  const { row, statement } = await lock(unit, nominationId, 'writeStatement');
  const text = { nb: clean(nb), nn: clean(nn) };
  if (statement && statement.nb === text.nb && statement.nn === text.nn)
    return { version: statement.version };
  if ((statement?.version ?? 0) !== version) throw problem('conflict/version');
  if (!actor.personId) throw problem('auth/forbidden');
  const next = {
    ...text,
    version: version + 1,
    written_by: actor.personId,
    written_at: now,
    approved_by: null,
    approved_at: null,
  };
  await trx
    .insertInto('statements')
    .values({ nomination_id: nominationId, ...next })
    .onConflict((c) => c.column('nomination_id').doUpdateSet(next))
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'statement',
    subjectId: nominationId,
    event: 'writeStatement',
    payload: { version: next.version },
  });
  const wasWaiting = Boolean(statement?.nb && statement.nn && !statement.approved_at);
  if (text.nb && text.nn && !wasWaiting)
    await tellActingChair(unit, row.edition_id, nominationId, next.version);
  return { version: next.version };
}

/** Approves the text that was read: another version is not approved unseen. @throws process/unmet, conflict/version */
export async function approveStatement(unit: Unit, nominationId: string, version: number): Promise<void> {
  const { row, statement } = await lock(unit, nominationId, 'approveStatement');
  if (!statement) throw problem('process/not-now');
  if (statement.version !== version) throw problem('conflict/version');
  if (!statement.nb || !statement.nn)
    throw problem('process/unmet', {}, [
      { requirement: 'statementComplete', message: (t) => t.decisions.statements.incomplete },
    ]);
  if (statement.approved_at) return;
  await unit.trx
    .updateTable('statements')
    .set({ approved_by: unit.actor.personId, approved_at: unit.now })
    .where('nomination_id', '=', nominationId)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'statement',
    subjectId: nominationId,
    event: 'approveStatement',
    payload: { version },
  });
}

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** The application and its statement, locked for whoever may do this. */
export async function lock(
  unit: Unit,
  id: string,
  action: 'writeStatement' | 'approveStatement' | 'commentStatement',
) {
  const { trx, actor, now } = unit;
  const found = await trx
    .selectFrom('nominations')
    .select('edition_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  await trx.selectFrom('editions').select('id').where('id', '=', found.edition_id).forShare().execute();
  await trx.selectFrom('nominations').select('id').where('id', '=', id).forUpdate().execute();
  const viewer = viewerOf(actor);
  const row = await trx
    .selectFrom('nominations')
    .select(['id', 'edition_id', 'state', isNominated('nominations.id').as('nominated')])
    .select(relationsOf(nomination, viewer, now).as('rel'))
    .where('id', '=', id)
    .where(scope(nomination, 'list', viewer, now))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  demandAction(nomination, action, row);
  if (!row.nominated) throw problem('process/not-now');
  return {
    row,
    statement: await trx
      .selectFrom('statements')
      .selectAll()
      .where('nomination_id', '=', id)
      .executeTakeFirst(),
  };
}

async function tellActingChair(
  unit: Unit,
  editionId: string,
  nominationId: string,
  version: number,
): Promise<void> {
  const { year } = await callOf(unit.trx, editionId);
  const approves = await peopleWhoMay(unit, nomination, 'approveStatement', {
    id: nominationId,
    edition_id: editionId,
  });
  await queueEach(unit, approves, {
    template: 'statementToApprove',
    key: `statement:${nominationId}:${version}`,
    editionId,
    params: { year, path: `/sekretariat/${editionId}/begrunnelser` },
  });
}
