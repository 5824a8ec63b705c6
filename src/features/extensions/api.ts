import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { approveExtension, declineExtension, proposeExtension } from './commands.ts';
import { extensionsOf } from './queries.ts';
import { ExtensionOut, NewExtension } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];

export async function extensionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/extensions',
    {
      config: { action: 'edition.seeExtensions' },
      schema: {
        tags,
        summary: 'Later deadlines of single applications: proposed, approved and declined',
        params,
        response: { 200: Type.Object({ extensions: Type.Array(ExtensionOut) }) },
      },
    },
    async (request) => {
      const { extensions } = await extensionsOf(db, request, request.params.id);
      return { extensions };
    },
  );

  app.post(
    '/nominations/:id/extensions',
    {
      config: { action: 'nomination.proposeExtension' },
      schema: {
        tags,
        summary: 'Propose a later deadline for one application; somebody else approves it',
        params,
        body: NewExtension,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) => {
      const { until, reason } = request.body;
      const made = await transact(db, contextOf(request), (unit) =>
        proposeExtension(unit, request.params.id, { until: instant(until), reason }),
      );
      return reply.code(201).send(made);
    },
  );

  const answers = { approve: approveExtension, decline: declineExtension };
  for (const [answer, command] of Object.entries(answers))
    app.post(
      `/extensions/:id/${answer}`,
      {
        config: { action: `nomination.${answer}Extension` },
        schema: {
          tags,
          summary:
            answer === 'approve'
              ? 'Approve a later deadline that somebody else proposed'
              : 'Say no to a later deadline, or take it back',
          params,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await transact(db, contextOf(request), (unit) => command(unit, request.params.id));
        return reply.code(204).send(null);
      },
    );
}
