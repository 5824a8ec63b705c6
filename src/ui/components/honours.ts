/** The honoured: winner, honourable mention, nominated. Always in words; form and colour only help. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { mark } from './icons.ts';
import type { Lang } from '../text/index.ts';
import { heading, prose } from './text.ts';
import type { Level } from './text.ts';

/** One of the honoured, with the jury's statement under the name. `winner` stands larger and carries the mark of the prize. */
export function honour(options: {
  over: Content;
  name: Content;
  /** Unit, partners: under the name. */
  about?: Content;
  statement?: Content;
  /** A picture of the honoured, and their own words. */
  picture?: Content;
  quote?: Content;
  foot?: Content;
  rank: 'winner' | 'mention' | 'nominated';
  level?: Level;
  id?: string;
}): Html {
  const { over, name, about, statement, picture, quote, foot, rank, id } = options;
  const size = rank === 'winner' ? 'lg' : 'sm';
  return html`<article class="ep-honour"${attrs({ 'data-rank': rank, id })}>${rank === 'winner' && html`<div class="ep-honour__mark">${mark()}</div>`}
<p class="ep-over">${over}</p>${heading(options.level ?? 2, name, { size })}${about && html`<p class="ep-honour__about">${about}</p>`}${picture}${
    statement && html`<div class="ep-honour__statement">${statement}</div>`
  }${quote}${foot && html`<div class="ep-card__foot">${foot}</div>`}</article>`;
}

/** A picture with who took it. Its place is kept while it comes. */
export function figure(options: {
  src: string;
  alt: string;
  width: number;
  height: number;
  caption: Content;
  lang?: Lang | undefined;
}): Html {
  const { src, alt, width, height, caption, lang } = options;
  return html`<figure class="ep-figure"><img${attrs({ src, alt, lang, width, height, loading: 'lazy' })}><figcaption>${caption}</figcaption></figure>`;
}

/** Somebody's own words, and whose they are. */
export const quotation = ({ text, by, lang }: { text: string; by: string; lang?: Lang | undefined }): Html =>
  html`<figure class="ep-quotation"><blockquote>${prose(text, lang)}</blockquote><figcaption>${by}</figcaption></figure>`;

/** A line of the roll of honour: the year to the left, the winner, and whatever else is known. */
export function rollLine(options: { year: Content; name: Content; about: readonly Content[] }): Html {
  return html`<div class="ep-roll"><p class="ep-roll__year">${options.year}</p><div><p class="ep-roll__name">${options.name}</p>${options.about.map(
    (line) => line && html`<p class="ep-roll__about">${line}</p>`,
  )}</div></div>`;
}

/** What is shown where a page is shared, as it will look there. */
export const sharedPicture = (picture: { src: string; alt: string; width: number; height: number }): Html =>
  html`<img${attrs({ class: 'ep-shared', ...picture, loading: 'lazy' })}>`;
