import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { answerScore, proposeScore } from './agreed.ts';
import { uuid } from './schema.ts';
import { AnswerIn, ProposalIn } from './schema-agreed.ts';

const params = Type.Object({ id: uuid });
const tags = ['result'];

/** Read with the assessments of an application. */
export async function agreedApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/ballots/:id/agreed-scores',
    {
      config: { action: 'ballot.proposeScore' },
      schema: {
        tags,
        summary:
          'Propose, at the meeting, that a juror’s score counts otherwise; the juror has to confirm it',
        params,
        body: ProposalIn,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) =>
            proposeScore(unit, request.params.id, request.body),
          ),
        ),
  );

  app.post(
    '/agreed-scores/:id/answer',
    {
      config: { action: 'ballot.answerScore' },
      schema: {
        tags,
        summary:
          'Confirm or decline what was proposed about one’s own score, or take back what one has proposed',
        params,
        body: AnswerIn,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        answerScore(unit, request.params.id, request.body.answer),
      );
      return reply.code(204).send(null);
    },
  );
}
