import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { sendCalendar } from '../../platform/http/attachments.ts';
import { problem } from '../../platform/http/problem.ts';
import { seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { juryFrame } from '../../ui/jury-frame.ts';
import { texts } from '../../ui/text/index.ts';
import { findCalibration } from '../ballots/queries-calibration.ts';
import { myBallots } from '../ballots/queries.ts';
import { deadlineCalendar } from './calendar.ts';
import { confirmConfidence } from './commands.ts';
import { saveDeclarations } from './declare-form.ts';
import { withSeen } from './queries-detect.ts';
import { findMySeat, seatView, type MySeat } from './queries.ts';
import { declarationsOf } from './queries-declarations.ts';
import { declarePage } from './views-declare.ts';
import { confidencePage, notSeatedPage, workspacePage } from './views.ts';
import { applicantName } from '../../ui/text/format.ts';

const Confirmation = Type.Object({ accept: Type.Literal('yes') }, { additionalProperties: false });
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
  discovered?: string | undefined;
}

/** The juror's own pages: workspace, confidence, connections. */
export async function juryPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const signedIn = { config: { action: 'signedIn' } };

  app.get('/jury', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat) return reply.page(notSeatedPage(request.lang));
    const sits = seat.confirmed_at !== null && seat.role !== 'deputy';
    const applicants = sits ? await declarationsOf(db, request, { editionId: seat.edition_id }) : [];
    const ballots = sits ? await myBallots(db, request, seat.edition_id) : [];
    const calibration = sits ? await findCalibration(db, request, seat.edition_id) : undefined;
    return reply.page(
      workspacePage(
        {
          ...seat,
          seat: seatView(seat),
          ballots,
          calibration: calibration ?? null,
          now: request.now,
          answered: (request.query as { svart?: string }).svart !== undefined,
          undeclared: applicants.filter(({ standing }) => standing === 'undeclared').length,
          names: applicants
            .filter(({ standing }) => standing === 'undeclared' || standing === 'free')
            .map(({ organisation_name, unit_name }) => applicantName(organisation_name, unit_name)),
        },
        request.lang,
      ),
    );
  });

  app.get('/jury/frist.ics', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat || seat.confirmed_at === null || seat.role === 'deputy') throw problem('not-found');
    const calendar = deadlineCalendar(seat, { baseUrl: config.baseUrl, lang: request.lang });
    return sendCalendar(reply, `etikkprisen-${seat.year}-jury.ics`, calendar);
  });

  app.get('/jury/fortrolighet', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat) return reply.page(notSeatedPage(request.lang));
    return reply.page(confidencePage({ ...seat, seat: seatView(seat) }, request.lang));
  });

  app.post('/jury/fortrolighet', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat) return reply.page(notSeatedPage(request.lang));
    const sent = await submitForm(request, Confirmation, () =>
      transact(db, contextOf(request), (unit) => confirmConfidence(unit, seat.edition_id)),
    );
    if (sent.ok) return seeOther(reply, '/jury');
    return reply
      .code(sent.status)
      .page(confidencePage({ ...seat, seat: seatView(seat), errors: sent.errors }, request.lang));
  });

  app.get('/jury/habilitet', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat) return reply.page(notSeatedPage(request.lang));
    if (!seat.confirmed_at) return seeOther(reply, '/jury/fortrolighet');
    const { lagret, oppdaget } = request.query as { lagret?: string; oppdaget?: string };
    return showDeclarations(request, reply, seat, { saved: lagret !== undefined, discovered: oppdaget });
  });

  async function showDeclarations(
    request: FastifyRequest,
    reply: FastifyReply,
    seat: MySeat,
    { input = {}, errors = [], saved = false, discovered }: Redrawn,
  ): Promise<FastifyReply> {
    const t = texts(request.lang);
    const applicants = await withSeen(db, request, seat.edition_id);
    const { title, lead } = t.jury.declaration;
    return reply.page(
      declarePage(
        {
          action: '/jury/habilitet',
          title,
          lead,
          applicants,
          input: (name) => input[name],
          errors,
          saved,
          discovered,
        },
        (...body) => juryFrame(seatView(seat), '/jury/habilitet', t, ...body),
        request.lang,
      ),
    );
  }

  app.post('/jury/habilitet', signedIn, async (request, reply) => {
    const seat = await findMySeat(db, request);
    if (!seat) return reply.page(notSeatedPage(request.lang));
    const sent = await saveDeclarations(db, request, { editionId: seat.edition_id });
    if (sent.ok) return seeOther(reply, sent.result.all ? '/jury?svart=1' : '/jury/habilitet?lagret=1');
    return showDeclarations(request, reply.code(sent.status), seat, sent);
  });
}
