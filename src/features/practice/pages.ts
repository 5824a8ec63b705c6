/** The page on which a practice edition is made, entered and purged; and the door to it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { toSignIn } from '../../platform/http/actions.ts';
import { wantsJson } from '../../platform/http/errors.ts';
import { pageAsked, seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import { PRACTICE_PATH } from '../../platform/practice.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { authoriseService } from '../people/commands.ts';
import { makePractice, playPracticeOn, purgePractice } from './commands.ts';
import { practiceRun, practiceView } from './queries.ts';
import { makeBody, type PlayedOut } from './schema.ts';
import { practicePage } from './views.ts';

const config = { action: 'service.practise' };
const count = Type.Optional(Type.Integer({ minimum: 0 }));
const playedQuery = { sent: count, confirmed: count, declared: count, delivered: count };

export async function practicePages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = services;
  const authorise = (request: FastifyRequest) =>
    transact(db, contextOf(request), (unit) => authoriseService(unit, 'practise'));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    given: { errors?: readonly FormError[]; played?: PlayedOut; done?: 'made' | 'purged' },
  ): Promise<FastifyReply> {
    await authorise(request);
    const view = await practiceView(services, request);
    return reply.page(practicePage({ ...view, ...given, errors: given.errors ?? [] }, request.lang));
  }

  app.get(
    PRACTICE_PATH,
    {
      config,
      schema: {
        querystring: Type.Object({
          gjort: Type.Optional(Type.Union([Type.Literal('made'), Type.Literal('purged')])),
          ...playedQuery,
        }),
      },
    },
    async (request, reply) => {
      const { gjort, sent, confirmed = 0, declared = 0, delivered = 0 } = request.query;
      return show(request, reply, {
        ...(gjort ? { done: gjort } : {}),
        ...(sent === undefined ? {} : { played: { sent, confirmed, declared, delivered } }),
      });
    },
  );

  app.post(PRACTICE_PATH, { config }, async (request, reply) => {
    const sent = await submitForm(request, makeBody, ({ editionId }) =>
      makePractice(services, contextOf(request), editionId),
    );
    return sent.ok
      ? seeOther(reply, `${PRACTICE_PATH}?gjort=made`)
      : show(request, reply.code(sent.status), sent);
  });

  app.post(`${PRACTICE_PATH}-videre`, { config }, async (request, reply) => {
    const sent = await submitForm(request, Type.Object({}), () =>
      playPracticeOn(services, contextOf(request)),
    );
    if (!sent.ok) return show(request, reply.code(sent.status), sent);
    const counts = Object.entries(sent.result).map(([name, n]) => [name, String(n)]);
    return seeOther(reply, `${PRACTICE_PATH}?${new URLSearchParams(counts)}`);
  });

  const purgeForm = Type.Object({ sure: Type.Literal('yes') });
  app.post(`${PRACTICE_PATH}-slett`, { config }, async (request, reply) => {
    const sent = await submitForm(request, purgeForm, () => purgePractice(services, contextOf(request)));
    return sent.ok
      ? seeOther(reply, `${PRACTICE_PATH}?gjort=purged`)
      : show(request, reply.code(sent.status), sent);
  });

  // Whatever is asked of the practice: answered by the service inside this one, for those who may practise. Before the body is read.
  app.all(
    `${PRACTICE_PATH}/*`,
    {
      config: { ...config, practice: true },
      onRequest: async (request, reply) => {
        if (!request.actor) {
          if (wantsJson(request)) throw problem('auth/required');
          return toSignIn(reply, pageAsked(request, PRACTICE_PATH));
        }
        await authorise(request);
        const { practice } = services;
        if (!practice || !(await practiceRun(services))) {
          await practice?.rest();
          if (wantsJson(request)) throw problem('practice/none');
          return seeOther(reply, PRACTICE_PATH);
        }
        reply.hijack();
        request.raw.url = request.url.slice(PRACTICE_PATH.length);
        await practice.answer(request.raw, reply.raw);
        return reply;
      },
    },
    async () => {
      throw problem('not-found');
    },
  );
}
