/** Searching, and the text of a document, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { findReadable } from '../documents/queries.ts';
import { search } from './queries-search.ts';
import { textOf } from './queries.ts';
import { LONGEST_QUERY } from './schema-search.ts';

const uuid = Type.String({ format: 'uuid' });
const tags = ['documents'];

const hitSchema = Type.Object({
  kind: Type.Union([Type.Literal('page'), Type.Literal('file'), Type.Literal('answer')]),
  nomination: Type.Object({
    id: uuid,
    organisation: Type.String(),
    unit: Type.String(),
    year: Type.Integer(),
  }),
  documentId: Type.Union([uuid, Type.Null()]),
  title: Type.String({ description: 'Name of the file, or the question' }),
  page: Type.Union([Type.Integer(), Type.Null()]),
  excerpt: Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean() })),
});
const textSchema = Type.Object({
  state: Type.String({ description: 'read, partly, empty (pictures), unreadable, or waiting to be read' }),
  pages: Type.Array(Type.Object({ number: Type.Integer(), text: Type.String() })),
});

export async function readingApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/search',
    {
      config: { action: 'nomination.read' },
      schema: {
        tags,
        summary: 'Search in the applications and documents that you may read',
        description:
          'Words are found in all their forms; "quotation marks" find a phrase, a minus leaves a word out. Documents are found with the page; documents without pages of their own are counted in parts.',
        querystring: Type.Object(
          {
            q: Type.String({ maxLength: LONGEST_QUERY }),
            edition: Type.Optional(uuid),
            nomination: Type.Optional(uuid),
            page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            total: Type.Integer(),
            page: Type.Integer(),
            pages: Type.Integer(),
            hits: Type.Array(hitSchema),
          }),
        },
      },
    },
    async (request) => {
      const { q, edition: editionId, nomination: nominationId, page } = request.query;
      const { hits, ...rest } = await search(db, request, {
        q,
        editionId,
        nominationId,
        page: Number(page ?? 1),
      });
      return {
        ...rest,
        hits: hits.map(({ document, as: _as, ...hit }) => ({ ...hit, documentId: document?.id ?? null })),
      };
    },
  );

  app.get(
    '/documents/:id/text',
    {
      config: { action: 'nomination.read' },
      schema: {
        tags,
        summary: 'The text of a document, page by page',
        params: Type.Object({ id: uuid }),
        response: { 200: textSchema },
      },
    },
    async (request) => {
      const { id } = await findReadable(db, request, request.params.id);
      const found = await textOf(db, id);
      const pages = (found?.pages ?? []).map(({ number, text }) => ({ number, text }));
      return { state: found?.state ?? 'waiting', pages };
    },
  );
}
