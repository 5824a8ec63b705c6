import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { unlockBallot } from './commands-reopen.ts';
import { hashesFor } from './queries-hashes.ts';
import { ballotHistory, ballotsToOpen } from './queries-reopen.ts';
import { scaleOf } from './queries.ts';
import { Opening } from './schema.ts';
import { deliveredBallotPage, deliveredPage, hashesPage } from './views-sealing.ts';

const schema = { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) };

/** What has been delivered: its hashes for the jury, and for the chair the one way to open it again. */
export async function sealingPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/jury/kontrollsummer', { config: { action: 'ballot.read' } }, async (request, reply) => {
    const seat = await mySeat(db, request);
    if (!seat.confirmed_at) return seeOther(reply, '/jury/fortrolighet');
    if (seat.role === 'deputy') throw problem('not-found');
    const hashes = await hashesFor(db, request, seat.edition_id);
    return reply.page(hashesPage({ seat: seatView(seat), hashes }, request.lang));
  });

  const config = { action: 'ballot.unlock' };

  app.get('/jury/leder/vurderinger', { config }, async (request, reply) => {
    const seat = await mySeat(db, request);
    const ballots = await ballotsToOpen(db, request, seat.edition_id);
    if (!seat.leads && ballots.length === 0) throw problem('auth/forbidden');
    const { apnet } = request.query as { apnet?: string };
    return reply.page(
      deliveredPage({ seat: seatView(seat), ballots, done: apnet !== undefined }, request.lang),
    );
  });

  async function show(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    { input = {}, errors = [] }: { input?: FormInput; errors?: FormError[] } = {},
  ): Promise<FastifyReply> {
    const history = await ballotHistory(db, request, request.params.id);
    const seat = await mySeat(db, request, history.ballot.edition_id);
    if (!history.ballot.opens) throw problem('auth/forbidden');
    return reply.page(
      deliveredBallotPage(
        {
          seat: seatView(seat),
          ...history,
          scale: await scaleOf(db, history.ballot.edition_id),
          errors,
          input: (name) => (name in input ? inputText(input, name) : undefined),
        },
        request.lang,
      ),
    );
  }

  app.get('/jury/leder/vurderinger/:id', { config, schema }, (request, reply) => show(request, reply));

  app.post('/jury/leder/vurderinger/:id', { config, schema }, async (request, reply) => {
    const sent = await submitForm(request, Opening, (given) =>
      transact(db, contextOf(request), (unit) => unlockBallot(unit, request.params.id, given)),
    );
    return sent.ok
      ? seeOther(reply, '/jury/leder/vurderinger?apnet=1')
      : show(request, reply.code(sent.status), sent);
  });
}
