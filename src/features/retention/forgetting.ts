/**
 * Forgetting those who are no people of ours: guests, those who asked, those on the list of the call. It goes by itself when its time is
 * over, and earlier when they ask for it or the secretariat takes it away; each time by the same function of the database, with one event
 * of the chain and a tombstone for each.
 */
import { sql, type Kysely } from 'kysely';
import type { Config } from '../../config.ts';
import type { Unit } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Counts, ForgettingRule } from './schema.ts';
import { tombstoneFile, writeTombstones } from './tombstones.ts';

/** Where tombstones are written. */
export type Outside = Pick<Config, 'dataDir'>;

/** Who wanted it, as the log names it: the schedule, whoever it is about, or the secretariat. */
export const forgottenBy = { schedule: 'erase', themselves: 'eraseAsked', office: 'eraseEarly' } as const;

interface Gone {
  subjectId: string;
  editionId: string | null;
  counts: Counts;
}

/** What goes by itself at `now`, by its rule. */
export async function forgettingDue(
  db: Kysely<DB>,
  now: Date,
): Promise<{ rule: ForgettingRule; subjects: string[] }[]> {
  const { rows } = await sql<{ rule: ForgettingRule; subjects: string[] }>`
    select rule, array_agg(subject_id) as subjects from forgetting_due(${now}, ${realNow()}) group by rule order by rule`.execute(
    db,
  );
  return rows;
}

/** Rows, letters and what waits in the outbox. @returns how many there were: one that has been forgotten already is none */
export async function forget(
  unit: Unit,
  outside: Outside,
  {
    rule,
    subjects,
    by,
  }: { rule: ForgettingRule | 'barriers'; subjects: readonly string[]; by: keyof typeof forgottenBy },
): Promise<number> {
  if (subjects.length === 0) return 0;
  const { rows: gone } = await sql<Gone>`
    select subject_id as "subjectId", edition_id as "editionId", counts from forget(${rule}, ${[...subjects]}::uuid[], ${unit.now})`.execute(
    unit.trx,
  );
  if (gone.length === 0) return 0;
  for (const [editionId, ofYear] of Map.groupBy(gone, (one) => one.editionId))
    unit.record({
      editionId,
      subjectType: 'retention',
      subjectId: ofYear.length === 1 ? ofYear[0]!.subjectId : editionId,
      event: forgottenBy[by],
      payload: { rule, counts: sumOf(ofYear), subjects: ofYear.map(({ subjectId }) => subjectId) },
    });
  const at = unit.now.toISOString();
  await writeTombstones(
    tombstoneFile(outside),
    gone.map(({ subjectId }) => ({ rule, subject: subjectId, at })),
  );
  return gone.length;
}

function sumOf(gone: readonly Gone[]): Counts {
  const sum: Record<string, number> = {};
  for (const { counts } of gone)
    for (const [table, n] of Object.entries(counts)) sum[table] = (sum[table] ?? 0) + n;
  return sum;
}
