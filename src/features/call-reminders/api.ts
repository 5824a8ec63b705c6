import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { askReminder, confirmReminder, removeReminder } from './commands.ts';
import { AnswerBody, AskBody, token } from './schema.ts';

const tags = ['public'];
const config = { action: 'anyone' };

export async function callReminderApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const alone = <T>(request: FastifyRequest, work: (unit: Unit) => Promise<T>): Promise<T> =>
    transact(db, { actor: systemActor, now: request.now, requestId: request.id }, work);

  app.post(
    '/call-reminders',
    {
      config,
      schema: {
        tags,
        summary: 'Ask to be reminded of the open call; a letter with a link comes first',
        body: AskBody,
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      const { email, language } = request.body;
      const given = {
        email,
        language: language ?? request.lang,
        source: request.ip,
        secret: settings.sessionSecret,
      };
      await alone(request, (unit) => askReminder(unit, given));
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/call-reminders/:token/events',
    {
      config,
      schema: {
        tags,
        summary: 'Say yes to the reminder, or have the address forgotten',
        params: Type.Object({ token }),
        body: AnswerBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await alone(request, (unit) =>
        body.type === 'confirm'
          ? confirmReminder(unit, settings, params.token)
          : removeReminder(unit, settings, params.token),
      );
      return reply.code(204).send(null);
    },
  );
}
