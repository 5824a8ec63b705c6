/**
 * Packs text for the way to the reader, as brotli or gzip. What is the same for everyone is packed once and kept; a private answer
 * is packed as it goes, unless somebody else could have had a say in what it holds (docs/decisions/0014).
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { readOnce } from './known-headers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's answers are kept, and packed where they are kept. */
    packsItself?: boolean;
  }
}

export type Encoding = 'br' | 'gzip';
const encodings = ['br', 'gzip'] as const;
/** Fewer bytes than this travel in one packet anyway. */
const SMALLEST = 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** How a body travels to a reader, and what the answer says of that. There are only as many as there are objects of it. */
export interface Way {
  /** Null: as it is. */
  encoding: Encoding | null;
  headers: Readonly<Record<string, string>>;
}

const vary = 'accept-encoding';
export const asItIs: Way = { encoding: null, headers: {} };
const ways = {
  plain: { encoding: null, headers: { vary } },
  br: { encoding: 'br', headers: { vary, 'content-encoding': 'br' } },
  gzip: { encoding: 'gzip', headers: { vary, 'content-encoding': 'gzip' } },
} satisfies Record<string, Way>;

/** The best way for `body` that the reader takes. */
export function wayFor(request: FastifyRequest, body: string | Buffer): Way {
  if (body.length < SMALLEST) return asItIs;
  return ways[preferred(request.headers['accept-encoding']) ?? 'plain'];
}

/** The smaller one of those that the header names and does not refuse with q=0. */
const preferred = readOnce((header): Encoding | null => {
  const taken = header.split(',').flatMap((part) => {
    const [name = '', weight = '1'] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    return Number(weight) > 0 ? [name] : [];
  });
  return encodings.find((encoding) => taken.includes(encoding)) ?? null;
});

/** `quality` of brotli, 0 to 11: 4 takes a fifth of a millisecond for a page of 20 kB, 9 about a hundred times as long. */
export const pack = (body: string | Buffer, encoding: Encoding, quality = 4): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : zip(body);

/** Packs `body` at most once for each encoding, when first asked. */
export function packedOnce(
  body: string | Buffer,
  quality?: number,
): (encoding: Encoding) => Buffer | Promise<Buffer> {
  const packed: Partial<Record<Encoding, Buffer | Promise<Buffer>>> = {};
  const begin = async (encoding: Encoding) => (packed[encoding] = await pack(body, encoding, quality));
  return (encoding) => (packed[encoding] ??= begin(encoding));
}

/** Registered on the root; routes that keep their answers pack them themselves. */
export const compression = fp(
  async (app: FastifyInstance) => {
    app.addHook('onSend', (request, reply, payload: unknown, done) => {
      if (typeof payload !== 'string' || reply.hasHeader('content-encoding') || !mayPack(request, reply))
        return done(null, payload);
      const { encoding, headers } = wayFor(request, payload);
      reply.headers(headers);
      return encoding ? pack(payload, encoding) : done(null, payload);
    });
  },
  { name: 'compression' },
);

/**
 * The length of a packed answer tells how alike its parts are. So nothing is packed that holds both what is private and what
 * another site could have put into the address: a query string, or an address that was not found and is repeated in the page.
 */
function mayPack({ method, url, routeOptions: { config } }: FastifyRequest, { statusCode }: FastifyReply) {
  if (config.packsItself) return false;
  if (config.action === 'public') return true;
  const readsOnly = method === 'GET' || method === 'HEAD';
  return !readsOnly || (statusCode === 200 && !url.includes('?'));
}
