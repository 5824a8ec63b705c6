/** What the nominated read when they are told in confidence, and how they answer. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { TObject } from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { inputText, refusal, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { answerNaming, type Changed } from './commands.ts';
import { removeNamed, saveQuote } from './commands-content.ts';
import { receivePicture } from './picture.ts';
import { namingFor, ownPicture } from './queries.ts';
import { AnswerIn, QuoteIn, RemoveIn } from './schema.ts';
import { namingPage, type Done } from './views.ts';

const doneBy: Record<string, Done> = {
  svart: 'answered',
  sitat: 'quote',
  bilde: 'picture',
  fjernet: 'removed',
};
/** What a file that is not taken, or a form that is not whole, gives: the same page again. */
const REDRAWN = new Set([400, 409, 413, 415, 422]);
interface Redrawn {
  done?: Done | null;
  errors?: readonly FormError[];
  input?: FormInput;
}

export async function namingPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;
  const schema = { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) };
  const hrefOf = (id: string) => `/soknad/${id}/fortrolig`;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { done = null, errors = [], input = {} }: Redrawn,
  ): Promise<FastifyReply> => {
    const naming = await namingFor(db, request, id);
    const typed = (name: string) => (name in input ? inputText(input, name) : undefined);
    return reply.page(namingPage({ naming, done, errors, input: typed }, request.lang));
  };

  app.get(
    '/soknad/:id/fortrolig',
    {
      config: { action: 'nomination.readConfidence' },
      schema: { ...schema, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) },
    },
    (request, reply) =>
      show(request, reply, request.params.id, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.get(
    '/soknad/:id/fortrolig/bilde',
    { config: { action: 'nomination.readConfidence' }, schema },
    async (request, reply) =>
      sendFile(request, reply, files, await ownPicture(db, request, request.params.id)),
  );

  /** A form of one step, and where it stands when it is done. */
  const step = async <T extends TObject>(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, form, next }: { id: string; form: T; next: string },
    work: (unit: Unit, given: Type.Static<T>) => Promise<Changed>,
  ): Promise<FastifyReply> => {
    const sent = await submitForm(request, form, (given) =>
      transact(db, contextOf(request), (unit) => work(unit, given)),
    );
    if (!sent.ok) return show(request, reply.code(sent.status), id, sent);
    await removeUnreferenced(db, files, sent.result.removed);
    return seeOther(reply, `${hrefOf(id)}?gjort=${next}`);
  };

  app.post(
    '/soknad/:id/fortrolig/svar',
    { config: { action: 'nomination.answerNaming' }, schema },
    (request, reply) => {
      const { id } = request.params;
      return step(request, reply, { id, form: AnswerIn, next: 'svart' }, (unit, given) =>
        answerNaming(unit, id, given),
      );
    },
  );

  app.post(
    '/soknad/:id/fortrolig/sitat',
    { config: { action: 'nomination.answerNaming' }, schema },
    (request, reply) => {
      const { id } = request.params;
      return step(request, reply, { id, form: QuoteIn, next: 'sitat' }, (unit, given) =>
        saveQuote(unit, id, given),
      );
    },
  );

  app.post(
    '/soknad/:id/fortrolig/fjern',
    { config: { action: 'nomination.removeNamed' }, schema },
    (request, reply) => {
      const { id } = request.params;
      return step(request, reply, { id, form: RemoveIn, next: 'fjernet' }, (unit, given) =>
        removeNamed(unit, id, given, 'readConfidence'),
      );
    },
  );

  app.post(
    '/soknad/:id/fortrolig/bilde',
    { config: { action: 'nomination.answerNaming' }, schema },
    async (request, reply) => {
      const { id } = request.params;
      const fields: Record<string, string> = {};
      try {
        const { removed } = await receivePicture(request, services, id, fields);
        await removeUnreferenced(db, files, removed);
        return seeOther(reply, `${hrefOf(id)}?gjort=bilde`);
      } catch (error) {
        if (!(error instanceof Problem) || !REDRAWN.has(error.status)) throw error;
        const errors = refusal(error, request.lang).map((each) => ({ field: 'files', ...each }));
        return show(request, reply.code(error.status), id, { errors, input: fields });
      }
    },
  );
}
