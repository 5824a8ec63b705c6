/** Erasing what has had its time: by the schedule, in no other way, and each erasure an event of the log. */
import { sql, type Kysely } from 'kysely';
import { transact, type Unit, type UnitContext } from '../../core/process/unit.ts';
import { sha256Hex } from '../../core/audit/canonical.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { dropUnreferenced } from '../documents/sweeping.ts';
import { authoriseService } from '../people/commands.ts';
import { dueAt } from './queries.ts';
import type { Counts, Due, Erased } from './schema.ts';
import { tombstoneFile, writeTombstones } from './tombstones.ts';

/** Null when it is not due, or not any more. */
async function erase(trx: Kysely<DB>, { rule, subjectId }: Due, now: Date): Promise<Counts | null> {
  const { rows } = await sql<{
    counts: Counts | null;
  }>`select erase(${rule}, ${subjectId}, ${now}) as counts`.execute(trx);
  return rows[0]?.counts ?? null;
}

class RolledBack extends Error {}

/**
 * What a run would erase: the run itself, taken back. Nothing is left of it, and nothing is promised but for this moment.
 *
 * @throws auth/forbidden
 */
export async function previewRetention(db: Kysely<DB>, context: UnitContext): Promise<Erased[]> {
  const found: Erased[] = [];
  await transact(db, context, async (unit) => {
    await authoriseService(unit, 'seeRetention');
    for (const due of await dueAt(unit.trx, unit.now))
      found.push({ ...due, counts: (await erase(unit.trx, due, unit.now)) ?? {} });
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return found;
}

export interface RetentionReport {
  erased: Erased[];
  /** What could not be erased this time, and is still due. */
  failed: Due[];
  /** Stored files that nothing refers to any more, and that are gone. */
  files: number;
}

/** By what a person who has read the list says which list it was. */
export const listHash = (due: readonly Due[]): string =>
  sha256Hex(
    due
      .map(({ rule, subjectId }) => `${rule} ${subjectId}`)
      .toSorted()
      .join('\n'),
  );

/**
 * Erases what is due, one thing a transaction: killed midway, the rest is still due. Two at once share the work.
 *
 * @throws auth/forbidden; request/invalid when it is another list than the one that was `seen`
 */
export async function runRetention(
  services: Services,
  context: UnitContext,
  { seen }: { seen?: string | undefined } = {},
): Promise<RetentionReport> {
  const { db, log } = services;
  const due = await transact(db, context, async (unit) => {
    await authoriseService(unit, 'runRetention');
    return dueAt(unit.trx, unit.now);
  });
  if (seen !== undefined && seen !== listHash(due))
    throw problem('request/invalid', {}, [{ field: 'sure', message: (t) => t.retention.changed }]);
  const report: RetentionReport = { erased: [], failed: [], files: 0 };
  for (const one of due) {
    try {
      const counts = await eraseOne(services, context, one);
      if (counts) report.erased.push({ ...one, counts });
    } catch (error) {
      log.error(
        { err: error, rule: one.rule, subject: one.subjectId },
        'something that is due could not be erased',
      );
      report.failed.push(one);
    }
  }
  for (let gone = await dropUnreferenced(services); gone > 0; gone = await dropUnreferenced(services))
    report.files += gone;
  return report;
}

const eraseOne = (services: Services, context: UnitContext, one: Due): Promise<Counts | null> =>
  transact(services.db, context, async (unit) => {
    await authoriseService(unit, 'runRetention');
    const counts = await erase(unit.trx, one, unit.now);
    if (!counts) return null;
    recordErasure(unit, one, counts);
    await writeTombstones(tombstoneFile(services.config), [
      { rule: one.rule, subject: one.subjectId, at: unit.now.toISOString() },
    ]);
    return counts;
  });

/** An erasure is an event of the chain that it is about. */
export function recordErasure(
  unit: Pick<Unit, 'record'>,
  { rule, subjectId, editionId }: Pick<Due, 'rule' | 'subjectId' | 'editionId'>,
  counts: Counts,
): void {
  unit.record({
    editionId,
    subjectType: 'retention',
    subjectId,
    event: 'erase',
    payload: { rule, counts },
  });
}
