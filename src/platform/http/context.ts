/** What every request knows from its arrival on: the time, the language, and who it is (nobody, at first). */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { isLang } from '../../ui/text/index.ts';
import type { Lang } from '../../ui/text/index.ts';
import type { Actor } from '../actor.ts';
import { realClock, realNow } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { readOnce } from './known-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Domain time at arrival, taken once from the clock. Deadlines are compared with this. */
    now: Date;
    /** Who is signed in; null for nobody. Set by the session plugin. */
    actor: Actor | null;
    /** The language of the answer. */
    lang: Lang;
  }
}

export const LANGUAGE_COOKIE = 'lang';

/**
 * The language by, in this order: the address (/nn, /en, ?lang=), the cookie, what the browser asks for,
 * bokmål. Northern Sámi and other Norwegian codes read bokmål.
 */
export function languageOf(request: FastifyRequest): Lang {
  const prefix = /^\/(nn|en)(?=[/?]|$)/.exec(request.url)?.[1];
  if (isLang(prefix)) return prefix;
  const asked = (request.query as Record<string, unknown> | undefined)?.['lang'];
  if (isLang(asked)) return asked;
  const remembered = request.cookies?.[LANGUAGE_COOKIE];
  if (isLang(remembered)) return remembered;
  return accepted(request.headers['accept-language']);
}

/** The first of ours in Accept-Language by weight. */
const accepted = readOnce((header): Lang => {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { lang } of wanted) {
    if (isLang(lang)) return lang;
    if (lang === 'no' || lang === 'se' || lang === 'da' || lang === 'sv') return 'nb';
  }
  return 'nb';
});

/** Remembers the choice on this device for a year. Not a secret, and not for scripts. */
export const languageCookieOptions = (https: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge: 31_536_000 }) as const;

export const requestContext = fp(
  async (app: FastifyInstance, options: { clock: Clock }) => {
    await app.register(cookie);
    app.decorateRequest('actor', null);
    app.decorateRequest('lang', 'nb');
    // A getter of its own would be wrong: the time is taken once, when the request arrives.
    app.decorateRequest('now', undefined as unknown as Date);
    app.addHook('onRequest', (request, _reply, done) => {
      request.lang = languageOf(request);
      // So that a page can be shown even when the demo's clock, a row of the database, cannot be read.
      request.now = realNow();
      if (options.clock === realClock || request.url.startsWith('/assets/')) return done();
      return options.clock.now().then((now) => void (request.now = now));
    });
  },
  { name: 'request-context' },
);
