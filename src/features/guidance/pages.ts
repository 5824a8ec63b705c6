/** Help while an application is written: the applicant's page, the draft to those who help, and the lists that lead there. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, readForm, seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { fileFaults } from '../documents/queries.ts';
import { demand as demandEdition, findEdition } from '../editions/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { renderSubmission } from '../nominations/submission.ts';
import { answerHelp, askHelp, closeHelp, endAccess, giveAccess } from './commands.ts';
import {
  accessTo,
  advisersOut,
  adviseeDrafts,
  draftToReadAlong,
  hasDeclared,
  helpFor,
  regions,
  regionsFor,
  waitingForHelp,
} from './queries.ts';
import { HELP_LENGTH } from './schema.ts';
import { helpPage, type Done, type HelpView } from './views.ts';
import { draftsPage, readingPage, waitingPage, type ReadingView } from './views-reading.ts';

const id = Type.String({ format: 'uuid' });
const params = Type.Object({ id });
const accessForm = Type.Object({ give: Type.Optional(id), end: Type.Optional(id) });
const helpForm = Type.Object({
  do: Type.Union([Type.Literal('ask'), Type.Literal('close')]),
  text: Type.Optional(Type.String({ maxLength: HELP_LENGTH })),
});
const answerForm = Type.Object({ text: Type.Optional(Type.String({ maxLength: HELP_LENGTH })) });
const doneOf: Record<string, Done> = { gitt: 'given', avsluttet: 'ended', spurt: 'asked', lukket: 'closed' };

export async function guidancePages(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id/hjelp',
    {
      config: { action: 'nomination.readDraft' },
      schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      showHelp(request, reply, request.params.id, {
        text: '',
        errors: [],
        done: doneOf[request.query.gjort ?? ''] ?? null,
      }),
  );

  app.post(
    '/soknad/:id/hjelp/veileder',
    { config: { action: 'nomination.giveAccess' }, schema: { params } },
    async (request, reply) => {
      const form = readForm(accessForm, request.body);
      if (!form.ok) throw problem('request/invalid', {}, form.errors);
      const { give, end } = form.value;
      await transact(db, contextOf(request), async (unit) => {
        if (give) await giveAccess(unit, request.params.id, give);
        if (end) await endAccess(unit, request.params.id, end);
      });
      return seeOther(reply, `/soknad/${request.params.id}/hjelp?gjort=${give ? 'gitt' : 'avsluttet'}`);
    },
  );

  app.post(
    '/soknad/:id/hjelp/sekretariatet',
    { config: { action: 'nomination.askHelp' }, schema: { params } },
    async (request, reply) => {
      const home = `/soknad/${request.params.id}/hjelp`;
      const sent = await submitForm(request, helpForm, async ({ do: what, text = '' }) => {
        await transact(db, contextOf(request), (unit) =>
          what === 'close' ? closeHelp(unit, request.params.id) : askHelp(unit, request.params.id, text),
        );
        return what === 'close' ? 'lukket' : 'spurt';
      });
      if (sent.ok) return seeOther(reply, `${home}?gjort=${sent.result}#sekretariatet`);
      return showHelp(request, reply.code(sent.status), request.params.id, {
        text: inputText(sent.input, 'text'),
        errors: sent.errors,
        done: null,
      });
    },
  );

  async function showHelp(
    request: FastifyRequest,
    reply: FastifyReply,
    of: string,
    rest: Pick<HelpView, 'text' | 'errors' | 'done'>,
  ): Promise<FastifyReply> {
    const row = await nominationFor(db, request, of, 'readDraft');
    const view = {
      row,
      regions: regionsFor(row, await regions(db)),
      access: await accessTo(db, of),
      out: await advisersOut(db, of),
      requests: await helpFor(db, of),
      open: can(nomination, 'askHelp', row),
      ...rest,
    };
    return reply.page(helpPage(view, request.lang));
  }

  app.get(
    '/soknad/:id/les',
    {
      config: { action: 'nomination.readAlong' },
      schema: { params, querystring: Type.Object({ svart: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      showDraft(request, reply, request.params.id, {
        text: '',
        errors: [],
        done: request.query.svart !== undefined,
      }),
  );

  app.post(
    '/soknad/:id/les',
    { config: { action: 'nomination.answerHelp' }, schema: { params } },
    async (request, reply) => {
      const sent = await submitForm(request, answerForm, ({ text = '' }) =>
        transact(db, contextOf(request), (unit) => answerHelp(unit, request.params.id, text)),
      );
      if (sent.ok) return seeOther(reply, `/soknad/${request.params.id}/les?svart=1`);
      return showDraft(request, reply.code(sent.status), request.params.id, {
        text: inputText(sent.input, 'text'),
        errors: sent.errors,
        done: false,
      });
    },
  );

  async function showDraft(
    request: FastifyRequest,
    reply: FastifyReply,
    of: string,
    rest: Pick<ReadingView, 'text' | 'errors' | 'done'>,
  ): Promise<FastifyReply> {
    const row = await draftToReadAlong(db, request, of);
    const content = await renderSubmission(db, row);
    const asked = can(nomination, 'answerHelp', row) ? await helpFor(db, of) : [];
    const view = {
      row,
      year: (await callOf(db, row.edition_id)).year,
      content,
      faults: await fileFaults(db, files, content.documents),
      request: asked.find(({ closedAt }) => closedAt === null) ?? null,
      declared: await hasDeclared(db, request, of),
      ...rest,
    };
    return reply.page(readingPage(view, request.lang));
  }

  app.get('/veiledning', { config: { action: 'signedIn' } }, async (request, reply) =>
    reply.page(draftsPage(await adviseeDrafts(db, request), request.lang)),
  );

  app.get(
    '/sekretariat/:editionId/hjelp',
    { config: { action: 'edition.manage' }, schema: { params: Type.Object({ editionId: id }) } },
    async (request, reply) => {
      const edition = await findEdition(db, request, request.params.editionId);
      demandEdition(edition, 'manage');
      return reply.page(waitingPage(edition, await waitingForHelp(db, request, edition.id), request.lang));
    },
  );
}
