import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { PRACTICE_PATH } from '../../platform/practice.ts';
import type { Services } from '../../platform/services.ts';
import { authoriseService } from '../people/commands.ts';
import { makePractice, playPracticeOn, purgePractice } from './commands.ts';
import { practiceView } from './queries.ts';
import { makeBody, playedOut, practiceOut } from './schema.ts';

const tags = ['practice'];
const config = { action: 'service.practise' };

/** Practice editions for programs. Inside of one, `Practice-Authorization` carries the token of the real service. */
export async function practiceApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  const show = async (request: FastifyRequest) => {
    await transact(services.db, contextOf(request), (unit) => authoriseService(unit, 'practise'));
    const { available, run } = await practiceView(services, request);
    return {
      available,
      practice: run && {
        year: run.year,
        madeBy: run.madeBy,
        madeAt: run.madeAt.toISOString(),
        path: PRACTICE_PATH,
      },
    };
  };

  app.get(
    '/practice',
    {
      config,
      schema: { tags, summary: 'The practice edition, if there is one', response: { 200: practiceOut } },
    },
    show,
  );
  app.post(
    '/practice',
    {
      config,
      schema: {
        tags,
        summary: 'Make a practice edition of the setup of an edition',
        description:
          'Invented people apply and sit on its jury. It answers under its `path`, with an API of its own; programs send the ' +
          'token of the real service as `Practice-Authorization: Bearer …`. Its letters go nowhere.',
        body: makeBody,
        response: { 200: practiceOut },
      },
    },
    async (request) => {
      await makePractice(services, contextOf(request), request.body.editionId);
      return show(request);
    },
  );
  app.post(
    '/practice/others',
    {
      config,
      schema: {
        tags,
        summary: 'Let the invented people do what waits for them: send in, confirm, declare, judge',
        response: { 200: playedOut },
      },
    },
    (request) => playPracticeOn(services, contextOf(request)),
  );
  app.delete(
    '/practice',
    {
      config,
      schema: {
        tags,
        summary: 'Purge the practice edition: rows, documents, letters and log. Cannot be undone.',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await purgePractice(services, contextOf(request));
      return reply.code(204).send(null);
    },
  );
}
