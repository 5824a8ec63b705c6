import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import {
  formErrors,
  inputText,
  readForm,
  refusal,
  seeOther,
  submitForm,
  type FormInput,
} from '../../platform/http/forms.ts';
import { demandPerson, formStamp, formStampAgain } from '../../platform/http/open-form.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { openCallOf } from '../call-reminders/commands.ts';
import { pagesOf } from '../editions/queries.ts';
import { answerQuestion, askQuestion, registerQuestion, setAside, takeDown } from './commands.ts';
import { mayRegister, questionOf, questionsOf } from './queries.ts';
import { answerForm, askForm, fromForm, registerForm } from './schema.ts';
import { askPage } from './views-public.ts';
import { questionPage, questionsPage, type Done } from './views.ts';

const anyone = { action: 'anyone' };
const uuid = Type.String({ format: 'uuid' });
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
}

/** The form to ask, for everybody. Looking changes nothing. */
export async function askPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { sessionSecret: secret } = config;
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], sent = false }: Drawn & { sent?: boolean },
  ) => {
    const call = (await openCallOf(db, request.now)) ?? null;
    const stamp = errors.length > 0 ? formStampAgain(secret) : formStamp(secret);
    const view = { call, errors, stamp, sent, input: (name: string) => inputText(input, name) };
    return reply.page(askPage(view, request.lang));
  };

  app.get(
    '/sporsmal',
    { config: anyone, schema: { querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) => show(request, reply, { sent: request.query.gjort === 'sendt' }),
  );

  app.post('/sporsmal', { config: anyone }, async (request, reply) => {
    const { input, ...form } = readForm(askForm, request.body);
    if (!form.ok)
      return show(request, reply.code(422), { input, errors: formErrors(form.errors, request.lang) });
    const { question, email, ...rest } = form.value;
    const context = { actor: systemActor, now: request.now, requestId: request.id };
    try {
      demandPerson(rest, secret);
      await transact(db, context, (unit) =>
        askQuestion(unit, { question, email, language: request.lang, source: request.ip, secret }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 422, 429].includes(error.status)) throw error;
      return show(request, reply.code(error.status), { input, errors: refusal(error, request.lang) });
    }
    return seeOther(reply, '/sporsmal?gjort=sendt');
  });
}

const doneBy: Record<string, Done> = {
  registrert: 'registered',
  besvart: 'answered',
  lagttilside: 'setAside',
  tattned: 'takenDown',
};

/** Where the secretariat answers. */
export async function callQuestionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.answerQuestions' };
  const one = Type.Object({ editionId: uuid, id: uuid });
  const HERE = '/sekretariat/:editionId/sporsmal-og-svar';
  const hrefOf = ({ editionId, id }: { editionId: string; id: string }) =>
    `${editionHref(editionId, 'questions')}/${id}`;

  const year = Type.Object({ editionId: uuid });
  const showAll = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [] }: Drawn,
  ) => {
    const { edition, questions } = await questionsOf(db, request, editionId);
    const view = {
      edition,
      pages: pagesOf(edition),
      questions,
      mayRegister: mayRegister(edition, request.now),
    };
    const given = (name: string) => inputText(input, name);
    return reply.page(questionsPage({ ...view, errors, input: given }, request.lang));
  };

  app.get(HERE, { config, schema: { params: year } }, (request, reply) =>
    showAll(request, reply, request.params.editionId, {}),
  );

  app.post(
    HERE,
    { config: { action: 'edition.registerQuestion' }, schema: { params: year } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(request, registerForm, (given) =>
        transact(db, contextOf(request), (unit) => registerQuestion(unit, editionId, given)),
      );
      return sent.ok
        ? seeOther(reply, `${hrefOf({ editionId, id: sent.result.id })}?gjort=registrert`)
        : showAll(request, reply.code(sent.status), editionId, sent);
    },
  );

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId, id }: { editionId: string; id: string },
    { input = {}, errors = [], done = null }: Drawn & { done?: Done | null },
  ) => {
    const { edition, question } = await questionOf(db, request, id);
    if (edition.id !== editionId) throw problem('not-found');
    const given = (name: string) => (name in input ? inputText(input, name) : undefined);
    const view = { edition, pages: pagesOf(edition), question, done, errors, input: given };
    return reply.page(questionPage(view, request.lang));
  };

  app.get(
    `${HERE}/:id`,
    { config, schema: { params: one, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, request.params, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.post(`${HERE}/:id`, { config, schema: { params: one } }, async (request, reply) => {
    const sent = await submitForm(request, answerForm, (given) =>
      transact(db, contextOf(request), (unit) => answerQuestion(unit, request.params.id, fromForm(given))),
    );
    return sent.ok
      ? seeOther(reply, `${hrefOf(request.params)}?gjort=besvart`)
      : show(request, reply.code(sent.status), request.params, sent);
  });

  const byButton = (
    path: string,
    done: string,
    work: (unit: Unit, id: string, version: number) => Promise<void>,
  ) =>
    app.post(`${HERE}/:id/${path}`, { config, schema: { params: one } }, async (request, reply) => {
      const sent = await submitForm(
        request,
        Type.Object({ version: Type.Integer({ minimum: 0 }) }),
        ({ version }) => transact(db, contextOf(request), (unit) => work(unit, request.params.id, version)),
      );
      return sent.ok
        ? seeOther(reply, `${hrefOf(request.params)}?gjort=${done}`)
        : show(request, reply.code(sent.status), request.params, { errors: sent.errors });
    });
  byButton('legg-til-side', 'lagttilside', setAside);
  byButton('ta-ned', 'tattned', takeDown);
}
