import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { fileContact, strikeContact } from './commands.ts';
import { threadOf } from './queries.ts';
import { NewContact, ThreadItem } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['letters'];

export async function contactApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/nominations/:id/thread',
    {
      config: { action: 'nomination.seeLetters' },
      schema: {
        tags,
        summary:
          'Everything written about an application, the newest first; what was filed is for the secretariat alone',
        params,
        response: { 200: Type.Object({ items: Type.Array(ThreadItem) }) },
      },
    },
    async (request) => {
      const { items } = await threadOf(db, request, request.params.id);
      return { items };
    },
  );

  app.post(
    '/nominations/:id/contacts',
    {
      config: { action: 'nomination.fileContact' },
      schema: {
        tags,
        summary: 'File a mail, a call or a note on an application',
        params,
        body: NewContact,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) => {
      const { happenedAt, ...input } = request.body;
      const made = await transact(db, contextOf(request), (unit) =>
        fileContact(unit, request.params.id, { ...input, happenedAt: instant(happenedAt) }),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/contacts/:contactId/strike',
    {
      config: { action: 'nomination.fileContact' },
      schema: {
        tags,
        summary: 'Strike out what was filed by mistake',
        params: Type.Object({ contactId: uuid }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => strikeContact(unit, request.params.contactId));
      return reply.code(204).send(null);
    },
  );
}
