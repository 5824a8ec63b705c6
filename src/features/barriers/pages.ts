import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import {
  cameFrom,
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
import { publicHref } from '../../ui/links.ts';
import { LANGS, type Lang } from '../../ui/text/index.ts';
import { closeBarrier, tellOfBarrier } from './commands.ts';
import { barrierOf, barriers } from './queries.ts';
import { barrierPath, closeForm, officePath, tellForm } from './schema.ts';
import { tellPage } from './views-public.ts';
import { barrierPage, barriersPage, type Done } from './views.ts';

interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
}

/** Whoever tells comes from the page that did not work. What lets somebody in by a link is no part of its name. */
function pageBefore(request: FastifyRequest): string {
  const path = (cameFrom(request) ?? '').split('?')[0] ?? '';
  if (path.endsWith(barrierPath)) return '';
  return path.replaceAll(/[^/]{37,}/g, '…').slice(0, 200);
}

/** The form, for everybody, with an address in each language. Looking changes nothing. */
export async function tellPages(plain: FastifyInstance, { services }: { services: Services }): Promise<void> {
  for (const lang of LANGS) await plain.register(tellIn, { services, lang });
}

async function tellIn(
  plain: FastifyInstance,
  { services: { db, config }, lang }: { services: Services; lang: Lang },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { sessionSecret: secret } = config;
  const here = publicHref(lang, barrierPath);
  const anyone = { action: 'anyone' };
  app.addHook('onRequest', async (request) => {
    request.lang = lang;
  });
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = { page: pageBefore(request) }, errors = [], sent = false }: Drawn & { sent?: boolean },
  ) => {
    const stamp = errors.length > 0 ? formStampAgain(secret) : formStamp(secret);
    const view = { errors, stamp, sent, input: (name: string) => inputText(input, name) };
    return reply.publicPage({ ...tellPage(view, lang), lang, path: barrierPath });
  };

  app.get(
    here,
    { config: anyone, schema: { querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    async (request, reply) => show(request, reply, { sent: request.query.gjort === 'sendt' }),
  );

  app.post(here, { config: anyone }, async (request, reply) => {
    const { input, ...form } = readForm(tellForm, request.body);
    if (!form.ok) return show(request, reply.code(422), { input, errors: formErrors(form.errors, lang) });
    const { told, page, email, ...rest } = form.value;
    const context = { actor: systemActor, now: request.now, requestId: request.id };
    try {
      demandPerson(rest, secret);
      await transact(db, context, (unit) =>
        tellOfBarrier(unit, { told, page, email, language: lang, source: request.ip, secret }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || ![422, 429].includes(error.status)) throw error;
      return show(request, reply.code(error.status), { input, errors: refusal(error, lang) });
    }
    return seeOther(reply, `${here}?gjort=sendt`);
  });
}

const doneBy: Record<string, Done> = { besvart: 'answered', lukket: 'closed' };

/** Where the secretariat answers. */
export async function barrierPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'service.answerBarriers' };
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

  app.get(officePath, { config }, async (request, reply) =>
    reply.page(barriersPage(await transact(db, contextOf(request), barriers), request.lang)),
  );

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input = {}, errors = [], done = null }: Drawn & { done?: Done | null },
  ) => {
    const barrier = await transact(db, contextOf(request), (unit) => barrierOf(unit, id));
    return reply.page(
      barrierPage({ barrier, done, errors, input: (name) => inputText(input, name) }, request.lang),
    );
  };

  app.get(
    `${officePath}/:id`,
    { config, schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, request.params.id, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.post(`${officePath}/:id`, { config, schema: { params } }, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, closeForm, async ({ answer, close }) => {
      if (close === undefined && answer === undefined)
        throw problem('request/invalid', {}, [{ field: 'answer', message: (t) => t.fieldErrors.required }]);
      await transact(db, contextOf(request), (unit) =>
        closeBarrier(unit, id, close === undefined ? (answer ?? null) : null),
      );
      return close === undefined ? 'besvart' : 'lukket';
    });
    return sent.ok
      ? seeOther(reply, `${officePath}/${id}?gjort=${sent.result}`)
      : show(request, reply.code(sent.status), id, sent);
  });
}
