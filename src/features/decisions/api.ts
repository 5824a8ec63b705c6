import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { decisionsOf } from './queries.ts';
import { DecisionOut } from './schema.ts';

export async function decisionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/decisions',
    {
      config: { action: 'edition.seeDecisions' },
      schema: {
        tags: ['decisions'],
        summary:
          'What the jury has decided, who took part, and what was retracted. A decision is sent as an event of the edition.',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Object({ decisions: Type.Array(DecisionOut) }) },
      },
    },
    async (request) => ({ decisions: await decisionsOf(db, request, request.params.id) }),
  );
}
