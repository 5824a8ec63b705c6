/**
 * Public answers are the same for everyone, so they are kept: at most two seconds, never past a moment at which they change by
 * themselves, and never past a write of this server. What is kept holds no clock and no person.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordedUnits } from '../../core/process/unit.ts';
import { realNow } from '../../platform/clock.ts';
import { encodingFor, packedOnce, type Encoding } from '../../platform/http/compression.ts';
import type { DB } from '../../platform/db/types.ts';
import { nextChange } from './public-queries.ts';

const KEPT_MS = 2000;
/** More than there are public addresses; a guessed year that does not exist is not kept. */
const MOST = 500;

interface Kept {
  body: string;
  packed(encoding: Encoding): Promise<Buffer>;
  type: string;
  /** Of the content; what is sent packed has a tag of its own. */
  hash: string;
  /** Of the domain: from when, until when, and the next change by itself. */
  from: number;
  until: number;
  next: number;
  /** Real time, for a domain clock that stands still. */
  realUntil: number;
  writes: number;
}

/** To be registered on a scope whose GET routes are the same for everyone and send text. */
export function keepAnswers(app: FastifyInstance, db: Kysely<DB>): void {
  const kept = new Map<string, Kept>();
  /** Taken before anything is read: a write that comes while a page is made must not be missed by it. */
  const begun = new WeakMap<FastifyRequest, { writes: number; real: number }>();

  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, packsItself: true };
  });

  app.addHook('preHandler', async (request, reply) => {
    begun.set(request, { writes: recordedUnits(), real: realNow().getTime() });
    const found = kept.get(request.url);
    if (found && isFresh(found, request.now.getTime())) return send(request, reply.type(found.type), found);
    return undefined;
  });

  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload;
    const from = request.now.getTime();
    const next = (await nextChange(db, request.now))?.getTime() ?? Infinity;
    const hash = createHash('sha256').update(payload).digest('base64url').slice(0, 27);
    const type = String(reply.getHeader('content-type'));
    const { writes, real } = begun.get(request) ?? { writes: -1, real: 0 };
    const entry = {
      body: payload,
      packed: packedOnce(payload),
      type,
      hash,
      from,
      next,
      until: Math.min(from + KEPT_MS, next),
      realUntil: real + KEPT_MS,
      writes,
    };
    if (kept.size >= MOST) kept.clear();
    kept.set(request.url, entry);
    return bodyFor(request, reply, entry);
  });
}

const isFresh = ({ from, until, realUntil, writes }: Kept, now: number): boolean =>
  from <= now && now < until && realNow().getTime() < realUntil && writes === recordedUnits();

const send = async (request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<FastifyReply> =>
  reply.send(await bodyFor(request, reply, kept));

/** Sets the validators and gives the body as the reader takes it; nothing when the reader has this very content already. */
async function bodyFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, packed, hash, next }: Kept,
): Promise<string | Buffer> {
  const encoding = encodingFor(request, reply, body);
  const etag = encoding ? `"${hash}-${encoding}"` : `"${hash}"`;
  const left = Math.max(0, Math.min(KEPT_MS, next - request.now.getTime()));
  reply.header('etag', etag).header('cache-control', `public, max-age=${Math.floor(left / 1000)}`);
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).removeHeader('content-encoding');
    return '';
  }
  return encoding ? packed(encoding) : body;
}
