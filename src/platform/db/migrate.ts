import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { appRole } from './roles.ts';

/** One file of /migrations: `id` is its name without `.sql`. */
export interface Migration {
  id: string;
  sql: string;
  /** SHA-256 of the file, so that a change after it ran is noticed. */
  checksum: string;
}

export const migrationsFolder = path.join(import.meta.dirname, '../../../migrations');

/** All migrations in the order of their numbers. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(path.join(folder, file), 'utf8');
      return { id: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Ids of the migrations that the database has not seen. Reads only, so any role may ask. */
export async function pendingMigrations(url: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return withClient(url, async (client) => (await unapplied(client, migrations)).map(({ id }) => id));
}

/**
 * Applies what is pending, in order, each in a transaction of its own, and then the job queue's own tables.
 * Several services may call this at once: one works, the others wait and find nothing to do.
 *
 * @returns the ids that were applied now
 * @throws Error that names the migration that failed; those before it stay applied
 */
export async function migrate(ownerUrl: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('etikkprisen migrations'))");
    await prepare(client);
    const pending = await unapplied(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await migrateJobQueue(ownerUrl, client);
    return pending.map(({ id }) => id);
  });
}

async function prepare(client: pg.Client) {
  await client.query(`
    create table if not exists migrations (
      id text primary key,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  await createAppRole(client);
  await client.query(`grant usage on schema public to ${appRole}`);
  await client.query(`grant select on migrations to ${appRole}`);
}

/** Migrations grant rights to `app`, so it must exist; on a database server of one's own it may be missing. */
async function createAppRole(client: pg.Client) {
  const found = await client.query('select from pg_roles where rolname = $1', [appRole]);
  if (found.rowCount) return;
  await client.query(`create role ${appRole} nologin`).catch((cause) => {
    throw new Error(`The database needs a role called "${appRole}". Create it, then migrate again.`, {
      cause,
    });
  });
}

async function unapplied(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const table = await client.query("select to_regclass('public.migrations') is not null as exists");
  if (!table.rows[0].exists) return migrations;
  const { rows } = await client.query<{ id: string; checksum: string }>(
    'select id, checksum from migrations',
  );
  const applied = new Map(rows.map(({ id, checksum }) => [id, checksum]));
  for (const { id, checksum } of migrations)
    if (applied.has(id) && applied.get(id) !== checksum)
      throw new Error(
        `Migration ${id} was changed after it had run here. Undo the change and write a new migration.`,
      );
  return migrations.filter(({ id }) => !applied.has(id));
}

async function apply(client: pg.Client, { id, sql, checksum }: Migration) {
  await client.query('begin');
  try {
    await client.query('insert into migrations (id, checksum) values ($1, $2)', [id, checksum]);
    await client.query(sql);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const { message, position } = cause as pg.DatabaseError;
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw new Error(`Migration ${id} failed${line}: ${message}`, { cause });
  }
}

/**
 * graphile-worker brings its own migrations. Its tables have row security without policies, so that only their
 * owner sees them; `app` adds and runs jobs and therefore gets a policy on each.
 */
async function migrateJobQueue(ownerUrl: string, client: pg.Client) {
  await runMigrations({ connectionString: ownerUrl, schema: 'graphile_worker' });
  await client.query(`
    grant usage on schema graphile_worker to ${appRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
    grant usage on all sequences in schema graphile_worker to ${appRole};
    grant execute on all functions in schema graphile_worker to ${appRole};
    do $$
    declare t record;
    begin
      for t in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'app')
      loop
        execute format('create policy app on %s to ${appRole} using (true) with check (true)', t.name);
      end loop;
    end $$`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'etikkprisen-migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
