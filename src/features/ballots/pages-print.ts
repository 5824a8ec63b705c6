import type { FastifyInstance } from 'fastify';
import { seeOther } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { latestSubmissions } from '../nominations/queries.ts';
import { documentsRead } from '../reading/queries-document.ts';
import { calibrationWaits } from './queries-calibration.ts';
import { myBallots, scaleOf, sheetOf } from './queries.ts';
import { printPage } from './views-print.ts';

/** All that one is to judge, on paper: each application with an empty form, marked with whose it is. */
export async function printPages(
  app: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  app.get('/jury/utskrift', { config: { action: 'ballot.read' } }, async (request, reply) => {
    const seat = await mySeat(db, request);
    if (!seat.confirmed_at) return seeOther(reply, '/jury/fortrolighet');
    if (seat.role === 'deputy') throw problem('not-found');
    if (await calibrationWaits(db, request, seat.edition_id)) return seeOther(reply, '/jury/eksempel');
    const ballots = await myBallots(db, request, seat.edition_id);
    const [first] = ballots;
    const ids = ballots.map(({ nomination_id }) => nomination_id);
    const submissions = await latestSubmissions(db, request, ids);
    const documents = Map.groupBy(
      await documentsRead(db, request, ids),
      ({ nomination_id }) => nomination_id,
    );
    return reply.page(
      printPage(
        {
          seat: seatView(seat),
          year: seat.year,
          me: request.actor?.name || (request.actor?.email ?? ''),
          now: request.now,
          applications: ballots.flatMap((ballot) => {
            const found = submissions.get(ballot.nomination_id);
            return found ? [{ ballot, ...found, read: documents.get(ballot.nomination_id) ?? [] }] : [];
          }),
          criteria: first ? await sheetOf(db, { id: first.id, edition_id: seat.edition_id }) : [],
          scale: await scaleOf(db, seat.edition_id),
        },
        request.lang,
      ),
    );
  });
}
