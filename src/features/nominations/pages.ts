/** Working on an application: the list of what is left. Its pages are in ../writing. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { overviewOf } from './overview.ts';
import { overviewPage } from './views.ts';

export async function nominationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

  app.get(
    '/soknad/:id',
    { config: { action: 'nomination.readDraft' }, schema: { params } },
    async (request, reply) => {
      const overview = await transact(db, contextOf(request), (unit) => overviewOf(unit, request.params.id));
      return reply.page(overviewPage(overview, request.lang));
    },
  );
}
