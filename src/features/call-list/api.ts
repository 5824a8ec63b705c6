import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { addRecipients, emptyList, eraseRecipient, removeRecipient, unsubscribe } from './commands.ts';
import { listOf } from './queries.ts';
import { AddedOut, ListBody, Recipient } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['letters'];

export async function callListApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.writeLetters' };

  app.get(
    '/editions/:id/call-list',
    {
      config,
      schema: {
        tags,
        summary: 'The list that the call is sent to; forgotten when the call closes',
        params,
        response: { 200: Type.Object({ recipients: Type.Array(Recipient) }) },
      },
    },
    async (request) => {
      const { recipients } = await listOf(db, request, request.params.id);
      return { recipients };
    },
  );

  app.post(
    '/editions/:id/call-list',
    {
      config,
      schema: {
        tags,
        summary: 'Add to the list; nobody comes twice, nor against their will',
        params,
        body: ListBody,
        response: { 201: AddedOut },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        addRecipients(unit, request.params.id, request.body.recipients),
      );
      return reply.code(201).send(made);
    },
  );

  app.delete(
    '/editions/:id/call-list',
    { config, schema: { tags, summary: 'Empty the list', params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => emptyList(unit, settings, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/call-recipients/:recipientId',
    {
      config,
      schema: {
        tags,
        summary: 'Take one off the list, address and all',
        params: Type.Object({ recipientId: Type.String({ format: 'uuid' }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        removeRecipient(unit, settings, request.params.recipientId),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/call-list/:token/events',
    {
      config: { action: 'anyone' },
      schema: {
        tags: ['public'],
        summary: 'Want no more letters about the call, or have the address erased, by the link of one',
        params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) }),
        body: Type.Object(
          {
            type: Type.Enum(['unsubscribe', 'erase'], {
              description: '`erase` takes the address away, too; then another list may bring it back',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const context = { actor: systemActor, now: request.now, requestId: request.id };
      const answer = request.body.type === 'erase' ? eraseRecipient : unsubscribe;
      await transact(db, context, (unit) => answer(unit, settings, request.params.token));
      return reply.code(204).send(null);
    },
  );
}
