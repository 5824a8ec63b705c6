/** The virus scan of a file, once it lies in the store. What may be opened the database says (`document_readable`), not this. */
import { sql, type Kysely } from 'kysely';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { ScannerUnavailable } from '../../platform/scan/clamd.ts';
import type { Services } from '../../platform/services.ts';

export const scanFileTask = 'scan-file';
/** After so many tries without an answer a file counts as not scanned: ten seconds where each is refused. It is tried on for days. */
const TRIES_BEFORE_UNSCANNED = 3;

const enqueueScan = (trx: Kysely<DB>, sha256: string): Promise<void> =>
  enqueue(trx, scanFileTask, { sha256 }, { key: `scan:${sha256}` });

/** The content as such, once however many documents it is. Where there is a scanner, nobody opens it before that has looked. */
export async function registerFile(
  { trx, now }: Unit,
  { sha256, bytes }: { sha256: string; bytes: number },
  scanned: boolean,
): Promise<void> {
  const isNew = await trx
    .insertInto('stored_files')
    .values({ sha256, bytes: String(bytes), stored_at: now, scan: scanned ? 'waiting' : 'unscanned' })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('sha256')
    .executeTakeFirst();
  if (isNew && scanned) await enqueueScan(trx, sha256);
}

/** Scans one file. What was found clean is scanned again only when asked; what was found infected stays so. */
export const scanFile =
  (services: Services): JobHandler =>
  async (payload) => {
    const { db, files, scanner, clock, log } = services;
    const { sha256 } = payload as { sha256: string };
    const file = await db
      .selectFrom('stored_files')
      .select('scan')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!scanner || !file || file.scan === 'infected' || file.scan === 'clean') return;
    const content = await files.open(sha256);
    if (!content) return; // shown as missing
    const now = await clock.now();
    try {
      const finding = await scanner.scan(content);
      await settle(services, { sha256, finding, now });
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      await countFailure(db, sha256);
      log.warn({ err: error, sha256 }, 'a file could not be scanned and will be tried again');
      throw error; // the queue tries again, each time after a longer wait
    } finally {
      content.destroy();
    }
  };

interface Result {
  sha256: string;
  finding: string | null;
  now: Date;
}

async function settle({ db, log }: Services, { sha256, finding, now }: Result): Promise<void> {
  await transact(db, { actor: systemActor, now, requestId: `scan-${sha256.slice(0, 16)}` }, async (unit) => {
    await unit.trx
      .updateTable('stored_files')
      .set({ scan: finding === null ? 'clean' : 'infected', scanned_at: now, finding, scan_attempts: 0 })
      .where('sha256', '=', sha256)
      .where('scan', '<>', 'infected')
      .execute();
    if (finding !== null) await recordQuarantine(unit, sha256);
  });
  if (finding !== null) log.warn({ sha256, finding }, 'a virus was found in a document; it is quarantined');
}

/** In the log of every application that has it: which document, never what is in it. */
async function recordQuarantine(unit: Unit, sha256: string): Promise<void> {
  const found = await unit.trx
    .selectFrom('documents as d')
    .innerJoin('nominations as n', 'n.id', 'd.nomination_id')
    .select(['n.id', 'n.edition_id', 'd.id as document'])
    .where('d.sha256', '=', sha256)
    .orderBy('d.id')
    .execute();
  for (const { id, edition_id, document } of found)
    unit.record({
      editionId: edition_id,
      subjectType: 'nomination',
      subjectId: id,
      event: 'quarantineDocument',
      payload: { document },
    });
}

async function countFailure(db: Kysely<DB>, sha256: string): Promise<void> {
  await sql`update stored_files set scan_attempts = scan_attempts + 1,
      scan = case when scan_attempts + 1 >= ${TRIES_BEFORE_UNSCANNED} then 'unscanned' else scan end
    where sha256 = ${sha256} and scan in ('waiting', 'unscanned')`.execute(db);
}

/** Queues what no job is going to scan: files from before there was a scanner, and those whose job was lost. */
export async function queueUnscanned({ db, scanner }: Pick<Services, 'db' | 'scanner'>): Promise<void> {
  if (!scanner) return;
  const { rows } = await sql<{ sha256: string }>`
    select f.sha256 from stored_files f where f.scan in ('waiting', 'unscanned')
      and not exists (select from graphile_worker.jobs j where j.key = 'scan:' || f.sha256)
    order by f.stored_at limit 50`.execute(db);
  for (const { sha256 } of rows) await enqueueScan(db, sha256);
}

/** Writes the setting to where the database reads it: whether a file must be scanned before anybody opens it. */
export async function applyScanRule({ db, config }: Pick<Services, 'db' | 'config'>): Promise<void> {
  await db
    .updateTable('scan_rule')
    .set({ required: config.scanRequired === 'on' })
    .execute();
}
