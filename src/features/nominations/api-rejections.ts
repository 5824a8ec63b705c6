/** Proposing, approving and declining a rejection, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { rejectionsOf } from './queries-rejections.ts';
import { approveRejection, declineRejection, proposeRejection } from './rejections.ts';
import { NewRejection, RejectionApproval, RejectionOut } from './schema-rejections.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];
const config = { action: 'nomination.reject' } as const;

export async function rejectionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/nominations/:id/rejections',
    {
      config: { action: 'nomination.seeRejections' },
      schema: {
        tags,
        summary: 'Rejections that were proposed of an application, the newest first',
        params,
        response: { 200: Type.Object({ rejections: Type.Array(RejectionOut) }) },
      },
    },
    async (request) => ({
      rejections: await transact(db, contextOf(request), (unit) => rejectionsOf(unit, request.params.id)),
    }),
  );

  app.post(
    '/nominations/:id/rejections',
    {
      config,
      schema: {
        tags,
        summary: 'Propose to reject an application on formal grounds; somebody else approves it',
        params,
        body: NewRejection,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        proposeRejection(unit, request.params.id, request.body),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/rejections/:id/approve',
    {
      config,
      schema: {
        tags,
        summary:
          'Approve a rejection that somebody else proposed: the application is rejected and its people told',
        params,
        body: RejectionApproval,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        approveRejection(unit, request.params.id, request.body.aloneBecause),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/rejections/:id/decline',
    {
      config,
      schema: {
        tags,
        summary: 'Say no to a proposed rejection, or take it back',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => declineRejection(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );
}
