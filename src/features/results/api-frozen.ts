import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { recordBeacon } from './beacon.ts';
import { frozenFile, frozenResultsOf } from './queries-frozen.ts';
import { FrozenOut } from './schema-frozen.ts';

const uuid = Type.String({ format: 'uuid' });
const tags = ['result'];

export async function frozenApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/frozen-results',
    {
      config: { action: 'edition.seeFrozenResult' },
      schema: {
        tags,
        summary: 'The signed results of a year, with their checksums',
        params: Type.Object({ id: uuid }),
        response: { 200: FrozenOut },
      },
    },
    async (request) => (await frozenResultsOf(db, request, request.params.id)).out,
  );

  for (const layer of ['core', 'full'] as const)
    app.get(
      `/frozen-results/:frozenId/${layer}`,
      {
        config: { action: 'edition.seeFrozenResult' },
        schema: {
          tags,
          summary: layer === 'core' ? 'The lasting core, signed' : 'The full inputs, signed; 404 once erased',
          params: Type.Object({ frozenId: uuid }),
          response: { 200: Type.String({ description: 'A signed document: docs/signed-documents.md' }) },
        },
      },
      async (request, reply) => {
        const { text } = await frozenFile(db, request, request.params.frozenId, layer);
        return reply.type('application/json; charset=utf-8').serializer(asIs).send(text);
      },
    );

  app.post(
    '/editions/:id/lot-beacon',
    {
      config: { action: 'edition.recordBeacon' },
      schema: {
        tags,
        summary: 'Write down the public number that decides a lot, once',
        params: Type.Object({ id: uuid }),
        body: Type.Object(
          { beacon: Type.String({ minLength: 1, maxLength: 300 }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await transact(db, contextOf(request), (unit) => recordBeacon(unit, params.id, body.beacon));
      return reply.code(204).send(null);
    },
  );
}

/** Signed bytes are not written anew. */
const asIs = (text: unknown): string => text as string;
