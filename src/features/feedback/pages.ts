import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { feedbackHref } from '../../ui/edition-nav.ts';
import { findEdition } from '../editions/queries.ts';
import { approveFeedback, writeFeedback } from './commands.ts';
import { feedbackFor, feedbacksOf } from './queries.ts';
import { ApprovalIn, FEEDBACK_LENGTH } from './schema.ts';
import { feedbackPage, feedbacksPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
}

/** The applicant's page, and the page where the answers are written and approved. */
export async function feedbackPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const one = { params: Type.Object({ editionId: uuid, id: uuid }) };

  app.get(
    '/soknad/:id/tilbakemelding',
    { config: { action: 'nomination.readFeedback' }, schema: { params: Type.Object({ id: uuid }) } },
    async (request, reply) =>
      reply.page(feedbackPage(await feedbackFor(db, request, request.params.id), request.lang)),
  );

  app.get(
    '/sekretariat/:editionId/tilbakemeldinger',
    {
      config: { action: 'nomination.writeFeedback' },
      schema: { params: Type.Object({ editionId: uuid }) },
    },
    (request, reply) =>
      show(request, reply, request.params.editionId, {
        saved: (request.query as { lagret?: string }).lagret !== undefined,
      }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [], saved = false }: Redrawn,
  ): Promise<FastifyReply> {
    const row = await findEdition(db, request, editionId);
    return reply.page(
      feedbacksPage(
        {
          edition: { id: row.id, year: row.year },
          from: row.feedback_from ?? 'announced',
          figures: row.scoring ? row.applicant_figures : null,
          feedbacks: await feedbacksOf(db, request, row.id),
          saved,
          errors,
          input: (name) => (name in input ? inputText(input, name) : undefined),
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/sekretariat/:editionId/tilbakemeldinger/:id',
    { config: { action: 'nomination.writeFeedback' }, schema: one },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const schema = Type.Object(
        {
          [`body-${id}`]: Type.Optional(Type.String({ maxLength: FEEDBACK_LENGTH })),
          [`version-${id}`]: Type.Integer({ minimum: 0 }),
        },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, schema, (form) => {
        const given = form as Record<string, string | number | undefined>;
        const written = { body: String(given[`body-${id}`] ?? ''), version: Number(given[`version-${id}`]) };
        return transact(db, contextOf(request), (unit) => writeFeedback(unit, id, written));
      });
      return sent.ok
        ? seeOther(reply, `${feedbackHref(editionId)}?lagret=1#s-${id}`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/tilbakemeldinger/:id/godkjenn',
    { config: { action: 'nomination.approveFeedback' }, schema: one },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await submitForm(request, ApprovalIn, ({ version }) =>
        transact(db, contextOf(request), (unit) => approveFeedback(unit, id, version)),
      );
      return sent.ok
        ? seeOther(reply, `${feedbackHref(editionId)}?lagret=1#s-${id}`)
        : show(request, reply.code(sent.status), editionId, { errors: sent.errors });
    },
  );
}
