import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { findEdition } from '../editions/queries.ts';
import { noteReturned, resendLetter, resendMissing } from './commands.ts';
import { letterOf, lettersPerPage, outboxOf, strayLetters } from './queries.ts';
import { email, letterStates, returnedReason } from './schema.ts';
import { letterPage } from './views-letter.ts';
import { outboxPage } from './views.ts';

const editionId = Type.String({ format: 'uuid' });
const oneLetter = Type.Object({ editionId, letterId: Type.String({ format: 'uuid' }) });
const filter = Type.Object({
  state: Type.Optional(letterStates),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  sendt: Type.Optional(Type.Integer({ minimum: 0 })),
});
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
}

/** The outbox: looking changes nothing, and a letter is sent again only when a person says so. */
export async function correspondencePages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { practice = false } = config;

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
          {
            ...outbox,
            practice,
            strays,
            state,
            page,
            perPage: lettersPerPage,
            resent: sendt,
          },
          request.lang,
        ),
      );
    },
  );

  app.post(
    '/sekretariat/:editionId/brev/send-manglende',
    { config: { action: 'edition.manage' }, schema: { params: Type.Object({ editionId }) } },
    async (request, reply) => {
      const { editionId: id } = request.params;
      const sent = await transact(db, contextOf(request), (unit) => resendMissing(unit, id));
      return seeOther(reply, `/sekretariat/${id}/brev?sendt=${sent}`);
    },
  );

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId: id, letterId }: { editionId: string; letterId: string },
    { input = {}, errors = [] }: Drawn,
  ) => {
    const edition = await findEdition(db, request, id);
    const letter = await letterOf(db, request, letterId, id);
    const view = {
      practice,
      edition,
      letter,
      errors,
      input: (name: string) => inputText(input, name),
    };
    return reply.page(letterPage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/brev/:letterId',
    { config: { action: 'edition.manage' }, schema: { params: oneLetter } },
    (request, reply) => show(request, reply, request.params, {}),
  );

  app.post(
    '/sekretariat/:editionId/brev/:letterId/send',
    { config: { action: 'edition.manage' }, schema: { params: oneLetter } },
    async (request, reply) => {
      const { editionId: id, letterId } = request.params;
      const form = Type.Object({ email: Type.Optional(email) });
      const sent = await submitForm(request, form, ({ email: to }) =>
        transact(db, contextOf(request), (unit) => resendLetter(unit, letterId, to)),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${id}/brev?sendt=1`)
        : show(request, reply.code(sent.status), request.params, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/brev/:letterId/retur',
    { config: { action: 'edition.manage' }, schema: { params: oneLetter } },
    async (request, reply) => {
      const { editionId: id, letterId } = request.params;
      const form = Type.Object({ reason: returnedReason });
      const sent = await submitForm(request, form, ({ reason }) =>
        transact(db, contextOf(request), (unit) => noteReturned(unit, letterId, reason)),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${id}/brev/${letterId}`)
        : show(request, reply.code(sent.status), request.params, sent);
    },
  );
}
