import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, refusal, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { acceptedEndings } from '../documents/types.ts';
import { authoriseService } from '../people/commands.ts';
import { registerOld, setReader, strikeOld } from './commands.ts';
import { findOldFile, oldApplicationOf, oldApplications } from './queries.ts';
import { receiveOld } from './receiving.ts';
import { officePath, oldForm, readerForm } from './schema.ts';
import { oldPage, oldsPage, type Done } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const ofFile = Type.Object({ id: uuid, oldFileId: uuid });
const doneBy: Record<string, Done> = {
  registrert: 'registered',
  lagtved: 'attached',
  leser: 'reader',
  strok: 'struck',
};
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
  done?: Done | null;
}

/** For the secretariat: the list with the form, and each of them with its files. For whoever sent one: its files. */
export async function oldApplicationPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;
  const config = { action: 'service.keepOldApplications' };
  const one = { config, schema: { params } };
  const hrefOf = (id: string, done: string) => `${officePath}/${id}?gjort=${done}`;
  const demand = (request: FastifyRequest) =>
    transact(db, contextOf(request), (unit) => authoriseService(unit, 'keepOldApplications'));

  const showAll = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [] }: Drawn,
  ): Promise<FastifyReply> => {
    await demand(request);
    const view = { found: await oldApplications(db, request), errors };
    return reply.page(oldsPage({ ...view, input: (name) => inputText(input, name) }, request.lang));
  };
  const showOne = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input, errors = [], done = null }: Drawn,
  ): Promise<FastifyReply> => {
    await demand(request);
    const view = { one: await oldApplicationOf(db, request, id), accept: acceptedEndings, errors, done };
    const readerEmail = input && 'readerEmail' in input ? inputText(input, 'readerEmail') : undefined;
    return reply.page(oldPage({ ...view, readerEmail }, request.lang));
  };

  app.get(officePath, { config }, (request, reply) => showAll(request, reply, {}));

  app.post(officePath, { config }, async (request, reply) => {
    const sent = await submitForm(request, oldForm, ({ nominated, ...given }) =>
      transact(db, contextOf(request), (unit) =>
        registerOld(unit, { ...given, nominated: nominated === 'yes' }),
      ),
    );
    return sent.ok
      ? seeOther(reply, hrefOf(sent.result.id, 'registrert'))
      : showAll(request, reply.code(sent.status), sent);
  });

  app.get(
    `${officePath}/:id`,
    { config, schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      showOne(request, reply, request.params.id, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.post(`${officePath}/:id/filer`, one, async (request, reply) => {
    const { id } = request.params;
    const atFiles = (why: Problem) =>
      refusal(why, request.lang).map(({ message }) => ({ field: 'files', message }));
    try {
      const { refused } = await receiveOld(request, services, id);
      if (refused.length === 0) return seeOther(reply, hrefOf(id, 'lagtved'));
      reply.code(refused[0]?.status ?? 422);
      return await showOne(request, reply, id, { errors: refused.flatMap(atFiles) });
    } catch (error) {
      if (!(error instanceof Problem) || !error.type.startsWith('document/')) throw error;
      return showOne(request, reply.code(error.status), id, { errors: atFiles(error) });
    }
  });

  app.post(`${officePath}/:id/leser`, one, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, readerForm, ({ readerEmail }) =>
      transact(db, contextOf(request), (unit) => setReader(unit, id, readerEmail ?? null)),
    );
    return sent.ok
      ? seeOther(reply, hrefOf(id, 'leser'))
      : showOne(request, reply.code(sent.status), id, sent);
  });

  app.post(`${officePath}/:id/stryk`, one, async (request, reply) => {
    const { id } = request.params;
    const gone = await transact(db, contextOf(request), (unit) => strikeOld(unit, services.config, id));
    await removeUnreferenced(db, files, gone);
    return seeOther(reply, hrefOf(id, 'strok'));
  });

  app.get(
    `${officePath}/:id/filer/:oldFileId`,
    { config: { action: 'oldApplication.keep' }, schema: { params: ofFile } },
    async (request, reply) => {
      const { id, oldFileId: fileId } = request.params;
      return sendFile(request, reply, files, await findOldFile(db, request, 'keep', { id, fileId }));
    },
  );

  app.get(
    '/min-side/gamle-soknader/:id/filer/:oldFileId',
    { config: { action: 'oldApplication.readOwn' }, schema: { params: ofFile } },
    async (request, reply) => {
      const { id, oldFileId: fileId } = request.params;
      return sendFile(request, reply, files, await findOldFile(db, request, 'readOwn', { id, fileId }));
    },
  );
}
