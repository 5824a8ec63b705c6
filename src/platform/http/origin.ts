/** Refuses what another site makes a person's browser send. Runs before the body is read. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether an unsafe request may come in. Browsers say where a request comes from (Sec-Fetch-Site, and
 * Origin before that); programs with a bearer token carry no cookies, so nobody can lend theirs.
 */
export function fromOurselves(request: FastifyRequest, baseOrigin: string): boolean {
  if (SAFE.has(request.method)) return true;
  const { authorization, cookie, origin, 'sec-fetch-site': site } = request.headers;
  if (authorization?.startsWith('Bearer ') && cookie === undefined) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin !== undefined) return origin === baseOrigin || sameHost(origin, request.host);
  // No browser of today sends a form without saying so; a program may, but not with a cookie.
  return cookie === undefined;
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

export const originCheck = fp(
  async (app: FastifyInstance, options: { baseUrl: string }) => {
    const base = new URL(options.baseUrl).origin;
    app.addHook('onRequest', (request, _reply, done) => {
      done(fromOurselves(request, base) ? undefined : problem('request/cross-site'));
    });
  },
  { name: 'origin-check' },
);
