import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';
import type { DB } from './types.ts';

export type Database = Kysely<DB>;

export interface PoolOptions {
  /** Most connections open at once; a request that finds none free waits. */
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Told of connections that broke; they are replaced by themselves. */
  onError?: (error: Error) => void;
}

/**
 * A connection pool. Connections that break (the database restarts), idle or between two questions of a transaction, are
 * reported to `onError` and replaced; without a listener Node would end the process.
 */
export function openPool(
  url: string,
  { poolSize = 10, name = 'etikkprisen', onError }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: name,
    // Our questions are many and small: compiling them takes longer than answering them.
    options: '-c jit=off',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  const told = onError ?? (() => {});
  pool.on('error', () => {}); // an idle connection tells of itself, too
  pool.on('connect', (client) => void client.on('error', told));
  return pool;
}

/** Kysely over a pool: the only way to the tables. `destroy()` closes the pool. */
export function openDatabase(from: string | pg.Pool, options?: PoolOptions): Database {
  const pool = typeof from === 'string' ? openPool(from, options) : from;
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

const dateType = 1082;
const dateArrayType = 1182;

/** A `date` is a day, not an instant: pg would make it midnight in the machine's own time zone. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === dateType) return (value: string) => value;
  if (oid === dateArrayType) return (value: string) => value.slice(1, -1).split(',').filter(Boolean);
  return pg.types.getTypeParser(oid, format);
};
