/** Reading a document in place. The right is checked at every request, as for the download. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { findReadable } from '../documents/queries.ts';
import { pictureWidths, scaledPicture } from './pictures.ts';
import { readingOf } from './queries-document.ts';
import { readPage } from './views.ts';
import { LONGEST_QUERY } from './schema-search.ts';

const uuid = Type.String({ format: 'uuid' });

export async function readingPages(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'nomination.read' };

  app.get(
    '/dokument/:id/les',
    {
      config,
      schema: {
        params: Type.Object({ id: uuid }),
        querystring: Type.Object({ sok: Type.Optional(Type.String()) }),
      },
    },
    async (request, reply) => {
      const sought = (request.query.sok ?? '').trim().slice(0, LONGEST_QUERY);
      return reply.page(readPage(await readingOf(db, request, request.params.id, sought), request.lang));
    },
  );

  app.get(
    '/dokument/:id/bilde/:width',
    {
      config,
      schema: {
        params: Type.Object({
          id: uuid,
          width: Type.Union(pictureWidths.map((width) => Type.Literal(String(width)))),
        }),
      },
    },
    async (request, reply) => {
      const { id, width } = request.params;
      const { media_type, sha256 } = await findReadable(db, request, id);
      if (!media_type.startsWith('image/')) throw problem('not-found');
      const content = await files.open(sha256);
      if (!content) throw problem('document/lost');
      return reply
        .type('image/webp')
        .headers({ 'cache-control': 'private, no-store', 'content-disposition': 'inline' })
        .send(await scaledPicture(content, Number(width)));
    },
  );
}
