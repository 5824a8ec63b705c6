/** The answers for machines, kept as the pages are. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { keepAnswers } from '../publication/kept-answers.ts';
import { publicYear } from '../publication/public-queries.ts';
import { publicAnswers } from './queries.ts';
import { PublicAnswer } from './schema.ts';

export async function callAnswerApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  keepAnswers(plain, db);

  app.get(
    '/public/editions/:year/answers',
    {
      config: { action: 'public' },
      schema: {
        tags: ['public'],
        summary: 'What has been asked and answered about the call of a year, with every correction',
        params: Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) }),
        response: { 200: Type.Object({ answers: Type.Array(PublicAnswer) }) },
      },
    },
    async ({ now, params: { year } }) => {
      if (!(await publicYear(db, now, Number(year)))) throw problem('not-found');
      return { answers: await publicAnswers(db, now, Number(year)) };
    },
  );
}
