import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { inputText, refusal, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { stack } from '../../ui/components/index.ts';
import { texts } from '../../ui/text/index.ts';
import { guideOf } from '../editions/guide.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { addSeat, changeSeat, fillSeat, removeSeat, vacateSeat } from './commands-seats.ts';
import { saveDeclarations } from './declare-form.ts';
import { withSeen } from './queries-detect.ts';
import { lastHolder, seatsOf } from './queries.ts';
import { Invitation, NewSeat, type SeatOut } from './schema.ts';
import { declarePage } from './views-declare.ts';
import { seatPage, seatsPage } from './views-seats.ts';

const editionId = Type.String({ format: 'uuid' });
const ofEdition = { params: Type.Object({ editionId }) };
const ofSeat = { params: Type.Object({ editionId, seatId: Type.String({ format: 'uuid' }) }) };
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: 'saved' | 'sent' | null;
  /** Of the declarations: the application whose question stands open. */
  discovered?: string | undefined;
}

/** The secretariat's pages of the jury, and its own declarations (HAB-9). */
export async function seatPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.adjust' };

  async function surroundings(
    request: FastifyRequest,
    id: string,
    { input = {}, errors = [], saved = null }: Redrawn,
  ) {
    const row = await findEdition(db, request, id);
    demand(row, 'manage');
    return {
      edition: { id, year: row.year },
      mayChange: can(edition, 'adjust', row),
      errors,
      saved,
      input: (name: string) => inputText(input, name),
    };
  }
  const showAll = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    redrawn: Redrawn,
  ): Promise<FastifyReply> =>
    reply.page(
      seatsPage(
        {
          ...(await surroundings(request, id, redrawn)),
          seats: (await seatsOf(db, request, id)).map(forView),
          guide: await guideOf(db, contextOf(request), id),
        },
        request.lang,
      ),
    );
  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId: id, seatId }: { editionId: string; seatId: string },
    redrawn: Redrawn,
  ): Promise<FastifyReply> {
    const view = await surroundings(request, id, redrawn);
    const seat = (await seatsOf(db, request, id)).find((one) => one.id === seatId);
    if (!seat) throw problem('not-found');
    const last = seat.holder ? undefined : await lastHolder(db, seat, view.edition.year);
    return reply.page(seatPage({ ...view, seat: forView(seat), last }, request.lang));
  }

  app.get(
    '/sekretariat/:editionId/jury',
    { config: { action: 'edition.manage' }, schema: ofEdition },
    async (request, reply) => {
      const { lagret, sendt } = request.query as { lagret?: string; sendt?: string };
      return showAll(request, reply, request.params.editionId, {
        saved: sendt ? 'sent' : lagret ? 'saved' : null,
      });
    },
  );
  app.post('/sekretariat/:editionId/jury', { config, schema: ofEdition }, async (request, reply) => {
    const { editionId: id } = request.params;
    const sent = await submitForm(request, NewSeat, (seat) =>
      transact(db, contextOf(request), (unit) => addSeat(unit, id, seat)),
    );
    return sent.ok
      ? seeOther(reply, `/sekretariat/${id}/jury?lagret=1`)
      : showAll(request, reply.code(sent.status), id, sent);
  });

  app.get('/sekretariat/:editionId/jury/:seatId', { config, schema: ofSeat }, (request, reply) =>
    showOne(request, reply, request.params, {}),
  );
  app.post('/sekretariat/:editionId/jury/:seatId', { config, schema: ofSeat }, async (request, reply) => {
    const { editionId: id, seatId } = request.params;
    // A year that was emptied in the form is taken away.
    const sent = await submitForm(request, NewSeat, ({ termFrom = null, termTo = null, ...change }) =>
      transact(db, contextOf(request), (unit) => changeSeat(unit, seatId, { ...change, termFrom, termTo })),
    );
    return sent.ok
      ? seeOther(reply, `/sekretariat/${id}/jury?lagret=1`)
      : showOne(request, reply.code(sent.status), request.params, sent);
  });
  app.post(
    '/sekretariat/:editionId/jury/:seatId/inviter',
    { config, schema: ofSeat },
    async (request, reply) => {
      const { editionId: id, seatId } = request.params;
      const sent = await submitForm(request, Invitation, (person) =>
        transact(db, contextOf(request), (unit) => fillSeat(unit, seatId, person)),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${id}/jury?sendt=1`)
        : showOne(request, reply.code(sent.status), request.params, sent);
    },
  );
  const act = (path: string, work: (unit: Unit, seatId: string) => Promise<void>) =>
    app.post(
      `/sekretariat/:editionId/jury/:seatId/${path}`,
      { config, schema: ofSeat },
      async (request, reply) => {
        const { editionId: id, seatId } = request.params;
        try {
          await transact(db, contextOf(request), (unit) => work(unit, seatId));
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 409) throw error;
          return showOne(
            request,
            reply.code(409),
            { editionId: id, seatId },
            { errors: refusal(error, request.lang) },
          );
        }
        return seeOther(reply, `/sekretariat/${id}/jury?lagret=1`);
      },
    );
  act('ut', vacateSeat);
  act('fjern', removeSeat);

  const declarePath = (id: string): string => `/sekretariat/${id}/habilitet`;
  const showDeclarations = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input = {}, errors = [], saved = null, discovered }: Redrawn,
  ): Promise<FastifyReply> => {
    demand(await findEdition(db, request, id), 'manage');
    const t = texts(request.lang);
    const { secretariatTitle: title, secretariatLead: lead } = t.jury.declaration;
    const applicants = await withSeen(db, request, id);
    return reply.page(
      declarePage(
        {
          action: declarePath(id),
          words: t.conflicts.office,
          discovered,
          loses: { lead: t.conflicts.secretariatLoses, items: t.conflicts.secretariatLosesItems },
          title,
          lead,
          applicants,
          input: (name) => input[name],
          errors,
          saved: saved !== null,
        },
        stack,
        request.lang,
      ),
    );
  };
  app.get(
    '/sekretariat/:editionId/habilitet',
    { config: { action: 'nomination.declare' }, schema: ofEdition },
    async (request, reply) => {
      const { lagret, oppdaget } = request.query as { lagret?: string; oppdaget?: string };
      return showDeclarations(request, reply, request.params.editionId, {
        saved: lagret ? 'saved' : null,
        discovered: oppdaget,
      });
    },
  );
  app.post(
    '/sekretariat/:editionId/habilitet',
    { config: { action: 'nomination.declare' }, schema: ofEdition },
    async (request, reply) => {
      const { editionId: id } = request.params;
      demand(await findEdition(db, request, id), 'manage');
      const sent = await saveDeclarations(db, request, { editionId: id });
      return sent.ok
        ? seeOther(reply, `${declarePath(id)}?lagret=1`)
        : showDeclarations(request, reply.code(sent.status), id, sent);
    },
  );
}

const forView = ({ holder, calledInAt, ...seat }: SeatOut) => ({
  ...seat,
  calledInAt: calledInAt ? instant(calledInAt) : null,
  holder: holder && {
    ...holder,
    invitedAt: instant(holder.invitedAt),
    confirmedAt: holder.confirmedAt ? instant(holder.confirmedAt) : null,
  },
});
