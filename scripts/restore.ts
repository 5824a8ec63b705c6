/**
 * `npm run restore [-- FILE] [--json]`: after a copy of the database from before has been brought back, makes it forget again what
 * had been erased since. FILE is the list of erasures (`erasures.jsonl`); without it, the one in DATA_DIR. Run it before the service
 * is started, with the settings of the service; run twice, the second time finds nothing to do. Ends with 2 when it cannot.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { reapplyErasures } from '../src/features/retention/restore.ts';
import { readTombstones, tombstoneFile } from '../src/features/retention/tombstones.ts';
import { realNow } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { provideDatabase } from '../src/platform/db/provide.ts';
import { openFileStore } from '../src/platform/files/open.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
try {
  const config = loadConfig();
  const [file = tombstoneFile(config)] = positionals;
  const stones = existsSync(file) || positionals.length > 0 ? await readTombstones(file) : [];
  await using parts = new AsyncDisposableStack();
  const database = await provideDatabase(config);
  parts.defer(() => database.stop());
  const db = openDatabase(database.ownerUrl, { name: 'etikkprisen-restore' });
  parts.defer(() => db.destroy());
  const report = await reapplyErasures({ db, files: openFileStore(config) }, stones, realNow());
  console.log(
    values.json
      ? JSON.stringify(report)
      : `${report.tombstones} erasures: ${report.applied} done again, ${report.known} known already; ${report.files} files removed.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
