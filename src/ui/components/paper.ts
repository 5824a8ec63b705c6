/** What is meant for paper: sheets with a mark on every page, boxes to tick and lines to write on. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { heading } from './text.ts';

/** A cover, and then each sheet begins a page; the mark stands at the foot of every page. */
export function paperSheets(options: { mark: Content; cover: Content; sheets: readonly Html[] }): Html {
  return html`<div class="ep-paper"><div class="ep-paper__body"><div class="ep-paper__cover ep-stack">${options.cover}</div>${options.sheets}</div><p class="ep-paper__mark">${options.mark}</p></div>`;
}

/** What is read, and the form, which begins a page of its own: one can be put beside the other. */
export function paperSheet(options: {
  id: string;
  title: Content;
  over: Content;
  body: Content;
  form: Content;
}): Html {
  const { id, title, over, body, form } = options;
  return html`<article class="ep-paper__sheet ep-stack"${attrs({ id, 'aria-labelledby': `${id}-navn` })}><p class="ep-over">${over}</p>${heading(2, title, { id: `${id}-navn` })}${body}<section class="ep-paper__form ep-stack">${form}</section></article>`;
}

/** One of these is ticked with a pen. */
export const paperBoxes = (labels: readonly Content[]): Html =>
  html`<ul class="ep-paper__boxes">${labels.map((label) => html`<li>${label}</li>`)}</ul>`;

/** Room to write. */
export const paperLines = (count: number): Html =>
  html`<div class="ep-paper__lines" aria-hidden="true">${Array.from({ length: count }, () => html`<div></div>`)}</div>`;
