import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { approveStatement, writeStatement } from './commands.ts';
import { statementOf, statementsOf } from './queries.ts';
import { ApprovalIn, StatementIn, StatementOut } from './schema.ts';

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
}
