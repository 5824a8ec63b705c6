import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { resendLetter } from './commands.ts';
import { lettersPerPage, outboxOf } from './queries.ts';
import { letterStates } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const tags = ['letters'];
const instant = Type.String({ format: 'date-time' });

const letter = Type.Object({
  id: uuid,
  template: Type.String(),
  language: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  state: letterStates,
  createdAt: instant,
  sentAt: Type.Union([instant, Type.Null()]),
  error: Type.Union([Type.String(), Type.Null()], {
    description: 'What the mail server said, or a reason of our own: interrupted, notMember, outdated.',
  }),
});

export async function correspondenceApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/letters',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'The letters of an edition and what became of them, newest first',
        params: Type.Object({ id: uuid }),
        querystring: Type.Object(
          {
            state: Type.Optional(letterStates),
            page: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 10_000, description: `${lettersPerPage} letters a page` }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ total: Type.Integer(), letters: Type.Array(letter) }) },
      },
    },
    async (request) => {
      const { letters, total } = await outboxOf(db, request, request.params.id, request.query);
      return {
        total,
        letters: letters.map(({ email, created_at, sent_at, ...rest }) => ({
          ...rest,
          to: email,
          createdAt: created_at.toISOString(),
          sentAt: sent_at?.toISOString() ?? null,
        })),
      };
    },
  );

  app.post(
    '/letters/:id/events',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'Send a letter again that failed or may not have arrived',
        params: Type.Object({ id: uuid }),
        body: Type.Object({ type: Type.Literal('resend') }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => resendLetter(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );
}
