import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { moveCeremony } from './commands.ts';
import { ceremonyOf } from './queries.ts';
import { MOVES } from './schema.ts';

const tags = ['ceremony'];
const closed = { additionalProperties: false };
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { action: 'edition.runCeremony' };
const text = Type.String();
const named = Type.Object({ name: text, unit: text, partners: Type.Array(text), statement: text });

const ceremony = Type.Object({
  rehearsal: Type.Boolean(),
  version: Type.Integer(),
  ready: Type.Boolean({
    description: 'The nominated are public, or it is to be announced that there is no award',
  }),
  shows: Type.String({ description: 'start, nominated, before, winner or noAward' }),
  named: Type.Union([named, Type.Null()]),
  announcement: Type.Object({
    state: Type.String({
      description: 'missing, byMoment, waiting (for the press), held, public or takenDown; never who',
    }),
    at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  }),
});

/** What the host's remote control does, for programs. */
export async function ceremonyApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/ceremony',
    {
      config,
      schema: {
        tags,
        summary: 'What the screen of the ceremony shows, and how the winner will come out',
        params,
        querystring: Type.Object({ rehearsal: Type.Optional(Type.Literal('true')) }),
        response: { 200: ceremony },
      },
    },
    async (request) => {
      const rehearsal = request.query.rehearsal === 'true';
      const { slide, announcement, version, ready } = await ceremonyOf(
        db,
        request,
        request.params.id,
        rehearsal,
      );
      return {
        rehearsal,
        version,
        ready,
        shows: slide.shows,
        named: 'one' in slide ? { ...slide.one, partners: [...slide.one.partners] } : null,
        announcement: { state: announcement.state, at: announcement.at?.toISOString() ?? null },
      };
    },
  );

  app.post(
    '/editions/:id/ceremony/moves',
    {
      config,
      schema: {
        tags,
        summary: 'Move the screen; announce, before the winner is shown, is the press that makes it public',
        params,
        body: Type.Object(
          {
            move: Type.Union(MOVES.map((move) => Type.Literal(move))),
            version: Type.Integer({ minimum: 0 }),
            rehearsal: Type.Optional(Type.Boolean({ default: false })),
          },
          closed,
        ),
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async (request) => {
      const { rehearsal = false, ...given } = request.body;
      return transact(db, contextOf(request), (unit) =>
        moveCeremony(unit, request.params.id, { ...given, rehearsal }),
      );
    },
  );
}
