/** Statements that are asked often are prepared: the database reads and plans them once for a connection, not each time. */
import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Asked this many times, a statement is worth it. */
export const OFTEN = 50;
/** Each prepared statement costs memory in each connection. */
const MOST = 60;
/** So many different texts are counted; then the counting begins anew. */
const COUNTED = 2000;

/** The pool as Kysely uses it: what is asked often through it is prepared. */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = namesOfFrequent();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? clientOf(client, nameOf);
      clients.set(client, known);
      return known;
    },
  };
}

/** A name for each text that has been asked often; undefined for the others. */
function namesOfFrequent(): (text: string) => string | undefined {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (counts.size >= COUNTED) counts.clear();
    counts.set(text, count);
    if (count < OFTEN) return undefined;
    counts.delete(text);
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
}

function clientOf(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let stale = false;
  const query = async (text: string, parameters: readonly unknown[] = []) => {
    const values = [...parameters];
    // `begin` and its like come without values, and have no plan.
    const name = values.length > 0 ? nameOf(text) : undefined;
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values });
    } catch (error) {
      stale ||= (error as { code?: string }).code === PLAN_CHANGED;
      throw error;
    }
  };
  return {
    // Kysely would ask with a cursor, too, where it streams; nothing here does.
    query: query as unknown as PostgresPoolClient['query'],
    // A connection whose plans are of tables that have changed since is not used again.
    release: (destroy = false) => client.release(destroy || stale),
  };
}

/** feature_not_supported: "cached plan must not change result type". */
const PLAN_CHANGED = '0A000';
