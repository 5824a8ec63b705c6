import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { findEdition } from '../editions/queries.ts';
import { approveFeedback, writeFeedback } from './commands.ts';
import { feedbackFor, feedbacksOf } from './queries.ts';
import { ApprovalIn, FeedbackIn, FeedbackOut, OfficeFeedback } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['feedback'];

export async function feedbackApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/feedbacks',
    {
      config: { action: 'nomination.writeFeedback' },
      schema: {
        tags,
        summary: 'The answers of the jury to the applicants, as those who write and approve them see them',
        params,
        response: { 200: Type.Object({ feedbacks: Type.Array(OfficeFeedback) }) },
      },
    },
    async (request) => {
      const { id } = await findEdition(db, request, request.params.id);
      return { feedbacks: await feedbacksOf(db, request, id) };
    },
  );

  app.get(
    '/nominations/:id/feedback',
    {
      config: { action: 'nomination.readFeedback' },
      schema: {
        tags,
        summary: 'What the jury says to the applicant; 404 before the outcome is public',
        params,
        response: { 200: FeedbackOut },
      },
    },
    (request) => feedbackFor(db, request, request.params.id),
  );

  app.put(
    '/nominations/:id/feedback',
    {
      config: { action: 'nomination.writeFeedback' },
      schema: {
        tags,
        summary: 'Write the answer to an applicant; an approval falls with the text',
        params,
        body: FeedbackIn,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => writeFeedback(unit, request.params.id, request.body)),
  );

  app.post(
    '/nominations/:id/feedback/approval',
    {
      config: { action: 'nomination.approveFeedback' },
      schema: {
        tags,
        summary: 'Approve the answer as it was read: never the one who wrote it',
        params,
        body: ApprovalIn,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        approveFeedback(unit, request.params.id, request.body.version),
      );
      return reply.code(204).send(null);
    },
  );
}
