import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { figuresOf, openJurorFigures, steerRedraws } from './figures.ts';
import { assessmentsOf } from './queries-assessments.ts';
import { resultOf } from './queries-result.ts';
import { beginRedraws } from './ranges.ts';
import type { Redraws } from './redraws.ts';
import { AssessmentsOut, FiguresOut, linesPerPage, Redrawing, ResultOut } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['result'];

export async function resultsApi(
  plain: FastifyInstance,
  { services: { db }, redraws }: { services: Services; redraws: Redraws },
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
    async (request) =>
      (await resultOf(db, request, request.params.id, { page: Number(request.query.page ?? 1), redraws }))
        .out,
  );

  app.get(
    '/editions/:id/result/figures',
    {
      config: { action: 'edition.seeResult' },
      schema: {
        tags,
        summary: 'Everything computed from the ballots, without the applications that I am out of',
        params,
        response: { 200: FiguresOut },
      },
    },
    (request) => figuresOf(db, request, request.params.id, redraws),
  );

  app.post(
    '/editions/:id/result/redraws',
    {
      config: { action: 'edition.seeResult' },
      schema: {
        tags,
        summary: 'Begin or stop computing how certain the places are; how far it has come',
        params,
        body: Type.Object({ do: Type.Enum(['start', 'stop', 'look']) }, { additionalProperties: false }),
        response: { 200: Redrawing },
      },
    },
    (request) =>
      steerRedraws(db, request, request.params.id, redraws, ({ analysis }) => {
        if (request.body.do === 'start') beginRedraws(redraws, analysis);
        if (request.body.do === 'stop') redraws.stop(analysis.key);
      }),
  );

  app.post(
    '/editions/:id/result/juror-figures',
    {
      config: { action: 'edition.seeJurorFigures' },
      schema: {
        tags,
        summary: 'Open what points at one juror, for an hour; it is logged',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => openJurorFigures(unit, request.params.id));
      return reply.code(204).send(null);
    },
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
