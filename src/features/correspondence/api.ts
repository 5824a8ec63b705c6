import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { noteReturned, resendLetter, resendMissing } from './commands.ts';
import { letterOf, lettersPerPage, outboxOf, type ListedLetter } from './queries.ts';
import { email, letterStates, returnedReason } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const tags = ['letters'];
const instant = Type.String({ format: 'date-time' });

const listed = {
  id: uuid,
  template: Type.String(),
  language: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  state: letterStates,
  createdAt: instant,
  sentAt: Type.Union([instant, Type.Null()]),
  error: Type.Union([Type.String(), Type.Null()], {
    description:
      'What the mail server or the mail that came back said, or a reason of our own: interrupted, notMember, outdated, gaveUp.',
  }),
  returnedAt: Type.Union([instant, Type.Null()], {
    description: 'When it was written down that it came back',
  }),
};
const letter = Type.Object(listed);
const wholeLetter = Type.Object({
  ...listed,
  nominationId: Type.Union([uuid, Type.Null()]),
  body: Type.Union([Type.String(), Type.Null()], {
    description: 'Null where it holds what lets somebody in',
  }),
});
const asListed = ({ email: to, created_at, sent_at, returned_at, ...rest }: ListedLetter) => ({
  ...rest,
  to,
  createdAt: created_at.toISOString(),
  sentAt: sent_at?.toISOString() ?? null,
  returnedAt: returned_at?.toISOString() ?? null,
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
      return { total, letters: letters.map(asListed) };
    },
  );

  app.post(
    '/editions/:id/letters/events',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'Send again to everybody whose letter did not arrive; never where nobody knows',
        params: Type.Object({ id: uuid }),
        body: Type.Object({ type: Type.Literal('resendMissing') }, { additionalProperties: false }),
        response: { 200: Type.Object({ queued: Type.Integer() }) },
      },
    },
    async (request) => ({
      queued: await transact(db, contextOf(request), (unit) => resendMissing(unit, request.params.id)),
    }),
  );

  app.get(
    '/letters/:id',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'A letter, its text, and what became of it',
        params: Type.Object({ id: uuid }),
        response: { 200: wholeLetter },
      },
    },
    async (request) => {
      const { body, nomination_id: nominationId, ...rest } = await letterOf(db, request, request.params.id);
      return { ...asListed(rest), nominationId, body };
    },
  );

  app.post(
    '/letters/:id/events',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'Send a letter again that failed or may not have arrived, or write down that it came back',
        params: Type.Object({ id: uuid }),
        body: Type.Union([
          Type.Object(
            {
              type: Type.Literal('resend'),
              email: Type.Optional({ ...email, description: 'A right address, for one that did not arrive' }),
            },
            { additionalProperties: false },
          ),
          Type.Object(
            { type: Type.Literal('returned'), reason: returnedReason },
            { additionalProperties: false },
          ),
        ]),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await transact(db, contextOf(request), (unit) =>
        body.type === 'resend'
          ? resendLetter(unit, params.id, body.email)
          : noteReturned(unit, params.id, body.reason),
      );
      return reply.code(204).send(null);
    },
  );
}
