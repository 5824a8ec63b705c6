/** A publication as the public will see it, with each one's page and picture, in each language; for those who may know it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import { CARD } from '../../platform/pictures/size.ts';
import type { Services } from '../../platform/services.ts';
import { pictureOf } from './picture.ts';
import { previewOf, publicationOf } from './queries.ts';
import { SLUG } from './schema-nominee.ts';
import { previewPage } from './views-preview.ts';

const uuid = Type.String({ format: 'uuid' });
const querystring = Type.Object({
  sprak: Type.Optional(Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')])),
});
const params = Type.Object({ editionId: uuid, id: uuid });
const pictureParams = Type.Object({ ...params.properties, slug: Type.String({ pattern: SLUG }) });

export async function previewPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.seeDecisions' };

  /** @throws not-found, auth/forbidden */
  async function find(request: FastifyRequest, { editionId, id }: { editionId: string; id: string }) {
    const { all, one } = await publicationOf(db, request, editionId, id);
    return { edition: all.edition, one, outcome: await previewOf(db, all, one) };
  }

  app.get(
    '/sekretariat/:editionId/offentliggjoring/:id',
    { config, schema: { params, querystring } },
    async (request, reply) => {
      const shown = { shownIn: request.query.sprak ?? request.lang, picture: CARD };
      return reply.page(previewPage({ ...(await find(request, request.params)), ...shown }, request.lang));
    },
  );

  app.get(
    '/sekretariat/:editionId/offentliggjoring/:id/bilde/:slug',
    { config, schema: { params: pictureParams, querystring } },
    async (request, reply) => {
      const { edition, outcome } = await find(request, request.params);
      const one = outcome.nominated.find(({ slug }) => slug === request.params.slug);
      if (!one) throw problem('not-found');
      return reply
        .type('image/png')
        .send(await pictureOf(one, edition.year, request.query.sprak ?? request.lang));
    },
  );
}
