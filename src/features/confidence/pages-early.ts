import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import type { Services } from '../../platform/services.ts';
import { pagesOf } from '../editions/queries.ts';
import { earlyReadersOf } from './queries-early.ts';
import { earlyReadersPage } from './views-early.ts';

/** Who can see the outcome early: for the secretariat, the chair and an auditor. */
export async function earlyReaderPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/sekretariat/:editionId/innsyn',
    {
      config: { action: 'edition.seeEarlyReaders' },
      schema: { params: Type.Object({ editionId: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      const { edition, readers } = await earlyReadersOf(db, request, request.params.editionId);
      return reply.page(
        earlyReadersPage(
          {
            edition,
            readers,
            pages: pagesOf(edition),
            mayGive: can(editionResource, 'giveLimitedRoles', edition),
          },
          request.lang,
        ),
      );
    },
  );
}
