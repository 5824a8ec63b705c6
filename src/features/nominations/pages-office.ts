/** The requests to join an application, as the secretariat answers them. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { authoriseService } from '../people/commands.ts';
import { answerJoinRequest, openJoinRequests } from './join-requests.ts';
import { requestsPage } from './views-members.ts';

const answerForm = Type.Object({
  request: Type.String({ format: 'uuid' }),
  /** The application that is opened, or no. */
  nomination: Type.Union([Type.Literal('no'), Type.String({ format: 'uuid' })]),
});

export async function nominationOfficePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/foresporsler',
    {
      config: { action: 'service.answerJoinRequests' },
      schema: { querystring: Type.Object({ svart: Type.Optional(Type.String()) }) },
    },
    async (request, reply) => showRequests(request, reply, [], request.query.svart !== undefined),
  );

  app.post(
    '/sekretariat/foresporsler',
    { config: { action: 'service.answerJoinRequests' } },
    async (request, reply) => {
      const sent = await submitForm(request, answerForm, ({ request: id, nomination }) =>
        transact(db, contextOf(request), (unit) =>
          answerJoinRequest(
            unit,
            id,
            nomination === 'no' ? { accept: false } : { accept: true, nominationId: nomination },
          ),
        ),
      );
      if (sent.ok) return seeOther(reply, '/sekretariat/foresporsler?svart=1');
      reply.code(sent.status);
      return showRequests(request, reply, sent.errors, false);
    },
  );

  const showRequests = async (
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly FormError[],
    answered: boolean,
  ) => {
    await transact(db, contextOf(request), (unit) => authoriseService(unit, 'answerJoinRequests'));
    return reply.page(
      requestsPage({ requests: await openJoinRequests(db, request), errors, answered }, request.lang),
    );
  };
}
