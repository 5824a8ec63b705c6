import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { assessmentsOf, resultOf } from './queries-result.ts';
import { assessmentsPage, resultNotYetPage, resultPage } from './views.ts';

/** The result, after the closing. */
export async function resultPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.seeResult' };

  app.get(
    '/jury/resultat',
    {
      config,
      schema: {
        querystring: Type.Object({ side: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' })) }),
      },
    },
    async (request, reply) => {
      const seat = await mySeat(db, request);
      if (!seat.judging_closed_at) return reply.page(resultNotYetPage(seatView(seat), request.lang));
      const result = await resultOf(db, request, seat.edition_id, Number(request.query.side ?? 1));
      return reply.page(resultPage({ ...result, seat: seatView(seat) }, request.lang));
    },
  );

  app.get(
    '/jury/resultat/:id',
    {
      config: { action: 'nomination.seeResult' },
      schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      const assessments = await assessmentsOf(db, request, request.params.id);
      return reply.page(
        assessmentsPage(
          { ...assessments, seat: seatView(await mySeat(db, request, assessments.editionId)) },
          request.lang,
        ),
      );
    },
  );
}
