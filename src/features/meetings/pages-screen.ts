import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { screenOf } from './queries-screen.ts';
import { screenPage } from './views-screen.ts';

/** What whoever shares a screen opens. It follows what is written on another machine. */
export async function screenPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/moter/:id/skjerm',
    {
      config: { action: 'edition.seeMeetings' },
      schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      const { id } = request.params;
      return reply.page(screenPage({ id, ...(await screenOf(db, request, id)) }, request.lang));
    },
  );
}
