import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { pagesOf } from '../editions/queries.ts';
import { approveExtension, declineExtension, proposeExtension } from './commands.ts';
import { EXTENSION_REASON_LENGTH } from './schema.ts';
import { extensionsOf } from './queries.ts';
import { extensionsPage, type ExtensionsView } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const proposalForm = Type.Object({
  application: uuid,
  until: Type.String(),
  untilTime: Type.String(),
  reason: Type.String({ minLength: 1, maxLength: EXTENSION_REASON_LENGTH }),
});
const doneBy = { foreslatt: 'proposed', godkjent: 'approved', avslatt: 'declined' } as const;
interface Drawn {
  done?: ExtensionsView['done'];
  input?: FormInput;
  errors?: readonly FormError[];
}

/** Later deadlines of a year: what waits, what was answered, and the form to propose one. */
export async function extensionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ editionId: uuid });
  const here = (editionId: string) => editionHref(editionId, 'deadlines');

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { done = null, input = {}, errors = [] }: Drawn,
  ): Promise<FastifyReply> => {
    const found = await extensionsOf(db, request, editionId);
    const view = {
      ...found,
      pages: pagesOf(found.edition),
      done,
      errors,
      input: (name: string) => inputText(input, name),
    };
    return reply.page(extensionsPage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/frister',
    {
      config: { action: 'edition.seeExtensions' },
      schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) },
    },
    (request, reply) =>
      show(request, reply, request.params.editionId, {
        done: doneBy[request.query.gjort as keyof typeof doneBy] ?? null,
      }),
  );

  app.post(
    '/sekretariat/:editionId/frister',
    { config: { action: 'nomination.proposeExtension' }, schema: { params } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(request, proposalForm, ({ application, until, untilTime, reason }) => {
        const moment = readMoment('until', until, untilTime, { deadline: true });
        if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
        return transact(db, contextOf(request), (unit) =>
          proposeExtension(unit, application, { until: moment.instant, reason }),
        );
      });
      return sent.ok
        ? seeOther(reply, `${here(editionId)}?gjort=foreslatt`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  const answers = {
    godkjenn: { action: 'nomination.approveExtension', command: approveExtension, done: 'godkjent' },
    avsla: { action: 'nomination.declineExtension', command: declineExtension, done: 'avslatt' },
  };
  for (const [path, { action, command, done }] of Object.entries(answers))
    app.post(
      `/sekretariat/:editionId/frister/:id/${path}`,
      { config: { action }, schema: { params: Type.Object({ editionId: uuid, id: uuid }) } },
      async (request, reply) => {
        const { editionId, id } = request.params;
        const sent = await submitForm(request, Type.Object({}), () =>
          transact(db, contextOf(request), (unit) => command(unit, id)),
        );
        return sent.ok
          ? seeOther(reply, `${here(editionId)}?gjort=${done}`)
          : show(request, reply.code(sent.status), editionId, { errors: sent.errors });
      },
    );
}
