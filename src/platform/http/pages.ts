/** `reply.page` and `reply.publicPage`: a page's own part in, the whole document out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { renderPage } from '../../ui/layout.ts';
import type { LanguageSwitch, NavItem, Page, Shell } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { isLang, LANGS } from '../../ui/text/index.ts';
import type { Lang } from '../../ui/text/index.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { LANGUAGE_COOKIE, languageCookieOptions } from './context.ts';
import { inPractice, PRACTICE_PATH } from '../practice.ts';
import { localPath, pageAsked } from './forms.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a private page: navigation by who is signed in, language by person. Set the status with `code`. */
    page(page: Page & { practice?: boolean }): FastifyReply;
    /** Sends a public page: the same for everyone. `path` is its address in bokmål, '/' for the front page. */
    publicPage(page: Page & { lang: Lang; path: string }): FastifyReply;
  }
}

export interface PagesOptions {
  demo: boolean;
  /** Every page is one of a practice edition: says so, and leads to others of it. */
  practice: boolean;
  https: boolean;
  help: { email: string; phone: string };
  /** Navigation for whoever is signed in (or nobody). */
  navigation: (request: FastifyRequest) => readonly NavItem[];
  /** Where a juror says that a connection has been discovered; null for everybody else. */
  discoveredLink?: (request: FastifyRequest) => string | null;
  /** Navigation and footer of the public pages; addresses are given in bokmål and translated here. */
  publicNavigation: (lang: Lang) => readonly NavItem[];
  footerLinks: (lang: Lang) => readonly NavItem[];
  /** Remembers the language of a signed-in person. */
  rememberLanguage?: (request: FastifyRequest, lang: Lang) => Promise<void>;
}

export const LANGUAGE_PATH = '/sprak';
export const SIGN_IN_PATH = '/logg-inn';
export const SIGN_OUT_PATH = '/logg-ut';
export const DEMO_PATH = '/dev';

function privateShell(request: FastifyRequest, options: PagesOptions, practice: boolean): Shell {
  const { lang, actor, url } = request;
  const path = url.split('?')[0] as string;
  return {
    ...commonShell(lang, options),
    path,
    nav: options.navigation(request),
    discoveredHref: options.discoveredLink?.(request) ?? null,
    actorName: actor && (actor.name || actor.email),
    signInHref: path === SIGN_IN_PATH ? null : SIGN_IN_PATH,
    languages: languageSwitch(request, path),
    demo: options.demo ? { clock: formatDateTime(request.now, lang), toolsHref: DEMO_PATH } : null,
    practice: practice || options.practice,
  };
}

/** A page that was not found under /nn or /en still changes language by address, as its neighbours do. */
function languageSwitch(request: FastifyRequest, path: string): LanguageSwitch {
  const [, prefix, rest] = /^\/(nn|en)(\/.*)?$/.exec(path) ?? [];
  if (prefix) return { by: 'address', hrefs: hrefsOf(rest ?? '/') };
  return { by: 'form', action: LANGUAGE_PATH, returnTo: pageAsked(request, path) };
}

const hrefsOf = (path: string): Record<Lang, string> =>
  Object.fromEntries(LANGS.map((lang) => [lang, publicHref(lang, path)])) as Record<Lang, string>;

function publicShell(lang: Lang, path: string, options: PagesOptions): Shell {
  const hrefs = hrefsOf(path);
  return {
    ...commonShell(lang, options),
    path: hrefs[lang],
    nav: options.publicNavigation(lang).map((item) => ({ ...item, href: publicHref(lang, item.href) })),
    actorName: null,
    signInHref: `${SIGN_IN_PATH}?lang=${lang}`,
    languages: { by: 'address', hrefs },
    // No clock: a public page is the same for everyone and may be cached.
    demo: options.demo ? { clock: null, toolsHref: DEMO_PATH } : null,
  };
}

function commonShell(lang: Lang, { help, footerLinks, practice }: PagesOptions) {
  return {
    practice,
    leaveHref: practice ? PRACTICE_PATH : null,
    lang,
    homeHref: publicHref(lang, '/'),
    signOutAction: SIGN_OUT_PATH,
    help,
    footerLinks: footerLinks(lang).map((item) => ({ ...item, href: publicHref(lang, item.href) })),
  };
}

export const pages = fp(
  async (app: FastifyInstance, options: PagesOptions) => {
    const addressed = (page: string) => (options.practice ? inPractice(page) : page);
    app.decorateReply('page', function page(this: FastifyReply, page) {
      const shell = privateShell(this.request, options, page.practice ?? false);
      return sendHtml(this, addressed(renderPage(shell, page).toString()));
    });
    app.decorateReply('publicPage', function publicPage(this: FastifyReply, page) {
      const shell = publicShell(page.lang, page.path, options);
      return sendHtml(this, addressed(renderPage(shell, page).toString()));
    });
    app.addHook('onRequest', (request, reply, done) => {
      // "Logg inn" on a nynorsk page leads to sign-in in nynorsk, and it stays so.
      const { lang } = request.query as { lang?: string };
      if (lang === request.lang && request.method === 'GET' && request.cookies[LANGUAGE_COOKIE] !== lang) {
        reply.setCookie(LANGUAGE_COOKIE, lang, languageCookieOptions(options.https));
      }
      done();
    });
    app.post(LANGUAGE_PATH, { config: { action: 'anyone' } }, async (request, reply) => {
      const { lang, returnTo } = (request.body ?? {}) as Record<string, string>;
      const chosen = isLang(lang) ? lang : request.lang;
      reply.setCookie(LANGUAGE_COOKIE, chosen, languageCookieOptions(options.https));
      if (request.actor) await options.rememberLanguage?.(request, chosen);
      return reply.redirect(localPath(returnTo, '/'), 303);
    });
  },
  { name: 'pages', dependencies: ['request-context'] },
);

function sendHtml(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(body);
}
