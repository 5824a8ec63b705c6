import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { eraseBehind, keptBehind } from './own-links.ts';
import { ownPath } from './schema-own.ts';
import { erasedPage, keptPage } from './views-own.ts';

const config = { action: 'anyone' };
const params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) });
const tags = ['public'];
/** Nobody is signed in: the link is all that they have. */
const alone = ({ now, id }: FastifyRequest) => ({ actor: systemActor, now, requestId: id });

/** Behind the link of a letter: what is kept of whoever has it, and erasing it. Looking changes nothing. */
export async function ownLinkPages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const HERE = `${ownPath}/:token`;

  app.get(HERE, { config, schema: { params } }, async (request, reply) => {
    const { token } = request.params;
    return reply.page(keptPage({ ...(await keptBehind(db, token)), token }, request.lang));
  });

  app.post(HERE, { config, schema: { params } }, async (request, reply) => {
    const rule = await transact(db, alone(request), (unit) =>
      eraseBehind(unit, settings, request.params.token),
    );
    return reply.page(erasedPage(rule, request.lang));
  });
}

const keptOut = Type.Object({
  rule: Type.Enum(['askers', 'barriers'], { description: 'A question about the call, or a barrier' }),
  email: Type.String(),
  text: Type.String({ description: 'What was asked or told' }),
  at: Type.String({ format: 'date-time' }),
  page: Type.Union([Type.String(), Type.Null()]),
  answer: Type.Union([Type.String(), Type.Null()]),
});

export async function ownLinkApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/own-links/:token',
    {
      config,
      schema: {
        tags,
        summary:
          'What is kept of whoever asked or told without signing in, by the link of the letter with the answer',
        params,
        response: { 200: keptOut },
      },
    },
    async (request) => {
      const { rule, email, text, at, page, answer } = await keptBehind(db, request.params.token);
      return { rule, email, text, at: at.toISOString(), page, answer };
    },
  );

  app.delete(
    '/own-links/:token',
    {
      config,
      schema: {
        tags,
        summary: 'Have it erased: of a question who asked, of a barrier all of it',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, alone(request), (unit) => eraseBehind(unit, settings, request.params.token));
      return reply.code(204).send(null);
    },
  );
}
