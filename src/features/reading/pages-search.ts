/** The search page. The same for all; what it finds is what each may read. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { search, searchableYears } from './queries-search.ts';
import { LONGEST_QUERY } from './schema-search.ts';
import { searchPage } from './views-search.ts';

const query = Type.Object({
  q: Type.Optional(Type.String()),
  prisar: Type.Optional(Type.String()),
  side: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});

export async function searchPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sok',
    { config: { action: 'nomination.read' }, schema: { querystring: query } },
    async (request, reply) => {
      const q = (request.query.q ?? '').trim().slice(0, LONGEST_QUERY);
      const years = await searchableYears(db, request);
      const chosen = years.find(({ id }) => id === request.query.prisar);
      const result =
        q === ''
          ? null
          : await search(db, request, { q, editionId: chosen?.id, page: request.query.side ?? 1 });
      return reply.page(searchPage({ q, years, chosen: chosen?.id ?? '', result }, request.lang));
    },
  );
}
