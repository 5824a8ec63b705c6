import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { finalist } from './public-api.ts';
import { embargoedFor, type Embargoed } from './queries-embargo.ts';

const embargoed = Type.Object({
  year: Type.Integer(),
  publications: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'finalists or winner' }),
      state: Type.String({ description: 'approved, held (for the press of the ceremony) or published' }),
      release: Type.String({ description: 'moment, approval, or press: publishAt is then the latest' }),
      publishAt: Type.String({ format: 'date-time' }),
      texts: Type.Object({ nb: Type.String(), nn: Type.String() }),
    }),
  ),
  noAward: Type.Boolean(),
  nominated: Type.Array(finalist),
});

/** The same for programs. */
export async function embargoApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/embargo',
    {
      config: { action: 'edition.readEmbargoed' },
      schema: {
        tags: ['publication'],
        summary: 'What has been approved for publication, for a reader under embargo',
        response: { 200: Type.Object({ editions: Type.Array(embargoed) }) },
      },
    },
    async (request) => {
      const years = await embargoedFor(db, request);
      if (years.length === 0) throw problem('not-found');
      return { editions: years.map(asJson) };
    },
  );
}

const asJson = ({ year, publications, outcome }: Embargoed) => ({
  year,
  publications: publications.map(({ row: { kind, release, publish_at, texts }, state }) => ({
    kind,
    state,
    release,
    publishAt: publish_at.toISOString(),
    texts,
  })),
  noAward: outcome?.winner?.noAward ?? false,
  nominated: outcome?.nominated.map((one) => ({ ...one, partners: [...one.partners] })) ?? [],
});
