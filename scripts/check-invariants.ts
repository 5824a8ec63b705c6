/**
 * `npm run verify`: looks at everything that is stored and says what is not as it must be. Reads only.
 *
 * With DATABASE_URL it checks that database and the documents where the settings say that they lie; without, the demonstration in DATA_DIR, running or not.
 * `-- --json` prints the report as one line. Ends with 1 when something does not hold, with 2 when it cannot look.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { checkInvariants, type InvariantReport } from '../src/features/records/check.ts';
import { DataDirectoryInUse } from '../src/platform/db/data-lock.ts';
import { runningEmbedded, startEmbedded } from '../src/platform/db/embedded.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { appRole } from '../src/platform/db/roles.ts';
import { openFileStore } from '../src/platform/files/open.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const config = settings();
const { dataDir, databaseUrl: given } = config;
if (!given && !existsSync(dataDir))
  fail(`There is nothing to check: ${dataDir} does not exist, and DATABASE_URL is not set.`);

const embedded = given ? undefined : await startEmbedded({ dataDir }).catch(running);
const db = openDatabase(given ?? embedded!.url(appRole), { name: 'etikkprisen-verify' });
try {
  const hasStore = config.s3Endpoint !== undefined || existsSync(path.join(dataDir, 'files'));
  const report = await checkInvariants(db, hasStore ? openFileStore(config) : undefined);
  console.log(values.json ? JSON.stringify(report) : inWords(report));
  process.exitCode = report.ok ? 0 : 1;
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

function inWords({ ok, checks, chains, files, violations }: InvariantReport): string {
  const events = chains.reduce((sum, { events: n }) => sum + n, 0);
  const seen = `${checks} invariants, ${chains.length} chains with ${events} events, ${files} files`;
  if (ok) return `Everything holds: ${seen}.`;
  return [
    `${violations.length} things do not hold (${seen}):`,
    ...violations.map(({ invariant, id, note }) => `  ${invariant}: ${id}${note ? ` (${note})` : ''}`),
  ].join('\n');
}

/** The demonstration is running: its own server is asked, and left running. */
function running(error: Error) {
  const url = error instanceof DataDirectoryInUse ? runningEmbedded(dataDir, appRole) : undefined;
  return url ? { url: () => url, stop: async () => {} } : fail(error.message);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
