import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { fileContact, strikeContact } from './commands.ts';
import { threadOf } from './queries.ts';
import { contactForm } from './schema.ts';
import { applicantThread, officeThread } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const see = { action: 'nomination.seeLetters' };
const file = { action: 'nomination.fileContact' };
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
  isFiled?: boolean;
}

/** The thread of an application: for those who work on it, and for the secretariat, which files what else there was. */
export async function contactPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const here = (id: string) => `/sekretariat/soknad/${id}/kontakt`;

  app.get('/soknad/:id/brev', { config: see, schema: { params } }, async (request, reply) => {
    const thread = await threadOf(db, request, request.params.id);
    if (!thread.row.rel.applicant) throw problem('not-found');
    return reply.page(applicantThread(thread, request.lang));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input = {}, errors = [], isFiled = false }: Drawn,
  ) => {
    const thread = await threadOf(db, request, id);
    if (!thread.mayFile) throw problem('not-found');
    const view = { ...thread, errors, isFiled, input: (name: string) => inputText(input, name) };
    return reply.page(officeThread(view, request.lang));
  };

  app.get(
    '/sekretariat/soknad/:id/kontakt',
    { config: file, schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, request.params.id, { isFiled: request.query.lagret !== undefined }),
  );

  app.post(
    '/sekretariat/soknad/:id/kontakt',
    { config: file, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, contactForm, ({ happened, happenedTime, ...input }) => {
        const moment = readMoment('happened', happened, happenedTime);
        if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
        return transact(db, contextOf(request), (unit) =>
          fileContact(unit, id, { ...input, happenedAt: moment.instant }),
        );
      });
      return sent.ok
        ? seeOther(reply, `${here(id)}?lagret=1`)
        : show(request, reply.code(sent.status), id, sent);
    },
  );

  app.post(
    '/sekretariat/soknad/:id/kontakt/:contactId/stryk',
    { config: file, schema: { params: Type.Object({ id: uuid, contactId: uuid }) } },
    async (request, reply) => {
      const { nominationId } = await transact(db, contextOf(request), (unit) =>
        strikeContact(unit, request.params.contactId),
      );
      return seeOther(reply, here(nominationId));
    },
  );
}
