/** Boxes: messages, cards, tags and what folds out. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { heading } from './text.ts';
import type { Level } from './text.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral' | 'accent';

/** A message that stands on the page. For the answer to something just done, use `statusMessage`. */
export function alert(options: {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: Content;
  level?: Level;
  body?: Content;
  /** 'status' or 'alert' makes it be read out when it appears. */
  role?: 'status' | 'alert';
}): Html {
  return html`<div${attrs({ class: 'ds-alert', 'data-color': options.tone ?? 'info', role: options.role })}>${
    options.title && heading(options.level ?? 2, options.title, { size: '2xs' })
  }${options.body && html`<div class="ep-stack">${options.body}</div>`}</div>`;
}

/** The answer to something just done ("Lagret."): read out by a screen reader without moving focus. */
export function statusMessage(body: Content, tone: 'success' | 'info' | 'warning' = 'success'): Html {
  return alert({ tone, body, role: 'status' });
}

/** A card. With `href` its title is a link, and the whole card can be pressed. */
export function card(options: {
  title?: Content;
  href?: string;
  level?: Level;
  over?: Content;
  body?: Content;
  foot?: Content;
  tone?: Tone;
  tinted?: boolean;
  lang?: string;
  /** Where a link leads to. */
  id?: string;
}): Html {
  const { href, title, over, body, foot } = options;
  const label = href && title ? html`<a href="${href}" class="ep-card__link">${title}</a>` : title;
  const color = {
    'data-color': options.tone ?? 'neutral',
    'data-variant': options.tinted ? 'tinted' : 'default',
  };
  return html`<div${attrs({ class: href ? 'ds-card ep-card ep-card--link' : 'ds-card ep-card', ...color, lang: options.lang, id: options.id })}>${
    over && html`<p class="ep-over">${over}</p>`
  }${label && heading(options.level ?? 2, label, { size: '2xs' })}${body && html`<div class="ep-stack">${body}</div>`}${
    foot && html`<div class="ep-card__foot">${foot}</div>`
  }</div>`;
}

/** Cards or other boxes side by side, as many as there is room for. */
export function grid(items: readonly Content[], size: 'small' | 'large' = 'small'): Html {
  return html`<ul class="ep-grid ep-grid--${size}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A small label for a state. The words carry the meaning, the colour only helps. */
export function tag(label: Content, tone: Tone = 'neutral'): Html {
  return html`<span class="ds-tag" data-color="${tone}">${label}</span>`;
}

/** Folds out. */
export function details(options: { summary: Content; body: Content; open?: boolean; id?: string }): Html {
  return html`<details${attrs({ class: 'ds-details', open: options.open, id: options.id })}><summary>${options.summary}</summary><div class="ep-stack">${options.body}</div></details>`;
}

/** Nothing here yet: says why, and what one can do. */
export function emptyState(options: {
  title: Content;
  body?: Content;
  action?: Content;
  level?: Level;
}): Html {
  return html`<div class="ep-empty">${heading(options.level ?? 2, options.title, { size: '2xs' })}${
    options.body && html`<p class="ds-paragraph ep-muted">${options.body}</p>`
  }${options.action && html`<div class="ep-actions">${options.action}</div>`}</div>`;
}

/** How much of something is done, drawn and said: "3 av 7". */
export function progress(options: {
  label: Content;
  value: number;
  max: number;
  shown: string;
  id: string;
}): Html {
  return html`<div class="ep-progress"><div class="ep-progress__row"><label for="${options.id}">${options.label}</label><span>${options.shown}</span></div><progress id="${options.id}" value="${options.value}" max="${options.max}">${options.shown}</progress></div>`;
}

/** Something that takes a while: followed by a script where there is one (`ui/browser/redraw.ts`). `words` has {n} for the percent. */
export function followed(options: { address: string; words: string; percent: number; body: Content }): Html {
  const { address, words, percent, body } = options;
  return html`<div class="ep-stack"${attrs({ 'data-follow': address, 'data-follow-words': words })}><p class="ds-paragraph" data-follow-said>${words.replace('{n}', String(percent))}</p>${body}</div>`;
}

/** A part that is read anew from the server every few seconds where scripts run (`ui/browser/live.ts`). Without them one asks for the page again. */
export function livePart({ id, body }: { id: string; body: Content }): Html {
  return html`<div class="ep-stack"${attrs({ id, 'data-follow-live': true, 'aria-live': 'polite' })}>${body}</div>`;
}

/** Things under each other with even air between. */
export function stack(...items: Content[]): Html {
  return html`<div class="ep-stack">${items}</div>`;
}
