import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { confirmDecision } from './commands.ts';
import { juryProtocolOf } from './queries.ts';
import { ConfirmationIn, JuryProtocolOut } from './schema.ts';

export async function juryProtocolApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const shared = {
    tags: ['decisions'],
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    response: { 200: JuryProtocolOut },
  };
  const config = { action: 'edition.readProtocol' };

  app.get(
    '/editions/:id/jury-protocol',
    {
      config,
      schema: {
        ...shared,
        summary:
          'The jury, who was out of what, objections, ballots delivered, decisions and who confirmed them',
      },
    },
    (request) => juryProtocolOf(db, request, request.params.id),
  );

  app.post(
    '/editions/:id/jury-protocol/confirmations',
    {
      config,
      schema: {
        ...shared,
        summary: 'Confirm a decision that one took part in, as the protocol has it',
        body: ConfirmationIn,
      },
    },
    (request) =>
      transact(db, contextOf(request), async (unit) => {
        await confirmDecision(unit, request.params.id, request.body.decisionId);
        return juryProtocolOf(unit.trx, unit, request.params.id);
      }),
  );
}
