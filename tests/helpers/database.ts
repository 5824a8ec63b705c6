import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { type Database, openDatabase } from '../../src/platform/db/open.ts';
import { appRole, ownerRole } from '../../src/platform/db/roles.ts';
import { joinCluster } from './cluster.ts';

export interface TestDatabase {
  /** As the service sees it: role `app`. */
  db: Database;
  /** Connection strings for role `app`, for the owner of the tables, and for the superuser. */
  url: string;
  ownerUrl: string;
  adminUrl: string;
}

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

/**
 * A database of its own on real PostgreSQL: empty, with its tables unless told, or a copy of one that nobody is connected to; dropped when
 * the test `t` ends.
 */
export async function testDatabase(
  t: Teardown,
  {
    poolSize = 10,
    migrated = true,
    copyOf,
  }: { poolSize?: number; migrated?: boolean; copyOf?: TestDatabase } = {},
): Promise<TestDatabase> {
  const url = await joinCluster();
  const empty = async () => (migrated ? await migratedTemplate(url) : 'template0');
  const template = copyOf ? new URL(copyOf.adminUrl).pathname.slice(1) : await empty();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(url('postgres', 'postgres'), (client) =>
    client.query(`create database ${name} template ${template} owner ${ownerRole} strategy file_copy`),
  );
  const db = openDatabase(url(appRole, name), { poolSize });
  t.teardown(async () => {
    await db.destroy();
    await asAdmin(url('postgres', 'postgres'), (client) =>
      client.query(`drop database ${name} with (force)`),
    );
  });
  return { db, url: url(appRole, name), ownerUrl: url(ownerRole, name), adminUrl: url('postgres', name) };
}

/** Migrating takes longer than copying, so it is done once for each content of /migrations. */
async function migratedTemplate(url: Awaited<ReturnType<typeof joinCluster>>): Promise<string> {
  const hash = createHash('sha256');
  for (const { checksum } of await readMigrations()) hash.update(checksum);
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await asAdmin(url('postgres', 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock(1)'); // the first file makes it, the others wait
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${name}_draft`);
    await client.query(`create database ${name}_draft owner ${ownerRole}`);
    await migrate(url(ownerRole, `${name}_draft`));
    await client.query(`alter database ${name}_draft rename to ${name}`);
  });
  return name;
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
