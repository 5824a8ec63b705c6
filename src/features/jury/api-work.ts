import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { addAffiliation, affiliationsOf, removeAffiliation } from './affiliations.ts';
import { AffiliationOut, NewAffiliation } from './schema.ts';

/** Where one works and sits. */
export async function workApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const uuid = Type.String({ format: 'uuid' });
  const config = { action: 'signedIn' };
  const tags = ['me'];

  app.get(
    '/me/affiliations',
    {
      config,
      schema: {
        tags,
        summary: 'Where I work and sit',
        response: { 200: Type.Object({ affiliations: Type.Array(AffiliationOut) }) },
      },
    },
    async (request) => ({ affiliations: await affiliationsOf(db, request) }),
  );

  app.post(
    '/me/affiliations',
    {
      config,
      schema: {
        tags,
        summary: 'Add a workplace or an office',
        body: NewAffiliation,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await transact(db, contextOf(request), (unit) => addAffiliation(unit, request.body))),
  );

  app.delete(
    '/me/affiliations/:affiliationId',
    {
      config,
      schema: {
        tags,
        summary: 'Remove a workplace or an office',
        params: Type.Object({ affiliationId: uuid }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => removeAffiliation(unit, request.params.affiliationId));
      return reply.code(204).send(null);
    },
  );
}
