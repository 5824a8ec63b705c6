import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { orderReminder } from './commands.ts';
import { steeredReminders } from './queries.ts';
import { asJson, order, orderTypes, reason, reminderOut } from './schema.ts';

const tags = ['editions'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { action: 'edition.adjust' };

/** What the service will remind of by itself: to see, to stop, to let go at once. */
export async function reminderApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/reminders',
    {
      config,
      schema: {
        tags,
        summary: 'The reminders that are still to come, the nearest first, with whom each would go to now',
        params,
        response: { 200: Type.Object({ reminders: Type.Array(reminderOut) }) },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) => {
        const edition = await findEdition(unit.trx, unit, request.params.id);
        demand(edition, 'adjust');
        return { reminders: (await steeredReminders(unit, edition)).map(asJson) };
      }),
  );

  app.post(
    '/editions/:id/reminders/events',
    {
      config,
      schema: {
        tags,
        summary:
          'Stop a reminder with a reason, let a stopped one go after all, or send the next one at once',
        params,
        body: Type.Object(
          { type: Type.Enum([...orderTypes]), ...order, reason: Type.Optional(reason) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { at, ...given } = request.body;
      await transact(db, contextOf(request), (unit) =>
        orderReminder(unit, request.params.id, { ...given, at: instant(at) }),
      );
      return reply.code(204).send(null);
    },
  );
}
