/** The texts that a statement has had, and bringing one of them back as the newest. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { writeStatement } from './commands.ts';
import { statementOf } from './queries.ts';
import type { VersionOut } from './schema.ts';

/** The newest first, for whoever may see the statement. @throws not-found */
export async function versionsOf(
  db: Kysely<DB>,
  reader: Reader,
  nominationId: string,
): Promise<VersionOut[]> {
  await statementOf(db, reader, nominationId);
  const rows = await db
    .selectFrom('statement_versions as v')
    .innerJoin('people as w', 'w.id', 'v.written_by')
    .leftJoin('people as a', 'a.id', 'v.approved_by')
    .select(['v.version', 'v.nb', 'v.nn', 'v.written_at', 'v.approved_at'])
    .select(['w.name as writer', 'a.name as approver'])
    .where('v.nomination_id', '=', nominationId)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    nb: row.nb,
    nn: row.nn,
    writtenBy: row.writer,
    writtenAt: row.written_at.toISOString(),
    approvedBy: row.approver,
    approvedAt: row.approved_at?.toISOString() ?? null,
  }));
}

/** An earlier text as a new version: it has to be approved anew, whoever approved it then. @throws what `writeStatement` throws */
export async function restoreVersion(
  unit: Unit,
  nominationId: string,
  { wanted, version }: { wanted: number; version: number },
): Promise<{ version: number }> {
  const found = (await versionsOf(unit.trx, unit, nominationId)).find((one) => one.version === wanted);
  if (!found) throw problem('not-found');
  return writeStatement(unit, nominationId, { nb: found.nb, nn: found.nn, version });
}
