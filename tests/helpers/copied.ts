/** A database as it stood, brought back by hand: what `npm run restore` is for. And where a word is found, in every table and folder. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../../src/platform/db/open.ts';
import { joinCluster } from './cluster.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}
export interface Copy {
  app: string;
  owner: string;
}

/** A copy of the database as it stands, with the owner's and the service's way in. Who is connected to it is cut off. */
export async function copyOfDatabase(t: Teardown, of: string): Promise<Copy> {
  const url = await joinCluster();
  const name = new URL(of).pathname.slice(1);
  const copy = `${name}_copy`;
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') });
  await admin.connect();
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await admin.query(`create database ${copy} template ${name} owner owner strategy file_copy`);
  t.teardown(async () => {
    await admin.query(`drop database ${copy} with (force)`);
    await admin.end();
  });
  return { app: url('app', copy), owner: url('owner', copy) };
}

/** `npm run restore` on a copy, as a process. */
export function restore({ app, owner }: Copy, dataDir: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/restore.ts', ...args],
    { encoding: 'utf8', env: { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATA_DIR: dataDir } },
  );
  return { status, stdout, stderr };
}

/** The tables that hold `word` in a row, and the files that hold it, in their names or in themselves. */
export async function placesOf(db: Database, folder: string, word: string): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(name)} as r where r::text ilike ${`%${word}%`}`.execute(db);
    if (rows[0]!.n > 0) found.push(name);
  }
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const at = path.join(file.parentPath, file.name);
    if (file.name.includes(word) || (file.isFile() && readFileSync(at).includes(word))) found.push(at);
  }
  return found;
}
