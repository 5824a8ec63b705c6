/**
 * Moments count by each server's own clock. Two servers whose clocks differ make something public at two moments, so each compares its
 * clock with the one that they have in common: that of the database.
 */
import { sql, type Kysely } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import { realNow } from '../clock.ts';
import type { DB } from './types.ts';

const MOST_MS = 250;
/** The first may have to wait for a connection. */
const TRIES = 3;

/** Milliseconds by which this server is ahead of the database; negative when it is behind. Of several tries the one that took least. */
export async function clockOffset(db: Kysely<DB>): Promise<number> {
  let best = { took: Infinity, offset: 0 };
  for (let n = 0; n < TRIES; n++) {
    const begun = performance.now();
    const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db);
    const took = performance.now() - begun;
    const there = (rows[0]?.at.getTime() ?? NaN) + took / 2;
    if (took < best.took) best = { took, offset: Math.round(realNow().getTime() - there) };
  }
  return best.offset;
}

/** Measures, and says in the log when it is too much for "to the second". */
export async function warnOfClock(db: Kysely<DB>, log: Pick<FastifyBaseLogger, 'warn'>): Promise<number> {
  const clockOffsetMs = await clockOffset(db);
  if (Math.abs(clockOffsetMs) > MOST_MS)
    log.warn(
      { clockOffsetMs },
      "this server's clock is not the database's: moments come at another time here",
    );
  return clockOffsetMs;
}
