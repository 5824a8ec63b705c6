/** Applications over JSON: the same commands and queries as the pages. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { saveOrKeep } from './answers.ts';
import { startNomination } from './commands.ts';
import { demandSamePerson, signedInAs } from '../writing/same-person.ts';
import { listSchema, listView } from './listed.ts';
import { findNomination, listNominations } from './queries.ts';
import { municipalities, suggest } from './registers.ts';
import { nominationSchema, represent } from './representation.ts';
import { kindSchema, newNominationFields } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const time = Type.String({ format: 'date-time' });
const tags = ['applications'];
const closed = { additionalProperties: false };

export async function nominationApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/municipalities',
    {
      config: { action: 'anyone' },
      schema: {
        tags,
        summary: 'Municipalities by any part of their names, diacritics or not',
        querystring: Type.Object({ q: Type.String({ maxLength: 100 }) }, closed),
        response: {
          200: Type.Object({
            municipalities: Type.Array(
              Type.Object({
                key: Type.String(),
                number: Type.String(),
                name: Type.String(),
                county: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async ({ query }) => ({ municipalities: suggest(municipalities, query.q) }),
  );

  app.post(
    '/editions/:id/nominations',
    {
      config: { action: 'service.apply' },
      schema: {
        tags,
        summary: 'Start an application',
        params,
        body: Type.Object(
          {
            kind: kindSchema,
            ...newNominationFields,
            partners: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
          },
          closed,
        ),
        response: { 200: nominationSchema, 201: nominationSchema },
      },
    },
    async (request, reply) => {
      const { created, view } = await transact(db, contextOf(request), async (unit) => {
        const { id, created } = await startNomination(unit, {
          editionId: request.params.id,
          ...request.body,
        });
        return {
          created,
          view: await represent(unit, await findNomination(unit.trx, unit, id), texts(request.lang)),
        };
      });
      return reply
        .code(created ? 201 : 200)
        .header('location', `/api/v1/nominations/${view.id}`)
        .send(view);
    },
  );

  app.get(
    '/nominations',
    {
      config: { action: 'nomination.list' },
      schema: { tags, summary: 'Every application that one may know of', response: { 200: listSchema } },
    },
    async (request) => ({ nominations: listView(await listNominations(db, request)) }),
  );

  app.get(
    '/nominations/:id',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'An application: state, what can be done, and the draft for those who work on it',
        params,
        response: { 200: nominationSchema },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) =>
        represent(unit, await findNomination(unit.trx, unit, request.params.id), texts(request.lang)),
      ),
  );

  app.patch(
    '/nominations/:id/answers',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Save answers; all of them or none',
        description:
          'Each answer says the version it was written upon. When another person has saved another text since, the answer is 409 conflict/version with `params.fields`: what is stored now; what was sent is kept in the history. Of one person’s own devices the latest counts.',
        params,
        headers: signedInAs,
        body: Type.Object(
          {
            answers: Type.Record(
              Type.String(),
              Type.Object({ value: Type.String(), version: Type.Integer({ minimum: 0 }) }, closed),
            ),
          },
          closed,
        ),
        response: {
          200: Type.Object({
            versions: Type.Record(Type.String(), Type.Integer()),
            cleaned: Type.Array(Type.String(), {
              description: 'Answers from which signs were taken out that no reader could have seen',
            }),
            savedAt: time,
          }),
        },
      },
    },
    async (request) => {
      demandSamePerson(request);
      const saved = await saveOrKeep(db, contextOf(request), request.params.id, request.body.answers);
      return { ...saved, savedAt: request.now.toISOString() };
    },
  );
}
