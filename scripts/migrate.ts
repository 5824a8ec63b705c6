// Brings the database of the settings up to date: `npm run migrate`.
import { loadConfig } from '../src/config.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { provideDatabase } from '../src/platform/db/provide.ts';

const config = loadConfig();
const database = await provideDatabase(config);
try {
  const applied = await migrate(database.ownerUrl);
  // Where the service makes the practice's database itself, it brings it up to date when it is used.
  const { databaseUrl, practiceDatabaseUrl, practiceDatabaseOwnerUrl } = config;
  if (databaseUrl && practiceDatabaseUrl) await migrate(practiceDatabaseOwnerUrl ?? practiceDatabaseUrl);
  console.log(
    applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to do: the database is up to date.',
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.stop();
}
