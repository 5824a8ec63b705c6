/** Headers that every answer carries. */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** Nothing from elsewhere, no script or style in the page itself, no framing. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Private answers are not stored; public routes and assets replace cache-control with their own. */
export const securityHeaders = fp(
  async (app: FastifyInstance, options: { https: boolean }) => {
    const headers: Record<string, string> = {
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      // Not no-referrer: browsers would then send "Origin: null" with our own forms.
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'cache-control': 'no-store',
    };
    if (options.https) headers['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(headers);
      done();
    });
  },
  { name: 'security-headers' },
);
