import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { LANGS } from '../../ui/text/index.ts';
import { embargoedFor } from './queries-embargo.ts';
import { embargoPage } from './views-embargo.ts';

const config = { action: 'edition.readEmbargoed' };

/** What a reader under embargo sees: one page. @throws not-found for everybody else */
export async function embargoPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/embargo',
    { config, schema: { querystring: Type.Object({ sprak: Type.Optional(Type.Enum(LANGS)) }) } },
    async (request, reply) => {
      const years = await embargoedFor(db, request);
      if (years.length === 0) throw problem('not-found');
      return reply.page(embargoPage({ years, shownIn: request.query.sprak ?? request.lang }, request.lang));
    },
  );
}
