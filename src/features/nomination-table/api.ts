/** The table of applications over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { listedSchema, listView } from '../nominations/listed.ts';
import { doSeveral } from './commands.ts';
import { MOST_AT_ONCE } from './schema-marked.ts';
import { tablePage } from './queries.ts';
import { filterOf, filterQuery, MOST_COUNTED } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];
const place = Type.Union([uuid, Type.Null()]);
const MOST = 500;

export async function nominationTableApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/nominations',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'The applications of an edition that one may know of',
        description:
          'By name, or by `sort`. What one finds or sorts by is what one may see: `county`, `submitted`, `receipt` and `due` list those that one may read, each choice those whose answer one may see. Go on with `after` = `next`, and back with `before` = `previous`. Where that application is not in the list (any more), the answer begins anew, with `previous` null.',
        params,
        querystring: Type.Object({
          ...filterQuery,
          after: Type.Optional(uuid),
          before: Type.Optional(uuid),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST })),
        }),
        response: {
          200: Type.Object({
            nominations: Type.Array(listedSchema),
            count: Type.Integer({ description: `How many fit; no more than ${MOST_COUNTED} are counted` }),
            hasMore: Type.Boolean({ description: `There are more than ${MOST_COUNTED}` }),
            previous: place,
            next: place,
          }),
        },
      },
    },
    async (request) => {
      const { after, before, limit = MOST } = request.query;
      const { rows, count, previous, next } = await tablePage(db, request, {
        editionId: request.params.id,
        filter: filterOf(request.query),
        place: { after, before },
        size: limit,
      });
      return {
        nominations: listView(rows),
        count: count.number,
        hasMore: count.isMore,
        previous: previous?.before ?? null,
        next: next?.after ?? null,
      };
    },
  );

  app.post(
    '/editions/:id/admissions',
    {
      config: { action: 'edition.manage' },
      schema: {
        tags,
        summary: 'Admit several applications',
        description:
          'Each by its own right and on its own: one that is refused stops no other. Answers 200 also when all were skipped.',
        params,
        body: Type.Object(
          { nominations: Type.Array(uuid, { minItems: 1, maxItems: MOST_AT_ONCE }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            admitted: Type.Array(uuid),
            skipped: Type.Array(
              Type.Object({
                id: uuid,
                name: Type.Union([Type.String(), Type.Null()]),
                problem: Type.String({ description: 'Type of the problem, as in an error answer' }),
                why: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      demand(await findEdition(db, request, request.params.id), 'manage');
      const { done, skipped } = await doSeveral(
        db,
        contextOf(request),
        {
          editionId: request.params.id,
          marked: [...new Set(request.body.nominations)].map((id) => ({ id })),
          lang: request.lang,
        },
        { type: 'admit' },
      );
      return {
        admitted: done.map(({ id }) => id),
        skipped: skipped.map(({ id, found, why, problem }) => ({
          id,
          name: found?.name ?? null,
          problem,
          why,
        })),
      };
    },
  );
}
