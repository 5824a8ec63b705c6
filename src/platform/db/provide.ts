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
}

/** The database that the settings name, or the embedded one, started. */
export async function provideDatabase({
  databaseUrl,
  databaseOwnerUrl,
  dataDir,
}: Config): Promise<ProvidedDatabase> {
  if (databaseUrl) {
    return { url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl, stop: async () => {} };
  }
  const embedded = await startEmbedded({ dataDir });
  return { url: embedded.url(appRole), ownerUrl: embedded.url(ownerRole), stop: embedded.stop };
}

/**
 * Brings the tables up to date in demo. In production that is a step of its own, taken by a person.
 *
 * @throws Error in production when migrations are pending
 */
export async function bringUpToDate(
  { url, ownerUrl }: ProvidedDatabase,
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
