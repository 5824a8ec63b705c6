/** What an empty database of the demonstration starts with. */
import { sql, type Kysely } from 'kysely';
import type { Config } from '../../config.ts';
import { instant, osloInstant, setDatabaseClock, yearOf } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Services } from '../../platform/services.ts';
import { ensurePerson } from '../people/commands.ts';
import { demoTime, playDemoYear } from './demo.ts';
import { seedHistory } from './history.ts';
import { administrator } from './personas.ts';
import { setStage, type Stage } from './stage.ts';

export interface SeedOptions {
  /** Past editions and one under way; past editions and an administrator; or nothing. */
  kind: Config['seed'];
  /** The last past edition. */
  historyUntil?: number | undefined;
}

/**
 * Fills an empty database, wholly or not at all; one that holds anybody is left alone. Several servers may do so at once:
 * one fills, the others wait.
 *
 * @returns whether it was filled now
 */
export async function seed(
  { db, clock, files }: Pick<Services, 'db' | 'clock' | 'files'>,
  { kind, historyUntil }: SeedOptions,
): Promise<boolean> {
  if (kind === 'none') return false;
  const now = await clock.now();
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seed', 0))`.execute(trx);
    if (!(await isEmpty(trx))) return false;
    await seedHistory(trx, historyUntil);
    const stage = setStage(trx, files);
    const year = yearOf(now);
    await seedAdministrator(stage, kind === 'demo' ? osloInstant(`${year}-01-05`, '09:00') : now);
    if (kind === 'demo') {
      await playDemoYear(stage, year);
      await setDatabaseClock(trx, { at: demoTime(year), running: true });
    }
    return true;
  });
}

async function isEmpty(db: Kysely<DB>): Promise<boolean> {
  const person = await db.selectFrom('people').select('id').limit(1).executeTakeFirst();
  return person === undefined;
}

/** Somebody must be there to let the others in. From the beginning of time, so that the clock can be set back. */
export async function seedAdministrator(stage: Stage, now: Date): Promise<void> {
  await stage.asService(now, async (unit) => {
    const { id } = await ensurePerson(unit, { ...administrator, language: 'nb' });
    await unit.trx
      .insertInto('role_grants')
      .values({ person_id: id, role: 'administrator', edition_id: null, from_at: instant(0) })
      .execute();
    unit.record({
      editionId: null,
      subjectType: 'person',
      subjectId: id,
      event: 'grantRole',
      payload: { role: 'administrator' },
    });
  });
}
