/** A PostgreSQL of its own for what is measured, with databases copied from an empty one that has every table. */
import pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { folder, removeFolder } from './servers.ts';

/** Addresses of one database: `app` as the service has it, `owner` to fill it. */
export interface MadeDatabase {
  app: string;
  owner: string;
}
/** A new database, a copy of `template`, which nobody may be connected to. */
export type MakeDatabase = (name: string, template?: string) => Promise<MadeDatabase>;

/** Runs `work` with a cluster that is gone afterwards. `dataDir` is a folder for whatever else is needed. */
export async function withDatabases<T>(
  work: (make: MakeDatabase, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = folder();
  const embedded = await startEmbedded({ dataDir });
  const admin = new pg.Client({ connectionString: embedded.url('postgres') });
  await admin.connect();
  try {
    await admin.query('create database empty owner owner');
    await migrate(embedded.url('owner', 'empty'));
    return await work(async (name, template = 'empty') => {
      await admin.query(`create database ${name} template ${template} owner owner`);
      return { app: embedded.url('app', name), owner: embedded.url('owner', name) };
    }, dataDir);
  } finally {
    await admin.end();
    await embedded.stop();
    removeFolder(dataDir);
  }
}
