import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { describe } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { approveReceived } from './approval.ts';
import { declineReceived, registerReceived } from './commands.ts';
import { receiveOriginals } from './originals.ts';
import { findOriginal, receivedOf } from './queries.ts';
import { NewReceived, ReceivedOut } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];
const refusal = Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() });

/** Applications that came outside of the form. */
export async function receivedApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;

  app.get(
    '/editions/:id/received',
    {
      config: { action: 'edition.seeReceived' },
      schema: {
        tags,
        summary: 'Applications that came by post, by mail or too late',
        params,
        response: { 200: Type.Object({ received: Type.Array(ReceivedOut) }) },
      },
    },
    async (request) => ({ received: (await receivedOf(db, request, request.params.id)).received }),
  );

  app.post(
    '/editions/:id/received',
    {
      config: { action: 'edition.registerReceived' },
      schema: {
        tags,
        summary: 'Register an application that came outside of the form',
        description: 'Attach the original next. It counts as sent in once somebody else has approved it.',
        params,
        body: NewReceived,
        response: { 201: params },
      },
    },
    async (request, reply) => {
      const { receivedAt, ...rest } = request.body;
      const made = await transact(db, contextOf(request), (unit) =>
        registerReceived(unit, request.params.id, { ...rest, receivedAt: instant(receivedAt) }),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/received/:id/files',
    {
      config: { action: 'edition.registerReceived' },
      schema: {
        tags,
        summary: 'Attach the original (multipart/form-data)',
        consumes: ['multipart/form-data'],
        params,
        response: { 201: Type.Object({ added: Type.Integer(), refused: Type.Array(refusal) }) },
      },
    },
    async (request, reply) => {
      const { added, refused } = await receiveOriginals(request, services, request.params.id);
      if (added === 0 && refused[0]) throw refused[0];
      const views = refused.map((why) => describe(why, request.lang));
      return reply.code(201).send({
        added,
        refused: views.map(({ type, title, detail }) => ({ type, title, detail })),
      });
    },
  );

  app.get(
    '/received/:id/files/:fileId',
    {
      config: { action: 'edition.seeReceived' },
      schema: { tags, summary: 'A file of the original', params: Type.Object({ id: uuid, fileId: uuid }) },
    },
    async (request, reply) => {
      const { id, fileId } = request.params;
      return sendFile(request, reply, files, await findOriginal(db, request, { id, fileId }));
    },
  );

  app.post(
    '/received/:id/approve',
    {
      config: { action: 'edition.approveReceived' },
      schema: {
        tags,
        summary: 'Approve what somebody else registered: it becomes an application that is sent in',
        params,
        response: { 200: Type.Object({ nominationId: uuid }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => approveReceived(unit, services, request.params.id)),
  );

  app.post(
    '/received/:id/decline',
    {
      config: { action: 'edition.declineReceived' },
      schema: {
        tags,
        summary: 'Do not take it in; its files are deleted',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const gone = await transact(db, contextOf(request), (unit) => declineReceived(unit, request.params.id));
      await removeUnreferenced(db, files, gone);
      return reply.code(204).send(null);
    },
  );
}
