/**
 * Public answers are the same for everyone, so they are kept: at most two seconds, never past a moment at which they change by
 * themselves, and never past a write of this server or one that it hears of from another. Around the time of a ceremony it is a
 * quarter of a second at most, whatever is heard, and nobody else is to keep them. What is kept holds no clock and no person, so
 * that it is sent before anybody's cookies, language or rights are looked at.
 */
import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Kysely } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { recordedUnits } from '../../core/process/unit.ts';
import { realClock, realNow, type Clock } from '../../platform/clock.ts';
import { asItIs, pack, wayFor, type Way } from '../../platform/http/compression.ts';
import type { DB } from '../../platform/db/types.ts';
import { nextChange } from './public-queries.ts';

const KEPT_MS = 2000;
const KEPT_AT_CEREMONY_MS = 250;
/** More than there are public addresses; a guessed year that does not exist is not kept. */
const MOST = 500;

declare module 'fastify' {
  interface FastifyInstance {
    /** By their addresses. */
    keptAnswers: Map<string, Kept>;
    /** Answers being made: whoever asks for one meanwhile waits for it, so that a thousand readers at noon make it once. */
    answersBeingMade: Map<string, Promise<void>>;
  }
}

interface Kept {
  body: string | Buffer;
  /** As it is sent, by its way there: made once, when first asked for. */
  sent: Map<Way, Sent | Promise<Sent>>;
  /** All but what depends on who reads it, and when. */
  headers: OutgoingHttpHeaders;
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

/** What one way makes of an answer. `cache-control` counts down, and is not in it. */
interface Sent {
  etag: string;
  body: Buffer;
  headers: OutgoingHttpHeaders;
  /** To those who have this very content already. */
  unchanged: OutgoingHttpHeaders;
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
    const making = new Map<string, Promise<void>>();
    app.decorate('keptAnswers', kept);
    app.decorate('answersBeingMade', making);
    // The clock of a demonstration has to be asked first.
    if (clock !== realClock) return;
    app.addHook('onRequest', (request, reply, done) => {
      // With a question in it, an address may also be a choice of language, which is remembered on the way.
      if (request.method !== 'GET' || request.url.includes('?')) return done();
      const { url } = request;
      const now = realNow();
      const found = freshFor(kept.get(url), now, now);
      if (!found || (ages(found, now) && !making.has(url))) return done();
      request.now = now;
      return sendPast(request, reply, found);
    });
  },
  { name: 'kept-answers' },
);

/** To be registered on a scope whose GET routes are the same for everyone and send text or pictures. `mostMs` is less than the usual two seconds at most. */
export function keepAnswers(app: FastifyInstance, db: Kysely<DB>, mostMs = KEPT_MS): void {
  const { keptAnswers: kept, answersBeingMade: making } = app;
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
      const answer = answerTo(request, entry, await sentTo(request, entry));
      reply.code(answer.status).headers(answer.headers);
      return answer.body;
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
      sent: new Map(),
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
const forEverybody = ({ 'set-cookie': _, ...headers }: ReturnType<FastifyReply['getHeaders']>) =>
  headers as OutgoingHttpHeaders;

/** What is kept, if it may be told at `now`. */
const freshFor = (found: Kept | undefined, now: Date, real: Date): Kept | undefined =>
  found && isFresh(found, now.getTime(), real.getTime()) ? found : undefined;

const isFresh = ({ from, until, realUntil, writes }: Kept, now: number, real: number): boolean =>
  from <= now && now < until && real < realUntil && writes === recordedUnits();

const ages = ({ realUntil, keptMs }: Kept, real: Date): boolean => realUntil - real.getTime() <= keptMs / 2;

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<void> | undefined {
  return answered(request, kept, ({ status, headers, body }) => {
    reply.code(status).headers(headers).send(body);
  });
}

/** As `send`, but past every hook that is to come: what they would add is among the kept headers. It is logged all the same. */
function sendPast(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<void> | undefined {
  return answered(request, kept, ({ status, headers, body }) => {
    reply.hijack().raw.writeHead(status, headers).end(body);
  });
}

/** At once where it can be: a page that everybody waits for is not to be put off by any of them. */
function answered(
  request: FastifyRequest,
  kept: Kept,
  to: (answer: Answer) => void,
): Promise<void> | undefined {
  const sent = sentTo(request, kept);
  if (sent instanceof Promise) return sent.then((made) => to(answerTo(request, kept, made)));
  to(answerTo(request, kept, sent));
  return undefined;
}

/** The content as this reader takes it. */
function sentTo(request: FastifyRequest, kept: Kept): Sent | Promise<Sent> {
  const { body, sent } = kept;
  // A picture is packed by itself.
  const way = typeof body === 'string' ? wayFor(request, body) : asItIs;
  const found = sent.get(way);
  if (found) return found;
  const make = (bytes: Buffer): Sent => {
    const made = sentOn(way, kept, bytes);
    sent.set(way, made);
    return made;
  };
  if (!way.encoding) return make(Buffer.from(body));
  const making = pack(body, way.encoding).then(make);
  sent.set(way, making);
  return making;
}

function sentOn(way: Way, { headers, hash }: Kept, body: Buffer): Sent {
  const etag = way.encoding ? `"${hash}-${way.encoding}"` : `"${hash}"`;
  const all = { ...headers, ...way.headers, etag };
  const { 'content-encoding': _, ...unchanged } = all;
  return { etag, body, headers: { ...all, 'content-length': body.length }, unchanged };
}

interface Answer {
  status: 200 | 304;
  headers: OutgoingHttpHeaders;
  body: Buffer | '';
}

function answerTo(request: FastifyRequest, { next, keptMs }: Kept, sent: Sent): Answer {
  const left = Math.max(0, Math.min(keptMs, next - request.now.getTime()));
  const control = { 'cache-control': `public, max-age=${Math.floor(left / 1000)}` };
  return request.headers['if-none-match'] === sent.etag
    ? { status: 304, headers: { ...sent.unchanged, ...control }, body: '' }
    : { status: 200, headers: { ...sent.headers, ...control }, body: sent.body };
}
