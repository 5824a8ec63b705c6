/** Finding one's way: the path to the page, pages of a list, and parts of a page. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Texts } from '../text/index.ts';

export interface Crumb {
  label: Content;
  /** Left out on the last one, which is the page itself. */
  href?: string;
}

export function breadcrumbs(crumbs: readonly Crumb[], t: Texts): Html {
  return html`<nav class="ds-breadcrumbs ep-breadcrumbs" aria-label="${t.common.youAreHere}"><ol>${crumbs.map(
    ({ label, href }) =>
      html`<li>${href ? html`<a class="ds-link"${attrs({ href })}>${label}</a>` : html`<span aria-current="page">${label}</span>`}</li>`,
  )}</ol></nav>`;
}

/** Pages of a long list. `hrefOf` gives the address of a page; nothing when there is only one. */
export function pagination(options: {
  page: number;
  total: number;
  hrefOf: (page: number) => string;
  t: Texts;
}): Html {
  const { page, total, hrefOf, t } = options;
  if (total <= 1) return html``;
  const step = (to: number, label: string, rel: string): Html =>
    html`<li>${to >= 1 && to <= total && html`<a${attrs({ class: 'ds-button', 'data-variant': 'tertiary', href: hrefOf(to), rel })}>${label}</a>`}</li>`;
  return html`<nav class="ep-pagination" aria-label="${t.common.pages}"><ul>${step(page - 1, t.common.previous, 'prev')}<li><span aria-current="page">${t.common.pageOf(page, total)}</span></li>${step(page + 1, t.common.next, 'next')}</ul></nav>`;
}

/** Steps through a long list whose pages have no numbers; nothing when there is only one. */
export function stepThrough(options: { previous: string | null; next: string | null; t: Texts }): Html {
  const { previous, next, t } = options;
  if (!previous && !next) return html``;
  const step = (href: string | null, label: string, rel: string): Html =>
    html`<li>${href && html`<a${attrs({ class: 'ds-button', 'data-variant': 'tertiary', href, rel })}>${label}</a>`}</li>`;
  return html`<nav class="ep-pagination" aria-label="${t.common.pages}"><ul>${step(previous, t.common.previous, 'prev')}${step(next, t.common.next, 'next')}</ul></nav>`;
}

/**
 * The pages of one thing (an application's parts, an edition's pages): a second row of navigation.
 * `current` is 'true' on the group that holds the page one is on.
 */
export function localNav(
  items: readonly { href: string; label: Content; current?: boolean | 'page' | 'true' }[],
  label: string,
): Html {
  return html`<nav class="ep-local" aria-label="${label}"><ul>${items.map(
    ({ href, label: text, current }) =>
      html`<li><a${attrs({ href, 'aria-current': current && (current === true ? 'page' : current) })}>${text}</a></li>`,
  )}</ul></nav>`;
}

/** The row of groups, and under it the lighter one of the group one is in. */
export const twoRows = (groups: Html, own: Html | false | undefined): Html =>
  html`<div class="ep-two-rows">${groups}${own}</div>`;

/** Links under headings, side by side where there is room. */
export function linkGroups(groups: readonly { title: Content; links: readonly Html[] }[]): Html {
  return html`<ul class="ep-link-groups">${groups.map(
    ({ title, links }) =>
      html`<li><h3 class="ds-heading" data-size="2xs">${title}</h3><ul>${links.map((one) => html`<li>${one}</li>`)}</ul></li>`,
  )}</ul>`;
}
