import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { resendLetter } from './commands.ts';
import { lettersPerPage, outboxOf, strayLetters } from './queries.ts';
import { letterStates } from './schema.ts';
import { outboxPage } from './views.ts';

const editionId = Type.String({ format: 'uuid' });
const filter = Type.Object({
  state: Type.Optional(letterStates),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  sendt: Type.Optional(Type.String()),
});

/** The outbox: looking changes nothing, and a letter is sent again only when a person says so. */
export async function correspondencePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/:editionId/brev',
    {
      config: { action: 'edition.manage' },
      schema: { params: Type.Object({ editionId }), querystring: filter },
    },
    async (request, reply) => {
      const { state, page = 1, sendt } = request.query;
      const outbox = await outboxOf(db, request, request.params.editionId, { state, page });
      const strays = await strayLetters(db, request);
      return reply.page(
        outboxPage(
          { ...outbox, strays, state, page, perPage: lettersPerPage, resent: sendt !== undefined },
          request.lang,
        ),
      );
    },
  );

  app.post(
    '/sekretariat/:editionId/brev/:letterId/send',
    {
      config: { action: 'edition.manage' },
      schema: { params: Type.Object({ editionId, letterId: Type.String({ format: 'uuid' }) }) },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => resendLetter(unit, request.params.letterId));
      return seeOther(reply, `/sekretariat/${request.params.editionId}/brev?sendt=1`);
    },
  );
}
