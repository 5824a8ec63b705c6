/** A change in the middle of something that is read: not by chance, but when it has come to a table that is held. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { TestDatabase } from './database.ts';

interface Held extends Pick<TestDatabase, 'ownerUrl'> {
  /** What has been read before it is older than the change; it and what comes after are not. */
  table: string;
}

/** What `read` gives where `change` is done, and committed, while it waits for the table. */
export async function meanwhile<T>(
  { ownerUrl, table }: Held,
  read: () => Promise<T>,
  change: (owner: pg.Client) => Promise<unknown>,
): Promise<T> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query(`lock table ${table} in access exclusive mode`);
    const reading = read();
    const waits = `select from pg_locks where not granted and relation = '${table}'::regclass`;
    while ((await owner.query(waits)).rowCount === 0) await pause(20);
    await change(owner);
    await owner.query('commit');
    return await reading;
  } finally {
    await owner.end();
  }
}
