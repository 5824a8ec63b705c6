import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendPdf } from '../../platform/http/attachments.ts';
import { seeOther } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { drawBooklet } from './booklet.ts';
import { bookletOf } from './queries-booklet.ts';
import { calibrationWaits } from './queries-calibration.ts';
import { printPage } from './views-print.ts';

/** All that one is to judge, on paper: each application with an empty form, marked with whose it is. As a page and as one file. */
export async function printPages(
  app: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const page = '/jury/utskrift';
  const read = { config: { action: 'ballot.read' } };

  /** The seat, or what comes before reading. */
  async function seatOrFirst(request: FastifyRequest) {
    const seat = await mySeat(db, request);
    if (!seat.confirmed_at) return '/jury/fortrolighet';
    if (seat.role === 'deputy') throw problem('not-found');
    if (await calibrationWaits(db, request, seat.edition_id)) return '/jury/eksempel';
    return seat;
  }

  app.get(page, read, async (request, reply) => {
    const seat = await seatOrFirst(request);
    if (typeof seat === 'string') return seeOther(reply, seat);
    const booklet = await bookletOf(db, request, seat);
    return reply.page(printPage({ seat: seatView(seat), booklet }, request.lang));
  });

  app.get(`${page}.pdf`, read, async (request, reply) => {
    const seat = await seatOrFirst(request);
    if (typeof seat === 'string') return seeOther(reply, seat);
    const booklet = await bookletOf(db, request, seat);
    // The page says what is to be done before there is anything to read.
    if (booklet.applications.length === 0) return seeOther(reply, page);
    const pdf = await drawBooklet({ booklet, lang: request.lang, demo: config.mode === 'demo' });
    return sendPdf(reply, `soknadene-${seat.year}.pdf`, pdf);
  });
}
