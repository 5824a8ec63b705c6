import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { reportOf } from './queries.ts';
import { ReportOut } from './schema.ts';

export async function reportApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/report',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags: ['editions'],
        summary:
          'The numbers of a year: applications by kind, county and choice, and what is public of the outcome',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: ReportOut },
      },
    },
    (request) => reportOf(db, request, request.params.id),
  );
}
