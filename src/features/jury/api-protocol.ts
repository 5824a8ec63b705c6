import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { protocolOf } from './queries-protocol.ts';
import { ProtocolOut } from './schema-protocol.ts';

export async function protocolApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/editions/:id/conflict-protocol',
    {
      config: { action: 'edition.readConflictProtocol' },
      schema: {
        tags: ['jury'],
        summary: 'Who declared what, and what was decided on it; without the free texts',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: ProtocolOut },
      },
    },
    (request) => protocolOf(db, request, request.params.id),
  );
}
