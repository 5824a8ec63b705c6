import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { REASON_LENGTH } from '../nominations/schema.ts';
import { decisionsOf } from './queries.ts';
import { DecisionOut } from './schema.ts';
import { registerWithdrawal } from './withdrawal.ts';

export async function decisionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/decisions',
    {
      config: { action: 'edition.seeDecisions' },
      schema: {
        tags: ['decisions'],
        summary:
          'What the jury has decided, who took part, and what was retracted. A decision is sent as an event of the edition.',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Object({ decisions: Type.Array(DecisionOut) }) },
      },
    },
    async (request) => ({ decisions: await decisionsOf(db, request, request.params.id) }),
  );

  app.post(
    '/nominations/:id/withdrawal',
    {
      config: { action: 'nomination.registerWithdrawal' },
      schema: {
        tags: ['applications'],
        summary: 'Register that an applicant has withdrawn after the nominated are public',
        description: 'A choice of the winner that was made with it among the candidates opens again.',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        body: Type.Object(
          { version: Type.Integer({ minimum: 0 }), reason: Type.String({ maxLength: REASON_LENGTH }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ state: Type.String(), version: Type.Integer() }) },
      },
    },
    async (request) => {
      const { state, version } = await transact(db, contextOf(request), (unit) =>
        registerWithdrawal(unit, request.params.id, request.body),
      );
      return { state, version };
    },
  );
}
