/** Comments on a statement: between the acting chair and the secretariat, open until one of them says that it is settled. */
import type { Kysely } from 'kysely';
import { relationsOf, scope, whyNot } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { lock } from './commands.ts';
import { isNominated } from './queries.ts';
import type { CommentOut } from './schema.ts';

/** The latest first. @throws not-found, auth/forbidden */
export async function commentsOn(
  db: Kysely<DB>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<CommentOut[]> {
  const viewer = viewerOf(actor);
  const row = await db
    .selectFrom('nominations as n')
    .select(['n.id', 'n.state'])
    .select(relationsOf(nomination, viewer, now, 'n').as('rel'))
    .where('n.id', '=', nominationId)
    .where(isNominated('n.id'))
    .where(scope(nomination, 'seeStatement', viewer, now, 'n'))
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  if (whyNot(nomination, 'seeStatementComments', row)) throw problem('auth/forbidden');
  const rows = await db
    .selectFrom('statement_comments as c')
    .innerJoin('people as w', 'w.id', 'c.written_by')
    .leftJoin('people as r', 'r.id', 'c.resolved_by')
    .select(['c.id', 'c.version', 'c.body', 'c.written_at', 'c.resolved_at'])
    .select(['w.name as writer', 'r.name as resolver'])
    .where('c.nomination_id', '=', nominationId)
    .orderBy('c.written_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map((one) => ({
    id: one.id,
    version: one.version,
    body: one.body,
    writtenBy: one.writer,
    writtenAt: one.written_at.toISOString(),
    resolvedBy: one.resolver,
    resolvedAt: one.resolved_at?.toISOString() ?? null,
  }));
}

/** What is said stands in its own table and never in the log. @throws process/not-now before there is a text */
export async function commentOn(unit: Unit, nominationId: string, body: string): Promise<{ id: string }> {
  const { trx, actor, now } = unit;
  const { row, statement } = await lock(unit, nominationId, 'commentStatement');
  if (!statement) throw problem('process/not-now');
  if (!actor.personId) throw problem('auth/forbidden');
  const { id } = await trx
    .insertInto('statement_comments')
    .values({
      nomination_id: nominationId,
      version: statement.version,
      body: body.replace(/\r\n?/g, '\n').trim(),
      written_by: actor.personId,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'statement',
    subjectId: nominationId,
    event: 'commentStatement',
    payload: { comment: id, version: statement.version },
  });
  return { id };
}

/** Settles a comment, or opens it again. Doing so twice is doing it once. */
export async function settleComment(
  unit: Unit,
  nominationId: string,
  commentId: string,
  resolved: boolean,
): Promise<void> {
  const { trx, actor, now } = unit;
  const { row } = await lock(unit, nominationId, 'commentStatement');
  const found = await trx
    .selectFrom('statement_comments')
    .select('resolved_at')
    .where('id', '=', commentId)
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();
  if (!found) throw problem('not-found');
  if ((found.resolved_at !== null) === resolved) return;
  await trx
    .updateTable('statement_comments')
    .set(
      resolved ? { resolved_by: actor.personId, resolved_at: now } : { resolved_by: null, resolved_at: null },
    )
    .where('id', '=', commentId)
    .execute();
  unit.record({
    editionId: row.edition_id,
    subjectType: 'statement',
    subjectId: nominationId,
    event: resolved ? 'resolveComment' : 'reopenComment',
    payload: { comment: commentId },
  });
}
