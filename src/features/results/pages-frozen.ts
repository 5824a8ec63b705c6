import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendJson } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { pagesOf } from '../editions/queries.ts';
import { frozenFile, frozenResultsOf } from './queries-frozen.ts';
import { frozenPage } from './views-frozen.ts';

const uuid = Type.String({ format: 'uuid' });
const config = { action: 'edition.seeFrozenResult' };

/** The signed result: a page for the chair and an auditor, and the files. */
export async function frozenPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/:editionId/resultat',
    { config, schema: { params: Type.Object({ editionId: uuid }) } },
    async (request, reply) => {
      const { edition, out } = await frozenResultsOf(db, request, request.params.editionId);
      const pages = [...new Set([...pagesOf(edition), 'frozen' as const])];
      return reply.page(frozenPage({ ...out, edition, pages }, request.lang));
    },
  );

  for (const [name, layer] of [
    ['kjerne', 'core'],
    ['fullt', 'full'],
  ] as const)
    app.get(
      `/frosset/:frozenId/${name}.json`,
      { config, schema: { params: Type.Object({ frozenId: uuid }) } },
      async (request, reply) => {
        const { name: file, text } = await frozenFile(db, request, request.params.frozenId, layer);
        return sendJson(reply, file, text); // byte for byte as it was signed
      },
    );
}
