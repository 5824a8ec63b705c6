import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { startFrom } from './commands.ts';
import { earlierOf } from './queries.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];

/** The same as the page, over JSON. */
export async function earlierApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/nominations/:id/earlier',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'Applications of earlier years by the same organisation that the reader worked on',
        params,
        response: {
          200: Type.Array(
            Type.Object({
              id: uuid,
              year: Type.Integer(),
              name: Type.String(),
              unit: Type.String(),
              state: Type.String(),
            }),
          ),
        },
      },
    },
    async (request) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const found = await earlierOf(db, request, row);
      return found.map(({ id, year, organisation_name, unit_name, state }) => ({
        id,
        year,
        name: organisation_name,
        unit: unit_name,
        state,
      }));
    },
  );

  app.post(
    '/nominations/:id/earlier',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Copy the answers of an earlier application into the empty ones of this',
        params,
        body: Type.Object({ from: uuid }, { additionalProperties: false }),
        response: { 200: Type.Object({ copied: Type.Integer(), left: Type.Integer() }) },
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) => startFrom(unit, request.params.id, request.body.from)),
  );
}
