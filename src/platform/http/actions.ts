/** Every route says what it lets people do; whoever must be known for it is sent to sign in first. */
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import fp from 'fastify-plugin';
import { wantsJson } from './errors.ts';
import { pageAsked, seeOther } from './forms.ts';
import { SIGN_IN_PATH } from './pages.ts';
import { problem } from './problem.ts';

/** A route as it was registered. */
export interface RouteEntry {
  method: string;
  url: string;
  action: string;
  /** What it takes and gives, as written. */
  schema: FastifySchema;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, in the order of registration. */
    routeTable: readonly RouteEntry[];
  }
  interface FastifyContextConfig {
    /**
     * What the route lets one do: '<resource>.<action>' of the policy, 'signedIn', 'anyone', 'public' (the same
     * for everyone, so that nobody's session is read) or 'demo'. The right itself is checked by queries and commands.
     */
    action?: string;
    /** Asked by an open page by itself: says nothing about whether a person is at work, and keeps no session alive. */
    background?: boolean;
    /** Leads into a practice edition. */
    practice?: boolean;
  }
}

const OPEN = new Set(['anyone', 'public', 'demo']);

export interface ActionsOptions {
  /** '<resource>.<action>' of every rule there is: a misspelt one stops the start. */
  policyActions: ReadonlySet<string>;
  /** Keeps what was posted by somebody whose sign-in ran out; gives the page to return to, or null. */
  keepForm?: (request: FastifyRequest) => Promise<string | null>;
}

/** Registered on the root, first of all: no route gets past it. */
export const actions = fp(
  async (app: FastifyInstance, { policyActions, keepForm }: ActionsOptions) => {
    const known = new Set([...OPEN, 'signedIn', ...policyActions]);
    const table: RouteEntry[] = [];
    app.decorate('routeTable', table);
    app.addHook('onRoute', ({ method, url, config, schema = {} }) => {
      const action = config?.action;
      if (action === undefined) throw new Error(`${method} ${url} does not say its action`);
      if (!known.has(action)) throw new Error(`${method} ${url} has an action that is in no rule: ${action}`);
      table.push(...[method].flat().map((one) => ({ method: one, url, action, schema })));
    });
    // Before validation: what is wrong with a request is nobody's business before they are known.
    app.addHook('preValidation', (request, reply, done) => {
      const { action } = request.routeOptions.config;
      // An address without a route is answered "not found" to everyone.
      if (action === undefined || OPEN.has(action) || request.actor) return done();
      if (wantsJson(request)) return done(problem('auth/required'));
      return turnedAway(request, reply);
    });
    const turnedAway = async (request: FastifyRequest, reply: FastifyReply) =>
      toSignIn(reply, (await keepForm?.(request)) ?? pageAsked(request, '/min-side'));
  },
  { name: 'actions' },
);

/** The sign-in page, which leads on to `path` afterwards. */
export const signInHref = (path: string): string => `${SIGN_IN_PATH}?${new URLSearchParams({ til: path })}`;

/** To the sign-in page. */
export const toSignIn = (reply: FastifyReply, path: string): FastifyReply =>
  seeOther(reply, signInHref(path));
