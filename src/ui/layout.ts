/** The frame of every page: header, navigation, banners, main, footer with help in the same place. */
import { assetUrls } from './assets.ts';
import { html, nothing } from './html.ts';
import type { Content, Html } from './html.ts';
import { buttonLink } from './components/actions.ts';
import { mark } from './components/icons.ts';
import { breadcrumbs } from './components/navigation.ts';
import type { Crumb } from './components/navigation.ts';
import { publicHref } from './links.ts';
import { shareHead, type Share } from './share.ts';
import { LANGS, texts } from './text/index.ts';
import type { Lang, Texts } from './text/index.ts';

export interface NavItem {
  href: string;
  label: string;
}

/** Public pages change language by address; private pages by a small form that remembers the choice. */
export type LanguageSwitch =
  | { by: 'address'; hrefs: Record<Lang, string> }
  | { by: 'form'; action: string; returnTo: string };

/** What the frame needs to know about the request. Made once a request, not by features. */
export interface Shell {
  lang: Lang;
  /** Path of the page, to mark where one is in the navigation. */
  path: string;
  homeHref: string;
  nav: readonly NavItem[];
  /** Where a juror says that a connection has been discovered: on every page, one press away. */
  discoveredHref?: string | null;
  /** Name of the person who is signed in; null when nobody is. */
  actorName: string | null;
  /** Where "sign in" leads; null leaves it out. */
  signInHref: string | null;
  signOutAction: string;
  languages: LanguageSwitch;
  help: { email: string; phone: string };
  footerLinks: readonly NavItem[];
  /** Demonstration: the banner, the clock in it as text (null where the page may be cached). */
  demo: { clock: string | null; toolsHref: string } | null;
  /** A practice edition is being shown. */
  practice?: boolean;
  /** Out of the practice, to where it is handled; null where one is not inside of one. */
  leaveHref?: string | null;
}

/** What a page adds. */
export interface Page {
  title: string;
  main: Content;
  /** Across the whole width above main: the opening of the front page and of an edition (`hero`). */
  hero?: Content;
  /** For search engines and previews; public pages only. */
  description?: string;
  breadcrumbs?: readonly Crumb[];
  /** For where the page is shared; public pages only. */
  share?: Share;
  /** Tables and dashboards: uses the whole width instead of the width that reads well. */
  wide?: boolean;
  /** Errors on the page: the title begins with the word for it, so that a screen reader says so first. */
  failed?: boolean;
  /** For a screen that many look at: large, and nothing around it. */
  screen?: boolean;
  /** Nothing but a picture for a hall: main is the page. */
  stage?: boolean;
  /** The front page writes its title itself, without the suffix. */
  front?: boolean;
}

/** The whole document. */
export function renderPage(shell: Shell, page: Page): Html {
  const t = texts(shell.lang);
  const title = page.front
    ? page.title
    : `${page.failed ? `${t.common.errorPrefix}: ` : ''}${page.title} – ${t.common.siteName}`;
  return html`<!doctype html>
<html lang="${shell.lang}" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${page.description && html`<meta name="description" content="${page.description}">`}
<link rel="stylesheet" href="${assetUrls.css}">
<link rel="icon" href="${assetUrls.icon}" type="image/svg+xml">
${shell.languages.by === 'address' && alternates(shell.languages.hrefs, shell.lang)}
${page.share && shareHead(page.share, { title: page.title, description: page.description ?? '', site: t.common.siteName }, shell.lang)}
<script type="module" src="${assetUrls.script}"></script>
</head>
<body>
<a class="ds-skip-link" href="#main">${t.common.skipToMain}</a>
${banners(shell, t)}
${!page.screen && !page.stage && header(shell, t)}
<main id="main" tabindex="-1">
${page.stage ? page.main : framed(shell, page, t)}
</main>
${!page.screen && !page.stage && footer(shell, t)}
</body>
</html>`;
}

function framed(shell: Shell, page: Page, t: Texts): Html {
  return html`${page.hero}
<div class="ep-frame ep-main${page.wide && ' ep-main--wide'}${page.screen && ' ep-screen'}">
${page.breadcrumbs && breadcrumbs(page.breadcrumbs, t)}${page.main}
${shell.discoveredHref && html`<div class="ep-discovered">${buttonLink({ href: shell.discoveredHref, label: t.jury.declaration.discovered, kind: 'secondary', small: true })}</div>`}
</div>`;
}

/** The same page in the other languages, and the news as a feed. */
function alternates(hrefs: Record<Lang, string>, lang: Lang): Html {
  return html`${LANGS.map(
    (each) => html`<link rel="alternate" hreflang="${each}" href="${hrefs[each]}">
`,
  )}<link rel="alternate" type="application/atom+xml" title="${texts(lang).publicSite.feed.title}" href="${publicHref(lang, '/feed.atom')}">
<link rel="alternate" type="application/feed+json" title="${texts(lang).publicSite.feed.title}" href="${publicHref(lang, '/feed.json')}">`;
}

function banners(shell: Shell, t: Texts): Html {
  const { demo } = shell;
  return html`${
    demo &&
    !shell.leaveHref &&
    html`<div class="ep-banner" data-color="warning" role="region" aria-label="${t.dev.title}"><div class="ep-frame">
${t.common.demoBanner}${demo.clock && html` ${t.common.demoClock(demo.clock)}.`}
<a class="ds-link" href="${demo.toolsHref}">${t.common.demoTools}</a></div></div>`
  }${
    shell.practice &&
    html`<div class="ep-banner" data-color="info" role="region" aria-label="${t.common.practiceTitle}"><div class="ep-frame"><strong>${t.common.practiceBanner}</strong>${shell.leaveHref && practiceTools(shell, t)}</div></div>`
  }`;
}

/** What a practice has besides: its clock, whom one can be, and the way out. */
function practiceTools({ demo, leaveHref }: Shell, t: Texts): Html {
  return html` ${t.common.practiceMail}${demo?.clock && html` ${t.common.demoClock(demo.clock)}.`}
${demo && html`<a class="ds-link" href="${demo.toolsHref}">${t.common.demoTools}</a> `}<a class="ds-link" href="${leaveHref}">${t.common.practiceLeave}</a>`;
}

function header(shell: Shell, t: Texts): Html {
  return html`<header class="ep-header">
<div class="ep-frame ep-header__row">
<a class="ep-name" href="${shell.homeHref}">${mark()}<span>${t.common.siteName}</span></a>
<div class="ep-header__tools">
${languageSwitch(shell, t)}
${session(shell, t)}
</div>
</div>
${
  shell.nav.length > 0 &&
  html`<nav class="ep-nav ep-frame" aria-label="${t.common.mainNavigation}"><ul class="ep-nav__list">
${shell.nav.map(
  (
    item,
  ) => html`<li><a href="${item.href}"${isHere(item.href, shell) ? html` aria-current="${item.href === shell.path ? 'page' : 'true'}"` : nothing}>${item.label}</a></li>
`,
)}</ul></nav>`
}
</header>`;
}

/** The item for this page or for a page above it. The front page is above everything, so it counts only as itself. */
function isHere(href: string, shell: Shell): boolean {
  return (
    href === shell.path || (href !== shell.homeHref && href !== '/' && shell.path.startsWith(`${href}/`))
  );
}

function languageSwitch(shell: Shell, t: Texts): Html {
  const { languages } = shell;
  const items = LANGS.map((lang) => {
    const name = texts(lang).common.languageName;
    if (lang === shell.lang) return html`<li><span aria-current="true" lang="${lang}">${name}</span></li>`;
    if (languages.by === 'address') {
      return html`<li><a href="${languages.hrefs[lang]}" lang="${lang}" hreflang="${lang}">${name}</a></li>`;
    }
    return html`<li><button type="submit" name="lang" value="${lang}" lang="${lang}">${name}</button></li>`;
  });
  const list = html`<ul class="ep-languages">${items}</ul>`;
  if (languages.by === 'address') return html`<nav aria-label="${t.common.chooseLanguage}">${list}</nav>`;
  return html`<form method="post" action="${languages.action}" aria-label="${t.common.chooseLanguage}">
<input type="hidden" name="returnTo" value="${languages.returnTo}">${list}</form>`;
}

function session(shell: Shell, t: Texts): Html {
  if (shell.actorName !== null) {
    return html`<div class="ep-session"><span class="ep-session__name"><span class="ds-sr-only">${t.common.signedInAs('')}</span>${shell.actorName}</span>
<form method="post" action="${shell.signOutAction}"><button class="ds-button" data-variant="secondary" data-size="sm" type="submit">${t.common.signOut}</button></form></div>`;
  }
  if (shell.signInHref === null) return nothing;
  return html`<a class="ds-button" data-variant="secondary" data-size="sm" href="${shell.signInHref}">${t.common.signIn}</a>`;
}

function footer(shell: Shell, t: Texts): Html {
  const { help } = shell;
  return html`<footer class="ep-footer" data-color="neutral"><div class="ep-frame ep-footer__row">
<section aria-labelledby="help"><h2 class="ds-heading" data-size="2xs" id="help">${t.common.help.title}</h2>
<p>${t.common.help.lead}</p>
<dl class="ep-contact"><dt>${t.common.help.mail}</dt><dd><a class="ds-link" href="mailto:${help.email}">${help.email}</a></dd>
<dt>${t.common.help.phone}</dt><dd><a class="ds-link" href="tel:${help.phone.replace(/\s/g, '')}">${help.phone}</a></dd></dl></section>
<section aria-labelledby="about"><h2 class="ds-heading" data-size="2xs" id="about">${t.common.footer.links}</h2>
<p>${t.common.footer.about}</p>
<ul class="ep-footer__links">${shell.footerLinks.map((item) => html`<li><a class="ds-link" href="${item.href}">${item.label}</a></li>`)}</ul></section>
</div></footer>`;
}
