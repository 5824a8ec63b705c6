/** The jury's statements on the nominated, before they are public. */
import { sql, type Kysely } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { compareNames } from '../../ui/text/format.ts';
import type { StatementOut } from './schema.ts';

/** One for each of the nominated that the reader may see it of, in the order of their names; also those not yet written. */
export async function statementsOf(
  db: Kysely<DB>,
  reader: Reader,
  editionId: string,
): Promise<StatementOut[]> {
  return find(db, reader, sql<boolean>`n.edition_id = ${editionId}`);
}

/** @throws not-found, also for an application that is not nominated */
export async function statementOf(
  db: Kysely<DB>,
  reader: Reader,
  nominationId: string,
): Promise<StatementOut> {
  const [found] = await find(db, reader, sql<boolean>`n.id = ${nominationId}`);
  if (!found) throw problem('not-found');
  return found;
}

/** Nominated by the decision that stands. */
export const isNominated = (
  nomination: string,
) => sql<boolean>`exists (select from decision_entries de join decisions dd on dd.id = de.decision_id
  where de.nomination_id = ${sql.ref(nomination)} and dd.kind = 'finalists' and dd.retracted_at is null)`;

async function find(
  db: Kysely<DB>,
  { actor, now }: Reader,
  which: ReturnType<typeof sql<boolean>>,
): Promise<StatementOut[]> {
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoin('statements as s', 's.nomination_id', 'n.id')
    .leftJoin('people as w', 'w.id', 's.written_by')
    .leftJoin('people as a', 'a.id', 's.approved_by')
    .select([
      'n.id',
      'n.state',
      'n.organisation_name',
      'n.unit_name',
      's.version',
      's.nb',
      's.nn',
      's.written_at',
      's.approved_at',
      'w.name as writer',
      'a.name as approver',
    ])
    .select(sql<boolean>`outcome_is_public(n.edition_id, 'finalists', ${now})`.as('is_public'))
    .select(relationsOf(nomination, viewerOf(actor), now, 'n').as('rel'))
    .select((eb) =>
      eb
        .selectFrom('statement_comments as c')
        .select((each) => each.fn.countAll<string>().as('open'))
        .whereRef('c.nomination_id', '=', 'n.id')
        .where('c.resolved_at', 'is', null)
        .as('open_comments'),
    )
    .where(which)
    .where(isNominated('n.id'))
    .where(scope(nomination, 'seeStatement', viewerOf(actor), now, 'n'))
    .execute();
  return rows
    .map((row): StatementOut => ({
      nominationId: row.id,
      organisation: row.organisation_name,
      unit: row.unit_name,
      version: row.version ?? 0,
      nb: row.nb ?? '',
      nn: row.nn ?? '',
      writtenBy: row.writer,
      writtenAt: row.written_at?.toISOString() ?? null,
      approvedBy: row.approver,
      approvedAt: row.approved_at?.toISOString() ?? null,
      isPublic: row.is_public,
      openComments: can(nomination, 'seeStatementComments', row) ? Number(row.open_comments) : 0,
      allowedActions: [
        ...(can(nomination, 'writeStatement', row) ? ['write' as const] : []),
        ...(can(nomination, 'approveStatement', row) && row.nb && row.nn && !row.approved_at
          ? ['approve' as const]
          : []),
        ...(can(nomination, 'commentStatement', row) ? ['comment' as const] : []),
      ],
    }))
    .toSorted((a, b) => compareNames(a.organisation, b.organisation) || compareNames(a.unit, b.unit));
}

/** Whether the reader belongs to the conversation about this text. */
export async function mayReadComments(
  db: Kysely<DB>,
  { actor, now }: Reader,
  nominationId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('nominations')
    .select('id')
    .where('id', '=', nominationId)
    .where(scope(nomination, 'seeStatementComments', viewerOf(actor), now))
    .executeTakeFirst();
  return row !== undefined;
}
