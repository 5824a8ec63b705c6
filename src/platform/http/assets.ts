/** Serves the style sheet, fonts and scripts. Their addresses hold their hash, so they never change. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { assetAt } from '../../ui/assets.ts';
import type { Asset } from '../../ui/assets.ts';
import { problem } from './problem.ts';

type Encoding = 'br' | 'gzip';
const packed = new Map<string, Buffer>();

/** Compressed once, when first asked for. */
function compressed(asset: Asset, encoding: Encoding): Buffer {
  const key = `${encoding} ${asset.url}`;
  let body = packed.get(key);
  if (!body) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
    body =
      encoding === 'br' ? brotliCompressSync(asset.body, { params }) : gzipSync(asset.body, { level: 9 });
    packed.set(key, body);
  }
  return body;
}

export const assets = fp(
  async (app: FastifyInstance) => {
    app.get('/assets/:hash/:name', { config: { action: 'public' } }, async (request, reply) => {
      const asset = assetAt(request.url.split('?')[0] as string);
      if (!asset) throw problem('not-found');
      reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable');
      if (!asset.text) return reply.send(asset.body);
      reply.header('vary', 'accept-encoding');
      const accepts = request.headers['accept-encoding'] ?? '';
      const encoding = (['br', 'gzip'] as const).find((one) => new RegExp(`\\b${one}\\b`).test(accepts));
      if (!encoding) return reply.send(asset.body);
      return reply.header('content-encoding', encoding).send(compressed(asset, encoding));
    });
    app.get('/favicon.ico', { config: { action: 'public' } }, async (_request, reply) =>
      reply.code(204).send(),
    );
  },
  { name: 'assets' },
);
