/** The tools of the demonstration as pages. Registered in demo mode only. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { osloFields, parseOslo } from '../../platform/clock.ts';
import { formErrors, inputText, readForm, seeOther } from '../../platform/http/forms.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { Due } from '../due.ts';
import { beginSession } from '../sign-in/commands.ts';
import { endSession } from '../sign-in/sessions.ts';
import { moveClock } from './commands.ts';
import { clockSetting, jumps, mailbox, mailboxAddresses, personas } from './queries.ts';
import { clockPage, mailboxPage, personasPage } from './views.ts';

const config = { action: 'demo' };
const signInForm = Type.Object({ personId: Type.Optional(Type.String({ format: 'uuid' })) });
const clockForm = Type.Object({
  date: Type.String(),
  time: Type.String(),
  running: Type.Boolean(),
});
const jumpForm = Type.Object({ step: Type.String() });
const count = Type.Optional(Type.Integer({ minimum: 0 }));

export async function devPages(plain: FastifyInstance, { services }: { services: Services }): Promise<void> {
  const { db, clock } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/dev', { config }, async (request, reply) =>
    reply.page(personasPage(await personas(db, request.now), request.lang)),
  );

  app.post('/dev/sign-in', { config }, async (request, reply) => {
    const form = readForm(signInForm, request.body);
    if (!form.ok) throw problem('request/invalid', {}, form.errors);
    const { personId } = form.value;
    const earlier = request.sessionId();
    if (!personId) {
      if (earlier) await endSession(db, earlier);
      return seeOther(reply.session(null), '/');
    }
    const person = await db.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst();
    if (!person) throw problem('not-found');
    const context = { actor: systemActor, now: request.now, requestId: request.id };
    const session = await transact(db, context, (unit) => beginSession(unit, { personId }, earlier));
    return seeOther(reply.session(session), '/min-side');
  });

  app.get(
    '/dev/mailbox',
    {
      config,
      schema: { querystring: Type.Object({ email: Type.Optional(Type.String()) }) },
    },
    async (request, reply) => {
      const { email = '' } = request.query;
      return reply.page(
        mailboxPage(
          { letters: await mailbox(db, email), addresses: await mailboxAddresses(db), email },
          request.lang,
        ),
      );
    },
  );

  const showClock = async (
    reply: FastifyReply,
    given: { date: string; time: string; running: boolean } | null,
    errors: readonly ProblemError[],
    due: Pick<Due, 'closed' | 'published'> | null,
  ) => {
    const { lang } = reply.request;
    const setting = await clockSetting(db);
    const now = await clock.now();
    const { date, time } = given ?? osloFields(now);
    const view = {
      now,
      real: setting === undefined,
      running: given?.running ?? setting?.running ?? true,
      fields: { date, time },
      jumps: await jumps(db),
      errors: formErrors(errors, lang),
      due,
    };
    return reply.code(errors.length ? 422 : 200).page(clockPage(view, lang));
  };
  const moved = (reply: FastifyReply, { closed, published }: Pick<Due, 'closed' | 'published'>) =>
    seeOther(reply, `/dev/clock?closed=${closed}&published=${published}`);

  app.get(
    '/dev/clock',
    {
      config,
      schema: { querystring: Type.Object({ closed: count, published: count }) },
    },
    async (request, reply) => {
      const { closed, published } = request.query;
      return showClock(reply, null, [], closed === undefined ? null : { closed, published: published ?? 0 });
    },
  );

  app.post('/dev/clock', { config }, async (request, reply) => {
    const form = readForm(clockForm, request.body);
    const { input } = form;
    const given = {
      date: inputText(input, 'date'),
      time: inputText(input, 'time'),
      running: inputText(input, 'running') !== '',
    };
    if (!form.ok) return showClock(reply, given, form.errors, null);
    const read = parseOslo(form.value.date, form.value.time);
    if (!read.ok) {
      const { fault } = read;
      return showClock(
        reply,
        given,
        [{ field: fault === 'notDate' ? 'date' : 'time', message: (t) => t.fieldErrors[fault] }],
        null,
      );
    }
    return moved(reply, await moveClock(services, { at: read.instant, running: form.value.running }));
  });

  app.post('/dev/clock/jump', { config }, async (request, reply) => {
    const form = readForm(jumpForm, request.body);
    const jump = form.ok ? (await jumps(db)).find(({ name }) => name === form.value.step) : undefined;
    if (!jump) throw problem('not-found');
    return moved(reply, await moveClock(services, { at: jump.at, running: true }));
  });

  app.post('/dev/clock/reset', { config }, async (_request, reply) =>
    moved(reply, await moveClock(services, null)),
  );
}
