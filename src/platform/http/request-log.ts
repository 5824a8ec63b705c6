/** One line a request, when it has been answered: what, how long, and by whom (an id, never a name). */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

export const requestLog = fp(
  async (app: FastifyInstance) => {
    app.addHook('onResponse', (request, reply, done) => {
      const ms = Math.round(reply.elapsedTime);
      const actor = request.actor?.personId ?? undefined;
      request.log.info({ req: request, res: reply, ms, actor }, 'answered');
      done();
    });
  },
  { name: 'request-log', dependencies: ['request-context'] },
);
