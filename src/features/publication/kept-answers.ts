/**
 * Public answers are the same for everyone, so they are kept: at most two seconds, never past a moment at which they change by
 * themselves, and never past a write of this server or one that it hears of from another. Around the time of a ceremony it is a
 * quarter of a second at most, whatever is heard, and nobody else is to keep them. What is kept holds no clock and no person, so
 * that it is sent before anybody's cookies, language or rights are looked at.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { recordedUnits } from '../../core/process/unit.ts';
import { realClock, realNow, type Clock } from '../../platform/clock.ts';
import { encodingFor, packedOnce, type Encoding } from '../../platform/http/compression.ts';
import type { DB } from '../../platform/db/types.ts';
import { nextChange } from './public-queries.ts';

const KEPT_MS = 2000;
const KEPT_AT_CEREMONY_MS = 250;
/** More than there are public addresses; a guessed year that does not exist is not kept. */
const MOST = 500;

declare module 'fastify' {
  interface FastifyInstance {
    /** What is kept, by its address. */
    keptAnswers: Map<string, Kept>;
  }
}

type Headers = ReturnType<FastifyReply['getHeaders']>;

interface Kept {
  body: string | Buffer;
  packed(encoding: Encoding): Buffer | Promise<Buffer>;
  /** All but what depends on who reads it, and when. */
  headers: Partial<Headers>;
  /** Of the content; what is sent packed has a tag of its own. */
  hash: string;
  /** Of the domain: from when, until when, and the next change by itself. */
  from: number;
  until: number;
  next: number;
  /** Real time, for a domain clock that stands still. */
  realUntil: number;
  keptMs: number;
  writes: number;
}

interface Begun {
  writes: number;
  real: number;
  promise: Promise<void>;
  end(): void;
}

/** Registered on the root, before all else that a request passes: what is kept and fresh is sent, and nothing more is asked of it. */
export const keptAnswers = fp(
  async (app: FastifyInstance, { clock }: { clock: Clock }) => {
    const kept = new Map<string, Kept>();
    app.decorate('keptAnswers', kept);
    // The clock of a demonstration has to be asked first.
    if (clock !== realClock) return;
    app.addHook('onRequest', (request, reply, done) => {
      // With a question in it, an address may also be a choice of language, which is remembered on the way.
      if (request.method !== 'GET' || request.url.includes('?')) return done();
      const now = realNow();
      const found = freshFor(kept.get(request.url), now, now);
      if (!found || ages(found, now)) return done();
      request.now = now;
      return send(request, reply, found);
    });
  },
  { name: 'kept-answers' },
);

/** To be registered on a scope whose GET routes are the same for everyone and send text or pictures. `mostMs` is less than the usual two seconds at most. */
export function keepAnswers(app: FastifyInstance, db: Kysely<DB>, mostMs = KEPT_MS): void {
  const kept = app.keptAnswers;
  /** Answers being made: whoever asks for one meanwhile waits for it, so that a thousand readers at noon make it once. */
  const making = new Map<string, Promise<void>>();
  /** Taken before anything is read: a write that comes while a page is made must not be missed by it. */
  const begun = new WeakMap<FastifyRequest, Begun>();

  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, packsItself: true };
  });

  // Before the address is checked: what is kept was asked for by this very address.
  app.addHook('preValidation', (request, reply, done) => {
    const { url, now } = request;
    const real = realNow();
    const found = freshFor(kept.get(url), now, real);
    const isMade = making.has(url);
    // In the second half of its time the first who asks makes it anew, so that the others need not wait for it.
    if (found && (isMade || !ages(found, real))) return send(request, reply, found);
    if (isMade) return waitForOther(request, reply);
    begin(request);
    return done();
  });

  /** What was begun before a write or before its moment may come out stale: then one of those who wait makes it, and the others go on waiting. */
  async function waitForOther(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { url, now } = request;
    for (let other = making.get(url); other; other = making.get(url)) {
      await other;
      const found = freshFor(kept.get(url), now, realNow());
      if (found) return send(request, reply, found);
    }
    return begin(request);
  }

  function begin(request: FastifyRequest): void {
    const { promise, resolve: end } = Promise.withResolvers<void>();
    making.set(request.url, promise);
    begun.set(request, { writes: recordedUnits(), real: realNow().getTime(), promise, end });
  }

  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    const start = begun.get(request);
    return start ? keep(request, reply, payload, start) : done(null, payload);
  });

  async function keep(request: FastifyRequest, reply: FastifyReply, payload: unknown, start: Begun) {
    try {
      if (reply.statusCode !== 200 || !isBody(payload)) return payload;
      const entry = await entryOf(request, reply, payload, start);
      if (kept.size >= MOST) kept.clear();
      kept.set(request.url, entry);
      return await bodyFor(request, reply, entry);
    } finally {
      if (making.get(request.url) === start.promise) making.delete(request.url);
      start.end();
    }
  }

  async function entryOf(
    { now }: FastifyRequest,
    reply: FastifyReply,
    body: string | Buffer,
    { writes, real }: Begun,
  ): Promise<Kept> {
    const from = now.getTime();
    const { at, ceremony } = await nextChange(db, now);
    const next = at?.getTime() ?? Infinity;
    const keptMs = ceremony ? Math.min(KEPT_AT_CEREMONY_MS, mostMs) : mostMs;
    return {
      body,
      packed: packedOnce(body),
      headers: forEverybody(reply.getHeaders()),
      hash: createHash('sha256').update(body).digest('base64url').slice(0, 27),
      from,
      next,
      until: Math.min(from + keptMs, next),
      realUntil: real + keptMs,
      keptMs,
      writes,
    };
  }
}

const isBody = (payload: unknown): payload is string | Buffer =>
  typeof payload === 'string' || Buffer.isBuffer(payload);

/** Without what was said to the one who asked first. */
const forEverybody = ({ 'set-cookie': _, ...headers }: Headers): Partial<Headers> => headers;

/** What is kept, if it may be told at `now`. */
const freshFor = (found: Kept | undefined, now: Date, real: Date): Kept | undefined =>
  found && isFresh(found, now.getTime(), real.getTime()) ? found : undefined;

const isFresh = ({ from, until, realUntil, writes }: Kept, now: number, real: number): boolean =>
  from <= now && now < until && real < realUntil && writes === recordedUnits();

const ages = ({ realUntil, keptMs }: Kept, real: Date): boolean => realUntil - real.getTime() <= keptMs / 2;

/** At once where it can be: a page that everybody waits for is not to be put off by any of them. */
function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<void> | undefined {
  const body = bodyFor(request, reply.headers(kept.headers), kept);
  if (body instanceof Promise) return body.then((packed) => void reply.send(packed));
  reply.send(body);
  return undefined;
}

/** Sets the validators and gives the body as the reader takes it; nothing when the reader has this very content already. */
function bodyFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, packed, hash, next, keptMs }: Kept,
): string | Buffer | Promise<Buffer> {
  // A picture is packed by itself.
  const encoding = typeof body === 'string' ? encodingFor(request, reply, body) : null;
  const etag = encoding ? `"${hash}-${encoding}"` : `"${hash}"`;
  const left = Math.max(0, Math.min(keptMs, next - request.now.getTime()));
  reply.header('etag', etag).header('cache-control', `public, max-age=${Math.floor(left / 1000)}`);
  if (request.headers['if-none-match'] === etag) {
    reply.code(304).removeHeader('content-encoding');
    return '';
  }
  return encoding ? packed(encoding) : body;
}
