/** Serves the style sheet, fonts and scripts. Their addresses hold their hash, so they never change. */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { assetAt } from '../../ui/assets.ts';
import { packedOnce, wayFor } from './compression.ts';
import { problem } from './problem.ts';

/** Packed once, well, when first asked for. */
const packed = new Map<string, ReturnType<typeof packedOnce>>();
const QUALITY = 9;

export const assets = fp(
  async (app: FastifyInstance) => {
    app.get('/assets/:hash/:name', { config: { action: 'public' } }, async (request, reply) => {
      const asset = assetAt(request.url.split('?')[0] as string);
      if (!asset) throw problem('not-found');
      reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable');
      if (!asset.text) return reply.send(asset.body);
      const { encoding, headers } = wayFor(request, asset.body);
      reply.headers(headers);
      if (!encoding) return reply.send(asset.body);
      const pack = packed.getOrInsertComputed(asset.url, () => packedOnce(asset.body, QUALITY));
      return reply.send(await pack(encoding));
    });
    app.get('/favicon.ico', { config: { action: 'public' } }, async (_request, reply) =>
      reply.code(204).send(),
    );
  },
  { name: 'assets' },
);
