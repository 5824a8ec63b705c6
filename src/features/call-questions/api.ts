import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Services } from '../../platform/services.ts';
import { answerQuestion, askQuestion, registerQuestion, setAside, takeDown } from './commands.ts';
import { questionsOf } from './queries.ts';
import { AnswerBody, AskBody, CallQuestion, EventBody, RegisterBody } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

export async function callQuestionApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.answerQuestions' };

  app.post(
    '/call-questions',
    {
      config: { action: 'anyone' },
      schema: {
        tags: ['public'],
        summary: 'Ask about the open call; it is answered in public, and who asked is told to nobody',
        body: AskBody,
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      const { question, email, language } = request.body;
      const given = {
        question,
        email,
        language: language ?? request.lang,
        source: request.ip,
        secret: settings.sessionSecret,
      };
      const context = { actor: systemActor, now: request.now, requestId: request.id };
      await transact(db, context, (unit) => askQuestion(unit, given));
      return reply.code(202).send(null);
    },
  );

  app.get(
    '/editions/:id/call-questions',
    {
      config,
      schema: {
        tags: ['editions'],
        summary: 'Questions about the call as they were asked, those that wait first',
        params,
        response: { 200: Type.Object({ questions: Type.Array(CallQuestion) }) },
      },
    },
    async (request) => {
      const { questions } = await questionsOf(db, request, request.params.id);
      return { questions };
    },
  );

  app.post(
    '/editions/:id/call-questions',
    {
      config: { action: 'edition.registerQuestion' },
      schema: {
        tags: ['editions'],
        summary: 'Write down a question that came by telephone or by mail while the call is open',
        params,
        body: RegisterBody,
        response: { 201: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        registerQuestion(unit, request.params.id, request.body),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/call-questions/:id/answers',
    {
      config,
      schema: {
        tags: ['editions'],
        summary: 'Answer a question in public, or correct the answer as a new version',
        params,
        body: AnswerBody,
        response: { 201: Type.Object({ number: Type.Integer(), version: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        answerQuestion(unit, request.params.id, request.body),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/call-questions/:id/events',
    {
      config,
      schema: {
        tags: ['editions'],
        summary: 'Leave a question unanswered, or take its answer down',
        params,
        body: EventBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { type, version } = request.body;
      const work = type === 'takeDown' ? takeDown : setAside;
      await transact(db, contextOf(request), (unit) => work(unit, request.params.id, version));
      return reply.code(204).send(null);
    },
  );
}
