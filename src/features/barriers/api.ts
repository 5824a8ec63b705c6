import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { closeBarrier, tellOfBarrier } from './commands.ts';
import { barriers } from './queries.ts';
import { Barrier, EventBody, TellBody } from './schema.ts';

export async function barrierApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'service.answerBarriers' };

  app.post(
    '/barriers',
    {
      config: { action: 'anyone' },
      schema: {
        tags: ['public'],
        summary: 'Tell of something in the service that one cannot use; the secretariat answers by letter',
        body: TellBody,
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      const { language, ...told } = request.body;
      const from = { source: request.ip, secret: settings.sessionSecret };
      const context = { actor: systemActor, now: request.now, requestId: request.id };
      await transact(db, context, (unit) =>
        tellOfBarrier(unit, { ...told, ...from, language: language ?? request.lang }),
      );
      return reply.code(202).send(null);
    },
  );

  app.get(
    '/barriers',
    {
      config,
      schema: {
        tags: ['service'],
        summary: 'What people could not use, those that wait first',
        response: { 200: Type.Object({ barriers: Type.Array(Barrier) }) },
      },
    },
    async (request) => ({ barriers: await transact(db, contextOf(request), barriers) }),
  );

  app.post(
    '/barriers/:id/events',
    {
      config,
      schema: {
        tags: ['service'],
        summary: 'Answer by letter, or close without one',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        body: EventBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const answer = body.type === 'answer' ? body.answer : null;
      await transact(db, contextOf(request), (unit) => closeBarrier(unit, params.id, answer));
      return reply.code(204).send(null);
    },
  );
}
