import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { answerObjection, objectToJury } from './commands.ts';
import { objectionPageOf, objectionsToAnswer } from './queries.ts';
import { answersPage, objectionPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const ObjectionForm = Type.Object(
  {
    about: Type.Union([Type.Literal('jury'), uuid]),
    text: Type.String({ minLength: 1, maxLength: 4000 }),
  },
  { additionalProperties: false },
);
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  done?: boolean;
}

/** The applicant's page of the jury, and the page where objections are answered. */
export async function objectionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const query = Type.Object({ sendt: Type.Optional(Type.String()), lagret: Type.Optional(Type.String()) });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input = {}, errors = [], done = false }: Redrawn,
  ): Promise<FastifyReply> => {
    const page = await objectionPageOf(db, request, id);
    if (!page.row.rel.applicant) throw problem('not-found');
    return reply.page(
      objectionPage({ ...page, errors, done, input: (name) => inputText(input, name) }, request.lang),
    );
  };

  app.get(
    '/soknad/:id/innsigelse',
    { config: { action: 'nomination.object' }, schema: { params, querystring: query } },
    (request, reply) => show(request, reply, request.params.id, { done: request.query.sendt !== undefined }),
  );

  app.post(
    '/soknad/:id/innsigelse',
    { config: { action: 'nomination.object' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, ObjectionForm, ({ about, text }) =>
        transact(db, contextOf(request), (unit) =>
          objectToJury(unit, id, { aboutId: about === 'jury' ? null : about, text }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `/soknad/${id}/innsigelse?sendt=1`)
        : show(request, reply.code(sent.status), id, sent);
    },
  );

  const showAnswers = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], done = false }: Redrawn,
  ): Promise<FastifyReply> => {
    const seat = await mySeat(db, request);
    const objections = await objectionsToAnswer(db, request, seat.edition_id);
    if (!objections.length && !seat.leads) throw problem('auth/forbidden');
    return reply.page(
      answersPage(
        { seat: seatView(seat), objections, errors, done, input: (name) => inputText(input, name) },
        request.lang,
      ),
    );
  };

  app.get(
    '/jury/innsigelser',
    { config: { action: 'nomination.seeObjections' }, schema: { querystring: query } },
    (request, reply) => showAnswers(request, reply, { done: request.query.lagret !== undefined }),
  );

  app.post(
    '/jury/innsigelser/:id',
    { config: { action: 'nomination.answerObjection' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const form = Type.Object(
        {
          [`recused-${id}`]: Type.Optional(Type.Enum(['yes', 'no'])),
          [`reason-${id}`]: Type.Optional(Type.String({ maxLength: 2000 })),
          [`answer-${id}`]: Type.Optional(Type.String({ maxLength: 4000 })),
        },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, form, (given) => {
        const read = given as Record<string, string | undefined>;
        const recused = read[`recused-${id}`];
        return transact(db, contextOf(request), (unit) =>
          answerObjection(unit, id, {
            ...(recused ? { recused: recused === 'yes' } : {}),
            reason: read[`reason-${id}`] ?? '',
            answer: read[`answer-${id}`] ?? '',
          }),
        ).catch(atFieldsOf(id));
      });
      return sent.ok
        ? seeOther(reply, '/jury/innsigelser?lagret=1')
        : showAnswers(request, reply.code(sent.status), sent);
    },
  );
}

/** Errors of the command belong to the fields of this objection's form. */
const atFieldsOf =
  (id: string) =>
  (error: unknown): never => {
    if (error instanceof Problem && error.errors.some(({ field }) => field))
      throw problem(
        'request/invalid',
        {},
        error.errors.map(({ field, message }) => ({ field: `${field}-${id}`, ...(message && { message }) })),
      );
    throw error;
  };
