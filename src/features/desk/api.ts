import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { ownBallot } from '../ballots/queries.ts';
import { demandSamePerson, signedInAs } from '../writing/same-person.ts';
import { keepPlace } from './commands.ts';
import { placeOf } from './queries.ts';
import { PlaceIn, PlaceOut } from './schema.ts';

/** Where a juror is in the text of an application. */
export async function deskApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
  const config = { action: 'ballot.read' };
  const tags = ['ballots'];

  app.get(
    '/nominations/:id/reading-place',
    {
      config,
      schema: {
        tags,
        summary: 'Where I am in the text of an application; nobody else learns it',
        params,
        response: { 200: PlaceOut },
      },
    },
    async (request) => {
      const row = await ownBallot(db, request, { nominationId: request.params.id });
      return { place: await placeOf(db, row) };
    },
  );

  app.put(
    '/nominations/:id/reading-place',
    {
      config,
      schema: {
        tags,
        summary: 'Keep where I am in the text of an application',
        params,
        headers: signedInAs,
        body: PlaceIn,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      demandSamePerson(request);
      await transact(db, contextOf(request), (unit) =>
        keepPlace(unit, request.params.id, request.body.place),
      );
      return reply.code(204).send(null);
    },
  );
}
