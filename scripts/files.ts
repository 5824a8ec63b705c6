/**
 * `npm run files -- check`: reads every stored document and compares it with its hash. `npm run files -- sweep`: removes what
 * crashes have left behind, as the service does every hour. `--json` prints the report as one line.
 *
 * Uses the settings of the service: its database and its store. Ends with 1 when a file is missing or changed, with 2 when it cannot look.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { checkStore, sweepStore, type FilesReport } from '../src/features/documents/sweeping.ts';
import { DataDirectoryInUse } from '../src/platform/db/data-lock.ts';
import { runningEmbedded, startEmbedded } from '../src/platform/db/embedded.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { appRole } from '../src/platform/db/roles.ts';
import { openFileStore } from '../src/platform/files/open.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [command] = positionals;
if (command !== 'check' && command !== 'sweep') fail('Usage: npm run files -- check|sweep [--json]');

const config = settings();
const embedded = config.databaseUrl
  ? undefined
  : await startEmbedded({ dataDir: config.dataDir }).catch(running);
const db = openDatabase(config.databaseUrl ?? embedded!.url(appRole), { name: 'etikkprisen-files' });
try {
  const stores = { db, files: openFileStore(config) };
  if (command === 'check') {
    const report = await checkStore(stores);
    console.log(values.json ? JSON.stringify(report) : inWords(report));
    process.exitCode = report.ok ? 0 : 1;
  } else {
    const swept = await sweepStore(stores);
    console.log(
      values.json
        ? JSON.stringify(swept)
        : `Removed ${swept.halfWritten} half-written files and ${swept.orphans} that nothing refers to.`,
    );
  }
} finally {
  await db.destroy();
  await embedded?.stop();
}

function settings() {
  try {
    return loadConfig();
  } catch (error) {
    return fail((error as Error).message);
  }
}

function inWords({ ok, files, bytes, missing, changed, orphans }: FilesReport): string {
  const lines = [
    ok
      ? `All ${files} files are as they were (${bytes} bytes).`
      : `Of ${files} files, not all are as they were:`,
    ...missing.map(({ sha256, documents }) => `  missing: ${sha256} (documents ${documents.join(', ')})`),
    ...changed.map(({ sha256, documents }) => `  changed: ${sha256} (documents ${documents.join(', ')})`),
  ];
  if (orphans.length > 0)
    lines.push(`${orphans.length} files belong to no document; the service removes them within hours.`);
  return lines.join('\n');
}

/** The demonstration is running: its own server is asked, and left running. */
function running(error: Error) {
  const url = error instanceof DataDirectoryInUse ? runningEmbedded(config.dataDir, appRole) : undefined;
  return url ? { url: () => url, stop: async () => {} } : fail(error.message);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
