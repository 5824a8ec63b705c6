import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { instant } from '../../platform/clock.ts';
import { logKinds } from './kinds.ts';
import { editionLog, entriesPerPage } from './queries.ts';
import { detailsOf } from './shown.ts';

const uuid = Type.String({ format: 'uuid' });
const orNull = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()]);

const entry = Type.Object({
  seq: Type.Integer({ description: 'Its number in the chain of the edition' }),
  at: Type.String({ format: 'date-time' }),
  event: Type.String(),
  subjectType: Type.String(),
  subjectId: orNull(uuid),
  subject: orNull(Type.String({ description: 'The name of what it happened to' })),
  actorId: orNull(uuid),
  actorName: Type.String({ description: 'Empty when it has been erased' }),
  from: orNull(Type.String()),
  to: orNull(Type.String()),
  reason: orNull(Type.String()),
  details: Type.Array(
    Type.Object({ field: Type.String(), before: Type.Optional(Type.Unknown()), value: Type.Unknown() }),
    { description: 'What of the event may be told: a date that moved, which publication it was' },
  ),
  requestId: Type.String(),
});

export async function recordsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/log',
    {
      config: { action: 'edition.readLog' },
      schema: {
        tags: ['log'],
        summary: `The log of an edition, newest first, ${entriesPerPage} entries a page`,
        params: Type.Object({ id: uuid }),
        querystring: Type.Object(
          {
            nominationId: Type.Optional(uuid),
            actorId: Type.Optional(uuid),
            kind: Type.Optional(Type.Enum([...logKinds])),
            from: Type.Optional(Type.String({ format: 'date-time' })),
            until: Type.Optional(
              Type.String({ format: 'date-time', description: 'The first instant that is left out' }),
            ),
            before: Type.Optional(
              Type.Integer({
                minimum: 1,
                description: 'Only entries with a lower number: `next` of the page before',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ entries: Type.Array(entry), next: Type.Union([Type.Integer(), Type.Null()]) }),
        },
      },
    },
    async (request) => {
      const { from, until, ...query } = request.query;
      const { entries, next } = await editionLog(db, request, request.params.id, {
        ...query,
        from: from === undefined ? undefined : instant(from),
        until: until === undefined ? undefined : instant(until),
      });
      return {
        next,
        entries: entries.map((found) => ({
          seq: Number(found.seq),
          at: found.at.toISOString(),
          event: found.event,
          subjectType: found.subject_type,
          subjectId: found.subject_id,
          subject: found.subject,
          actorId: found.actor_id,
          actorName: found.actor_name,
          from: found.from_state,
          to: found.to_state,
          reason: found.reason,
          details: detailsOf(`${found.subject_type}.${found.event}`, found.payload).map(
            ({ reading: _, ...detail }) => detail,
          ),
          requestId: found.request_id,
        })),
      };
    },
  );
}
