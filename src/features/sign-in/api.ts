import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { newSecret } from '../../platform/secrets.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { createToken } from '../people/commands.ts';
import { enterByCode, requestSignIn } from './commands.ts';
import { codeBody, signInBody } from './schema.ts';

const tags = ['sign-in'];

/** Signing in from a program: the same letter, and a token for a day instead of a session. */
export async function signInApi(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const alone = <T>(request: FastifyRequest, work: (unit: Unit) => Promise<T>): Promise<T> =>
    transact(db, { actor: systemActor, now: request.now, requestId: request.id }, work);

  app.post(
    '/sign-in',
    {
      config: { action: 'anyone' },
      schema: {
        tags,
        summary: 'Send a letter with a six-digit code; the answer is the same for every address',
        body: signInBody,
        response: {
          202: Type.Object({
            attempt: Type.String({ description: 'Goes with the code: it works nowhere else' }),
          }),
        },
      },
    },
    async (request, reply) => {
      const attempt = newSecret();
      const { email } = request.body;
      await alone(request, (unit) =>
        requestSignIn(unit, config, {
          email,
          returnTo: '/min-side',
          browser: attempt,
          source: request.ip,
          language: request.lang,
        }),
      );
      return reply.code(202).send({ attempt });
    },
  );

  app.post(
    '/sign-in/code',
    {
      config: { action: 'anyone' },
      schema: {
        tags,
        summary: 'Exchange the code for a bearer token that lasts one day',
        body: codeBody,
        response: {
          201: Type.Object({ token: Type.String(), expiresAt: Type.String({ format: 'date-time' }) }),
        },
      },
    },
    async (request, reply) => {
      const { attempt: browser, code } = request.body;
      const entered = await alone(request, (unit) =>
        enterByCode(unit, config, { browser, code, language: request.lang }),
      );
      if (!entered.ok) throw entered.problem;
      const name = texts(request.lang).people.tokens.signInName;
      const { token, expiresAt } = await alone(request, (unit) =>
        createToken(unit, { personId: entered.entry.personId, name, days: 1 }),
      );
      return reply.code(201).send({ token, expiresAt: expiresAt.toISOString() });
    },
  );
}
