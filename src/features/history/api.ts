import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { importHistory } from './commands.ts';
import { ImportBody, PlanOut } from './schema.ts';

export async function historyApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/history-imports',
    {
      config: { action: 'service.importHistory' },
      schema: {
        tags: ['editions'],
        summary: 'Look at what a file would change of the years before the service; save what was looked at',
        body: ImportBody,
        response: { 200: PlanOut },
      },
    },
    async (request) => {
      const { plan, saved } = await transact(db, contextOf(request), (unit) =>
        importHistory(unit, request.body),
      );
      return { plan: plan.lines, seen: plan.seen, saved };
    },
  );
}
