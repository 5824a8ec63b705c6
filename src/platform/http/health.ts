/** For those who run the service: does the process answer, and can it work? */
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { warnOfClock } from '../db/clock-offset.ts';
import type { Services } from '../services.ts';
import { problem } from './problem.ts';

export async function health(app: FastifyInstance, { services }: { services: Pick<Services, 'db'> }) {
  const config = { action: 'public' };
  app.get('/healthz', { config }, async () => ({ ok: true }));
  app.get('/readyz', { config }, async (request) => {
    try {
      await sql`select from editions limit 1`.execute(services.db);
      await warnOfClock(services.db, request.log);
      return { ok: true };
    } catch (error) {
      request.log.warn({ err: error }, 'the database does not answer');
      throw problem('server/unavailable');
    }
  });
}
