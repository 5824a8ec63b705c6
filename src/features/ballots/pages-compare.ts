import type { FastifyInstance } from 'fastify';
import { problem } from '../../platform/http/problem.ts';
import { seeOther } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { calibrationWaits } from './queries-calibration.ts';
import { myBallots, ownGiven, scaleOf, sheetOf } from './queries.ts';
import { comparePage } from './views-compare.ts';

/** One's own scores across the applications, before they are delivered. */
export async function comparePages(
  app: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  app.get('/jury/sammenlign', { config: { action: 'ballot.read' } }, async (request, reply) => {
    const seat = await mySeat(db, request);
    if (!seat.confirmed_at) return seeOther(reply, '/jury/fortrolighet');
    if (seat.role === 'deputy') throw problem('not-found');
    if (await calibrationWaits(db, request, seat.edition_id)) return seeOther(reply, '/jury/eksempel');
    const ballots = await myBallots(db, request, seat.edition_id);
    const [first] = ballots;
    return reply.page(
      comparePage(
        {
          seat: seatView(seat),
          ballots,
          criteria: first ? await sheetOf(db, { id: first.id, edition_id: seat.edition_id }) : [],
          given: await ownGiven(db, request, seat.edition_id),
          scale: await scaleOf(db, seat.edition_id),
        },
        request.lang,
      ),
    );
  });
}
