import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { formErrors, inputText, readForm, refusal, seeOther } from '../../platform/http/forms.ts';
import { isOneClick } from '../../platform/http/one-click.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import {
  askReminder,
  confirmReminder,
  nextReminder,
  openCallOf,
  openReminder,
  removeReminder,
} from './commands.ts';
import { answerForm, askForm, token } from './schema.ts';
import { askPage, linkPage } from './views.ts';

const anyone = { action: 'anyone' };
const doneOf = { sendt: 'sent', fjernet: 'removed' } as const;

/** Asking to be reminded of the call, and the link that says yes to it or takes it back. Looking changes nothing. */
export async function callReminderPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const alone = <T>(request: FastifyRequest, work: (unit: Unit) => Promise<T>): Promise<T> =>
    transact(db, { actor: systemActor, now: request.now, requestId: request.id }, work);

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: { email?: string; errors?: readonly FormError[]; done?: 'sent' | 'removed' | null },
  ) => {
    const call = await openCallOf(db, request.now);
    const next = call ? await nextReminder(db, call, request.now) : null;
    return reply.page(
      askPage({ call: call ?? null, next, email: '', errors: [], done: null, ...given }, request.lang),
    );
  };

  app.get(
    '/paminnelse',
    { config: anyone, schema: { querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, { done: doneOf[request.query.gjort as keyof typeof doneOf] ?? null }),
  );

  app.post('/paminnelse', { config: anyone }, async (request, reply) => {
    const form = readForm(askForm, request.body);
    const email = inputText(form.input, 'email');
    if (!form.ok)
      return show(request, reply.code(422), { email, errors: formErrors(form.errors, request.lang) });
    try {
      await alone(request, (unit) =>
        askReminder(unit, {
          email: form.value.email,
          language: request.lang,
          source: request.ip,
          secret: config.sessionSecret,
        }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 429].includes(error.status)) throw error;
      return show(request, reply.code(error.status), { email, errors: refusal(error, request.lang) });
    }
    return seeOther(reply, '/paminnelse?gjort=sendt');
  });

  const byLink = { config: anyone, schema: { params: Type.Object({ token }) } };
  app.get('/paminnelse/:token', byLink, async (request, reply) => {
    const found = await openReminder(db, request.params.token);
    const next = await nextReminder(db, { ...found, id: found.edition_id }, request.now);
    const view = { ...found, next, token: request.params.token };
    return reply.page(linkPage(view, request.lang));
  });

  app.post('/paminnelse/:token', byLink, async (request, reply) => {
    const { token: secret } = request.params;
    if (await isOneClick(request)) {
      await alone(request, (unit) => removeReminder(unit, config, secret));
      return reply.code(204).send();
    }
    const form = readForm(answerForm, request.body);
    if (form.ok && form.value.do === 'remove') {
      await alone(request, (unit) => removeReminder(unit, config, secret));
      return seeOther(reply, '/paminnelse?gjort=fjernet');
    }
    if (form.ok) await alone(request, (unit) => confirmReminder(unit, config, secret));
    return seeOther(reply, `/paminnelse/${secret}`);
  });
}
