import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { answerResumable } from './resumable.ts';

const tags = ['documents'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { action: 'nomination.edit' } as const;

/** Uploads that go on where they were cut, by the tus protocol (tus.io, version 1.0.0). */
export async function resumableApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  // The protocol's own body: it is read where it is written down.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));

  app.post(
    '/nominations/:id/uploads',
    {
      config,
      schema: {
        tags,
        summary: 'Begin an upload that can be resumed (tus 1.0.0)',
        description:
          'Headers: Upload-Length, and Upload-Metadata with `filename` and, if one likes, `description`. The answer’s Location takes HEAD (how far it has come) and PATCH (the next bytes). The last PATCH answers with the document, or with the problem for which the file is refused; asked again (HEAD, or PATCH without content), it answers the same.',
        params,
        response: { 201: Type.Null() },
      },
    },
    async (request, reply) => answerResumable(request, reply, services, request.params),
  );

  const summaries = {
    HEAD: 'How far a resumable upload has come',
    PATCH: 'The next bytes of a resumable upload',
    DELETE: 'Give up a resumable upload',
  } as const;
  for (const method of ['HEAD', 'PATCH', 'DELETE'] as const)
    app.route({
      method,
      url: '/nominations/:id/uploads/:upload',
      config,
      schema: {
        tags,
        summary: summaries[method],
        params: Type.Object({ ...params.properties, upload: Type.String({ maxLength: 200 }) }),
        response: { 204: Type.Null() },
      },
      handler: async (request, reply) => answerResumable(request, reply, services, request.params),
    });
}
