/** For those who run the service: does the process answer, and can it work? */
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { warnOfClock } from '../db/clock-offset.ts';
import type { Services } from '../services.ts';
import { problem } from './problem.ts';

const CLOCK_EVERY_MS = 60_000;

export async function health(app: FastifyInstance, { services }: { services: Pick<Services, 'db'> }) {
  const config = { action: 'public' };
  let clockAskedAt = -Infinity;
  app.get('/healthz', { config }, async () => ({ ok: true }));
  app.get('/readyz', { config }, async (request) => {
    try {
      await sql`select from editions limit 1`.execute(services.db);
      // Whoever asks all the time does not make us ask the database as often.
      if (performance.now() - clockAskedAt > CLOCK_EVERY_MS) {
        clockAskedAt = performance.now();
        await warnOfClock(services.db, request.log);
      }
      return { ok: true };
    } catch (error) {
      request.log.warn({ err: error }, 'the database does not answer');
      throw problem('server/unavailable');
    }
  });
}
