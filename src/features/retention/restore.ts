/** Makes a copy of the database from before forget again what had been erased since. */
import { sql, type Kysely } from 'kysely';
import { SERVICE_CHAIN } from '../../core/audit/audit.ts';
import { transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { instant } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { dropUnreferenced } from '../documents/sweeping.ts';
import { recordErasure } from './commands.ts';
import type { Counts } from './schema.ts';
import type { Tombstone } from './tombstones.ts';

export interface RestoreReport {
  /** Lines of the file. */
  tombstones: number;
  /** Erased now, because the copy still had it. */
  applied: number;
  /** The database knows of it already. */
  known: number;
  files: number;
}

/**
 * Erases again, in the order of the tombstones. `db` is the owner's: the service itself may erase only what the schedule says is
 * due, and a schedule may have become longer since. Run twice, the second finds nothing to do.
 */
export async function reapplyErasures(
  { db, files }: { db: Kysely<DB>; files: FileStore },
  stones: readonly Tombstone[],
  now: Date,
): Promise<RestoreReport> {
  const report: RestoreReport = { tombstones: stones.length, applied: 0, known: 0, files: 0 };
  for (const stone of stones) {
    const applied = await transact(db, { actor: systemActor, now, requestId: 'restore' }, (unit) =>
      again(unit, stone),
    );
    report[applied ? 'applied' : 'known'] += 1;
  }
  for (
    let gone = await dropUnreferenced({ db, files });
    gone > 0;
    gone = await dropUnreferenced({ db, files })
  )
    report.files += gone;
  return report;
}

async function again(
  unit: Parameters<Parameters<typeof transact>[2]>[0],
  stone: Tombstone,
): Promise<boolean> {
  const { rule, subject, at } = stone;
  const { trx } = unit;
  await sql`select pg_advisory_xact_lock(hashtextextended('erase:' || ${rule} || ${subject}, 0))`.execute(
    trx,
  );
  const known = await trx
    .selectFrom('erasures')
    .select(['id', 'edition_id'])
    .where('rule', '=', rule)
    .where('subject_id', '=', subject)
    .where('erased_at', '>=', instant(at))
    .executeTakeFirst();
  if (known) return false;
  const { rows } = await sql<{
    counts: Counts;
  }>`select erase_now(${rule}, ${subject}, ${instant(at)}) as counts`.execute(trx);
  const made = await trx
    .selectFrom('erasures')
    .select('edition_id')
    .where('rule', '=', rule)
    .where('subject_id', '=', subject)
    .orderBy('erased_at', 'desc')
    .executeTakeFirstOrThrow();
  recordErasure(
    unit,
    { rule, subjectId: subject, editionId: subject === SERVICE_CHAIN ? null : made.edition_id },
    rows[0]?.counts ?? {},
  );
  return true;
}
