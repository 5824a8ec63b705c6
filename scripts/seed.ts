/**
 * `npm run seed`: gives a database what it starts with. In demo: the examples, if the database is empty (a start does the same).
 * In production: the past editions that are missing, and nothing else. `-- --history-until 2021` leaves out later ones.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { seedHistory } from '../src/features/seed/history.ts';
import { seed } from '../src/features/seed/index.ts';
import { databaseClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { bringUpToDate, provideDatabase } from '../src/platform/db/provide.ts';
import { openFileStore } from '../src/platform/files/open.ts';

const { values } = parseArgs({ options: { 'history-until': { type: 'string' } } });

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<string> {
  const config = loadConfig();
  const given = values['history-until'];
  const historyUntil = given === undefined ? config.historyUntil : Number(given);
  await using parts = new AsyncDisposableStack();
  const database = await provideDatabase(config);
  parts.defer(() => database.stop());
  await bringUpToDate(database, config.mode);
  const db = openDatabase(database.url, { name: 'etikkprisen-seed' });
  parts.defer(() => db.destroy());
  if (config.mode === 'production') return `Past editions added: ${await seedHistory(db, historyUntil)}.`;
  const files = openFileStore(config);
  const filled = await seed({ db, clock: databaseClock(db), files }, { kind: config.seed, historyUntil });
  return filled
    ? 'The examples of the demonstration are in place.'
    : 'The database holds something already; nothing was added.';
}
