import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { editionHref, protocolHref } from '../../ui/edition-nav.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { figuresOf, openJurorFigures, steerRedraws } from './figures.ts';
import { isFrozen } from './queries-frozen.ts';
import { resultOf } from './queries-result.ts';
import { beginRedraws } from './ranges.ts';
import type { Redraws } from './redraws.ts';
import { figuresPage } from './views-figures.ts';
import { resultNotYetPage, resultPage } from './views.ts';

/** The result, after the closing. */
export async function resultPages(
  plain: FastifyInstance,
  { services: { db }, redraws }: { services: Services; redraws: Redraws },
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
      const page = Number(request.query.side ?? 1);
      const { out, edition } = await resultOf(db, request, seat.edition_id, { page, redraws });
      const signed = can(editionResource, 'seeFrozenResult', edition) && (await isFrozen(db, edition.id));
      const view = {
        ...out,
        seat: seatView(seat),
        signedAt: signed ? editionHref(edition.id, 'frozen') : null,
        protocolAt: can(editionResource, 'readProtocol', edition) ? protocolHref(edition.id) : null,
      };
      return reply.page(resultPage(view, request.lang));
    },
  );

  app.get('/jury/resultat/tall', { config }, async (request, reply) => {
    const seat = await mySeat(db, request);
    const figures = await figuresOf(db, request, seat.edition_id, redraws);
    return reply.page(figuresPage({ ...figures, seat: seatView(seat) }, request.lang));
  });

  app.get('/jury/resultat/omtrekk.json', { config }, async (request) => {
    const { edition_id } = await mySeat(db, request);
    return steerRedraws(db, request, edition_id, redraws);
  });

  app.post('/jury/resultat/omtrekk/start', { config }, async (request, reply) => {
    const { edition_id } = await mySeat(db, request);
    await steerRedraws(db, request, edition_id, redraws, ({ analysis }) => beginRedraws(redraws, analysis));
    return seeOther(reply, '/jury/resultat#sikkerhet');
  });

  app.post('/jury/resultat/omtrekk/stopp', { config }, async (request, reply) => {
    const { edition_id } = await mySeat(db, request);
    await steerRedraws(db, request, edition_id, redraws, ({ analysis }) => redraws.stop(analysis.key));
    return seeOther(reply, '/jury/resultat#sikkerhet');
  });

  app.post(
    '/jury/resultat/tall/jurymedlemmer',
    { config: { action: 'edition.seeJurorFigures' } },
    async (request, reply) => {
      const { edition_id } = await mySeat(db, request);
      await transact(db, contextOf(request), (unit) => openJurorFigures(unit, edition_id));
      return seeOther(reply, '/jury/resultat/tall#jurymedlemmer');
    },
  );
}
