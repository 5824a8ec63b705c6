import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { assessmentsOf, resultOf } from './queries-result.ts';
import { AssessmentsOut, linesPerPage, ResultOut } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['result'];

export async function resultsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/result',
    {
      config: { action: 'edition.seeResult' },
      schema: {
        tags,
        summary: 'The ranking, after the judging is closed, without the applications that I am out of',
        params,
        querystring: Type.Object(
          {
            page: Type.Optional(
              Type.String({
                pattern: '^[1-9][0-9]{0,4}$',
                description: `${linesPerPage} applications a page`,
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: ResultOut },
      },
    },
    (request) => resultOf(db, request, request.params.id, Number(request.query.page ?? 1)),
  );

  app.get(
    '/nominations/:id/assessments',
    {
      config: { action: 'nomination.seeResult' },
      schema: {
        tags,
        summary: 'What each juror gave and wrote on one application',
        params,
        response: { 200: AssessmentsOut },
      },
    },
    (request) => assessmentsOf(db, request, request.params.id),
  );
}
