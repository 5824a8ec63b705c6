/** Finds out who is behind a request, in one place: by the cookie of a session or by the token of a program. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Actor } from '../../platform/actor.ts';
import { isLang } from '../../ui/text/index.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { discardKeptForm, keepForm } from './kept-forms.ts';
import { actorBySession, actorByToken, ownerOfSession } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session id that the browser sent, living or not. */
    sessionId(): string | undefined;
    /** Keeps a posted form of somebody whose session has ended; gives the page where it waits, or null. */
    keepForm(): Promise<string | null>;
  }
  interface FastifyReply {
    /** Gives the browser its session, or takes it back with null. */
    session(id: string | null): FastifyReply;
  }
}

export const KEPT_FORM_PATH = '/min-side/tatt-vare-pa';

/** `__Host-`: only this host can have set it, only over https. Who one is in a practice says nothing about who one is. */
export const sessionCookie = (https: boolean, practice = false): string =>
  (https ? '__Host-' : '') + (practice ? 'practice-sid' : 'sid');
/** No age: the browser forgets it when it is closed, and an ended session still says whose form this is. */
const cookieOptions = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https }) as const;

/** Registered on the root, after the HTTP layer. Routes with the action 'public' never look at who asks. */
export const sessions = fp(
  async (app: FastifyInstance, { services: { db, config } }: { services: Services }) => {
    const https = config.baseUrl.startsWith('https:');
    const cookie = sessionCookie(https, config.practice);

    app.decorateRequest('sessionId', function sessionId(this: FastifyRequest) {
      return this.cookies[cookie];
    });
    app.decorateReply('session', function session(this: FastifyReply, id: string | null) {
      return id === null
        ? this.clearCookie(cookie, cookieOptions(https))
        : this.setCookie(cookie, id, cookieOptions(https));
    });
    app.decorateRequest('keepForm', async function keep(this: FastifyRequest) {
      const id = this.sessionId();
      if (!id || !isForm(this)) return null;
      const owner = await ownerOfSession(db, id);
      const kept = owner && (await keepForm(db, owner, this.url, this.body as Record<string, unknown>));
      return kept ? `${KEPT_FORM_PATH}/${kept}` : null;
    });

    app.addHook('onRequest', (request, _reply, done) => {
      if (request.routeOptions.config.action === 'public') return done();
      return identify(request);
    });
    async function identify(request: FastifyRequest): Promise<void> {
      request.actor = await actorOf(request);
      const asked = (request.query as { lang?: unknown }).lang;
      if (request.actor && !isLang(asked)) request.lang = request.actor.lang;
    }
    async function actorOf(request: FastifyRequest): Promise<Actor | null> {
      const token = /^Bearer (\S+)$/i.exec(String(credentials(request) ?? ''))?.[1];
      if (token === undefined) {
        const id = request.sessionId();
        const alive = request.routeOptions.config.background !== true;
        return id ? actorBySession(db, id, request.now, alive) : null;
      }
      const actor = await actorByToken(db, token, request.now);
      if (!actor) throw problem('auth/token-invalid');
      return actor;
    }

    // What was kept has been sent when its page answers as after a form, or shows it with what is wrong.
    app.addHook('onResponse', (request, reply, done) => {
      const { kept } = request.query as { kept?: unknown };
      if (typeof kept !== 'string' || !/^[0-9a-f-]{36}$/.test(kept) || request.method !== 'POST')
        return done();
      if (reply.statusCode !== 303 && reply.statusCode !== 422) return done();
      return discardKeptForm(db, request.actor, kept);
    });
  },
  { name: 'sessions', dependencies: ['request-context'] },
);

/** On the way into a practice, `Authorization` is the practice's to read. */
const credentials = ({ headers, routeOptions }: FastifyRequest) =>
  headers[routeOptions.config.practice ? 'practice-authorization' : 'authorization'];

const isForm = ({ method, headers, body }: FastifyRequest): boolean =>
  method === 'POST' &&
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true &&
  body !== null &&
  typeof body === 'object';
