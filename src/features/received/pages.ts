import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import {
  inputText,
  readMoment,
  refusal,
  seeOther,
  submitForm,
  type FormInput,
} from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { acceptedEndings } from '../documents/types.ts';
import { pagesOf } from '../editions/queries.ts';
import { approveReceived } from './approval.ts';
import { declineReceived, registerReceived } from './commands.ts';
import { receiveOriginals } from './originals.ts';
import { findOriginal, oneReceived, receivedOf } from './queries.ts';
import { aboutReceived } from './schema.ts';
import { onePage, receivedPage, type Done } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const registerForm = Type.Object({
  ...aboutReceived,
  partners: Type.Optional(Type.String({ maxLength: 4000 })),
  receivedAt: Type.String(),
  receivedAtTime: Type.String(),
});
const doneBy: Record<string, Done> = {
  registrert: 'registered',
  lagtved: 'attached',
  godkjent: 'approved',
  avvist: 'declined',
};
const query = Type.Object({ gjort: Type.Optional(Type.String()) });
interface Drawn {
  done?: Done | null;
  input?: FormInput;
  errors?: readonly FormError[];
}

/** What came outside of the form: the list, the form to register it, and each of them with its original. */
export async function receivedPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;
  const list = Type.Object({ editionId: uuid });
  const one = Type.Object({ editionId: uuid, id: uuid });
  const hrefOf = (editionId: string, id: string) => `${editionHref(editionId, 'received')}/${id}`;
  const see = { action: 'edition.seeReceived' };

  const showList = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [] }: Drawn,
  ): Promise<FastifyReply> => {
    const found = await receivedOf(db, request, editionId);
    const view = { ...found, pages: pagesOf(found.edition), errors };
    return reply.page(receivedPage({ ...view, input: (name) => inputText(input, name) }, request.lang));
  };
  const showOne = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId, id }: { editionId: string; id: string },
    { done = null, errors = [] }: Drawn,
  ): Promise<FastifyReply> => {
    const found = await oneReceived(db, request, editionId, id);
    const view = { ...found, pages: pagesOf(found.edition), accept: acceptedEndings, done, errors };
    return reply.page(onePage(view, request.lang));
  };

  app.get('/sekretariat/:editionId/mottatt', { config: see, schema: { params: list } }, (request, reply) =>
    showList(request, reply, request.params.editionId, {}),
  );

  app.post(
    '/sekretariat/:editionId/mottatt',
    { config: { action: 'edition.registerReceived' }, schema: { params: list } },
    async (request, reply) => {
      const { editionId } = request.params;
      let id = '';
      const sent = await submitForm(
        request,
        registerForm,
        async ({ receivedAt, receivedAtTime, partners, ...given }) => {
          const moment = readMoment('receivedAt', receivedAt, receivedAtTime);
          if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
          ({ id } = await transact(db, contextOf(request), (unit) =>
            registerReceived(unit, editionId, {
              ...given,
              partners: partners?.split('\n') ?? [],
              receivedAt: moment.instant,
            }),
          ));
        },
      );
      return sent.ok
        ? seeOther(reply, `${hrefOf(editionId, id)}?gjort=registrert`)
        : showList(request, reply.code(sent.status), editionId, sent);
    },
  );

  app.get(
    '/sekretariat/:editionId/mottatt/:id',
    { config: see, schema: { params: one, querystring: query } },
    (request, reply) =>
      showOne(request, reply, request.params, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.post(
    '/sekretariat/:editionId/mottatt/:id/filer',
    { config: { action: 'edition.registerReceived' }, schema: { params: one } },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const atFiles = (why: Problem) =>
        refusal(why, request.lang).map(({ message }) => ({ field: 'files', message }));
      try {
        const { refused } = await receiveOriginals(request, services, id);
        if (refused.length === 0) return seeOther(reply, `${hrefOf(editionId, id)}?gjort=lagtved`);
        reply.code(refused[0]?.status ?? 422);
        return await showOne(request, reply, request.params, { errors: refused.flatMap(atFiles) });
      } catch (error) {
        if (!(error instanceof Problem) || !error.type.startsWith('document/')) throw error;
        return showOne(request, reply.code(error.status), request.params, { errors: atFiles(error) });
      }
    },
  );

  app.get(
    '/sekretariat/:editionId/mottatt/:id/filer/:fileId',
    { config: see, schema: { params: Type.Object({ ...one.properties, fileId: uuid }) } },
    async (request, reply) =>
      sendFile(request, reply, files, await findOriginal(db, request, request.params)),
  );

  app.post(
    '/sekretariat/:editionId/mottatt/:id/godkjenn',
    { config: { action: 'edition.approveReceived' }, schema: { params: one } },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await submitForm(request, Type.Object({}), () =>
        transact(db, contextOf(request), (unit) => approveReceived(unit, services, id)),
      );
      return sent.ok
        ? seeOther(reply, `${hrefOf(editionId, id)}?gjort=godkjent`)
        : showOne(request, reply.code(sent.status), request.params, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/mottatt/:id/avvis',
    { config: { action: 'edition.declineReceived' }, schema: { params: one } },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const gone = await transact(db, contextOf(request), (unit) => declineReceived(unit, id));
      await removeUnreferenced(db, files, gone);
      return seeOther(reply, `${hrefOf(editionId, id)}?gjort=avvist`);
    },
  );
}
