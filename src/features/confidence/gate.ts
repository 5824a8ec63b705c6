/**
 * Whoever follows a link to a page of the work before the rules of confidence are confirmed is led to them, and on from there.
 * This is a courtesy: that nothing opens before is the rule table's.
 */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { wantsJson } from '../../platform/http/errors.ts';
import { seeOther } from '../../platform/http/forms.ts';
import { CONFIDENCE_PATH } from './pages.ts';

const work = /^\/(sekretariat|embargo)(\/|\?|$)/;

/** Registered on the root, after the sessions. */
export const confidenceGate = fp(
  async (app: FastifyInstance) => {
    app.addHook('preHandler', (request, reply, done) => {
      const { actor, method, url } = request;
      if (method !== 'GET' || !actor?.roles.includes('unconfirmed')) return done();
      if (!work.test(url) || wantsJson(request)) return done();
      seeOther(reply, `${CONFIDENCE_PATH}?${new URLSearchParams({ til: url })}`);
    });
  },
  { name: 'confidence-gate', dependencies: ['sessions'] },
);
