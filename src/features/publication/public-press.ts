/** Where the press kit is had: from the instant of the announcement on, and before it as unknown as any other address. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import { remembering } from '../../platform/remembered.ts';
import type { Services } from '../../platform/services.ts';
import { pressKit } from './press-kit.ts';
import { publicYear, type PublicYear } from './public-queries.ts';

const config = { action: 'public' };
const params = Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) });
/** Kits that are remembered: of the year that is announced, and of one that somebody looks back at. */
const MOST = 2;

interface Kit {
  zip: Buffer;
  etag: string;
  whole: boolean;
}

type Sent = (
  request: FastifyRequest<{ Params: { year: string } }>,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/**
 * Asked for anew each time, and answered from memory: what is remembered is told by what the year says in public, and so can never be
 * given to somebody who may not know. One that lacks a picture is made again.
 */
function sender(services: Services): Sent {
  const made = remembering<Kit>(MOST, ({ whole }) => whole);
  const kitOf = (year: PublicYear, now: Date): Promise<Kit> =>
    made(JSON.stringify(year), async () => {
      const { zip, whole } = await pressKit(services, year, now);
      return {
        zip,
        whole,
        etag: `"${createHash('sha256').update(zip).digest('base64url').slice(0, 27)}"`,
      };
    });
  return async (request, reply) => {
    const year = await publicYear(services.db, request.now, Number(request.params.year));
    if (!year?.outcome.winner) throw problem('not-found');
    const { zip, etag } = await kitOf(year, request.now);
    reply.header('etag', etag).header('cache-control', 'public, no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    // As a stream: the answers that are kept for two seconds are for pages, not for megabytes.
    return reply
      .type('application/zip')
      .header('content-length', zip.length)
      .send(Readable.from([zip]));
  };
}

export async function pressKitPage(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const send = sender(services);
  app.get('/prisen/:year/pressepakke.zip', { config, schema: { params } }, send);
}

export async function pressKitApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const send = sender(services);
  app.get(
    '/public/editions/:year/press-kit',
    {
      config,
      schema: {
        tags: ['public'],
        summary:
          'The press kit, from the announcement on: texts, pictures with credit, facts as text and JSON',
        description:
          'A ZIP archive; its last part `innhold.json` names every part with its size and SHA-256, and what was left out.',
        params,
      },
    },
    send,
  );
}
