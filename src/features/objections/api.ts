import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { answerObjection, objectToJury } from './commands.ts';
import { objectionPageOf, objectionsToAnswer } from './queries.ts';
import { JuryObjectionOut, NewAnswer, NewObjection, ObjectionOut } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['jury'];

export async function objectionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/nominations/:id/objections',
    {
      config: { action: 'nomination.object' },
      schema: {
        tags,
        summary: 'Who judges my application, until when I can object, and what was answered',
        params,
        response: {
          200: Type.Object({
            until: Type.String({ format: 'date-time' }),
            open: Type.Boolean(),
            jury: Type.Array(
              Type.Object({
                personId: uuid,
                name: Type.String(),
                organisation: Type.String(),
                role: Type.String(),
              }),
            ),
            objections: Type.Array(ObjectionOut),
          }),
        },
      },
    },
    async (request) => {
      const { until, open, jury, objections } = await objectionPageOf(db, request, request.params.id);
      return { until: until.toISOString(), open, jury, objections };
    },
  );

  app.post(
    '/nominations/:id/objections',
    {
      config: { action: 'nomination.object' },
      schema: {
        tags,
        summary: 'Object to a juror, or to the jury',
        params,
        body: NewObjection,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) =>
            objectToJury(unit, request.params.id, request.body),
          ),
        ),
  );

  app.get(
    '/editions/:id/objections',
    {
      config: { action: 'nomination.seeObjections' },
      schema: {
        tags,
        summary: 'Objections that I answer, or have been answered',
        params,
        response: { 200: Type.Object({ objections: Type.Array(JuryObjectionOut) }) },
      },
    },
    async (request) => ({ objections: await objectionsToAnswer(db, request, request.params.id) }),
  );

  app.post(
    '/objections/:id/answer',
    {
      config: { action: 'nomination.answerObjection' },
      schema: {
        tags,
        summary: 'Answer an objection, with a reason; about one juror it decides on the conflict, too',
        params,
        body: NewAnswer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        answerObjection(unit, request.params.id, request.body),
      );
      return reply.code(204).send(null);
    },
  );
}
