import pg from 'pg';
import type { Config } from '../../config.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { appRole, ownerRole } from './roles.ts';

export interface ProvidedDatabase {
  /** Connection string of role `app`. */
  url: string;
  /** Connection string of the role that migrates. */
  ownerUrl: string;
  stop(): Promise<void>;
  /** Where practice editions are played; null where nobody has made room for them. */
  practice: PracticeDatabase | null;
}

export interface PracticeDatabase {
  url: string;
  /** Makes it, where that is the service's to do, and brings its tables up to date. */
  prepare(): Promise<void>;
}

const practiceName = 'etikkprisen_practice';

/** One that somebody has made for the service. */
const given = (database: { url: string; ownerUrl: string }, mode: Config['mode']): PracticeDatabase => ({
  url: database.url,
  prepare: () => bringUpToDate(database, mode),
});

/** The database that the settings name, or the embedded one, started. */
export async function provideDatabase({
  databaseUrl,
  databaseOwnerUrl,
  dataDir,
  mode,
  practiceDatabaseUrl,
  practiceDatabaseOwnerUrl,
}: Config): Promise<ProvidedDatabase> {
  if (databaseUrl) {
    const practice = practiceDatabaseUrl
      ? given({ url: practiceDatabaseUrl, ownerUrl: practiceDatabaseOwnerUrl ?? practiceDatabaseUrl }, mode)
      : null;
    return { url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl, stop: async () => {}, practice };
  }
  const embedded = await startEmbedded({ dataDir });
  const practice: PracticeDatabase = {
    url: embedded.url(appRole, practiceName),
    async prepare() {
      await embedded.create(practiceName);
      await migrate(embedded.url(ownerRole, practiceName));
    },
  };
  return { url: embedded.url(appRole), ownerUrl: embedded.url(ownerRole), stop: embedded.stop, practice };
}

/**
 * Brings the tables up to date in demo. In production that is a step of its own, taken by a person.
 *
 * @throws Error in production when migrations are pending
 */
export async function bringUpToDate(
  { url, ownerUrl }: Pick<ProvidedDatabase, 'url' | 'ownerUrl'>,
  mode: Config['mode'],
): Promise<void> {
  if (mode === 'demo') {
    await migrate(ownerUrl);
    return;
  }
  const pending = await pendingMigrations(url);
  if (pending.length > 0)
    throw new Error(
      `The database lacks ${pending.length} migration(s): ${pending.join(', ')}. Run \`npm run migrate\` first.`,
    );
}

/**
 * A practice's letters must never come to a service that sends: its database is not taken for the real one.
 *
 * @throws Error when a practice is played in the database
 */
export async function refusePractice(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from practice_run');
    if (rowCount)
      throw new Error('This database holds a practice edition. Set DATABASE_URL to the real one.');
  } finally {
    await client.end();
  }
}
