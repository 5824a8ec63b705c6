import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { approveStatement, writeStatement } from './commands.ts';
import { commentOn, commentsOn, settleComment } from './comments.ts';
import { statementOf, statementsOf } from './queries.ts';
import {
  ApprovalIn,
  CommentIn,
  CommentOut,
  ResolutionIn,
  RestoreIn,
  StatementIn,
  StatementOut,
  VersionOut,
} from './schema.ts';
import { restoreVersion, versionsOf } from './versions.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['statements'];

export async function statementsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/statements',
    {
      config: { action: 'nomination.seeStatement' },
      schema: {
        tags,
        summary: 'The statements on the nominated',
        params,
        response: { 200: Type.Object({ statements: Type.Array(StatementOut) }) },
      },
    },
    async (request) => ({ statements: await statementsOf(db, request, request.params.id) }),
  );

  app.get(
    '/nominations/:id/statement',
    {
      config: { action: 'nomination.seeStatement' },
      schema: {
        tags,
        summary: 'The statement on one of the nominated',
        params,
        response: { 200: StatementOut },
      },
    },
    (request) => statementOf(db, request, request.params.id),
  );

  app.put(
    '/nominations/:id/statement',
    {
      config: { action: 'nomination.writeStatement' },
      schema: {
        tags,
        summary: 'Write the statement in bokmål and nynorsk; an approval falls with the text',
        params,
        body: StatementIn,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => writeStatement(unit, request.params.id, request.body)),
  );

  app.post(
    '/nominations/:id/statement/approval',
    {
      config: { action: 'nomination.approveStatement' },
      schema: {
        tags,
        summary: 'Approve the statement as it was read',
        params,
        body: ApprovalIn,
        response: { 200: StatementOut },
      },
    },
    (request) =>
      transact(db, contextOf(request), async (unit) => {
        await approveStatement(unit, request.params.id, request.body.version);
        return statementOf(unit.trx, unit, request.params.id);
      }),
  );

  app.get(
    '/nominations/:id/statement/versions',
    {
      config: { action: 'nomination.seeStatement' },
      schema: {
        tags,
        summary: 'Every text that the statement has had, with who wrote it and who approved it',
        params,
        response: { 200: Type.Object({ versions: Type.Array(VersionOut) }) },
      },
    },
    async (request) => ({ versions: await versionsOf(db, request, request.params.id) }),
  );

  app.post(
    '/nominations/:id/statement/restoration',
    {
      config: { action: 'nomination.writeStatement' },
      schema: {
        tags,
        summary: 'Bring back an earlier text as a new version, to be approved anew',
        params,
        body: RestoreIn,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => restoreVersion(unit, request.params.id, request.body)),
  );

  app.get(
    '/nominations/:id/statement/comments',
    {
      config: { action: 'nomination.seeStatementComments' },
      schema: {
        tags,
        summary: 'What the chair and the secretariat say to each other about the statement',
        params,
        response: { 200: Type.Object({ comments: Type.Array(CommentOut) }) },
      },
    },
    async (request) => ({ comments: await commentsOn(db, request, request.params.id) }),
  );

  app.post(
    '/nominations/:id/statement/comments',
    {
      config: { action: 'nomination.commentStatement' },
      schema: {
        tags,
        summary: 'Comment on the text as it stands',
        params,
        body: CommentIn,
        response: { 201: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) =>
            commentOn(unit, request.params.id, request.body.body),
          ),
        ),
  );

  app.put(
    '/nominations/:id/statement/comments/:commentId/resolution',
    {
      config: { action: 'nomination.commentStatement' },
      schema: {
        tags,
        summary: 'Settle a comment, or open it again',
        params: Type.Object({
          id: Type.String({ format: 'uuid' }),
          commentId: Type.String({ format: 'uuid' }),
        }),
        body: ResolutionIn,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, commentId } = request.params;
      await transact(db, contextOf(request), (unit) =>
        settleComment(unit, id, commentId, request.body.resolved),
      );
      return reply.code(204).send(null);
    },
  );
}
