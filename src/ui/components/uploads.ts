/** Choosing and dropping files that are sent one by one, each with its progress, where scripts run; a plain file field where they do not. */
import { assetUrls } from '../assets.ts';
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { fileField, type FieldOptions } from './fields.ts';
import { paragraph } from './text.ts';

/**
 * A field for many files, inside a `multipart` form with a button to send it. Where scripts run, files go to `api` (the tus protocol) as soon as
 * they are chosen or dropped, and the region with the id `shows` is read anew after each.
 *
 * @param options.words what the browser says on the way, with words in braces to put in
 */
export function uploadArea(
  options: FieldOptions & {
    accept: string;
    api: string;
    shows: string;
    maxBytes: number;
    drop: Content;
    words: Readonly<Record<string, string>>;
  },
): Html {
  const { api, shows, maxBytes, drop, words, ...field } = options;
  const own = {
    class: 'ep-uploads',
    'data-uploads': api,
    'data-shows': shows,
    'data-max-bytes': maxBytes,
    'data-words': JSON.stringify(words),
  };
  return html`<div${attrs(own)}><div class="ep-uploads__drop" hidden>${paragraph(drop)}</div>${fileField({ ...field, multiple: true })}<p class="ep-uploads__summary" role="status"></p><ul class="ep-uploads__list"></ul></div><script defer src="${assetUrls.tus}"></script>`;
}

/** A part of the page that a script may read anew; with `waiting` it does so by itself until nothing waits. */
export function liveRegion(options: { id: string; body: Content; waiting?: boolean }): Html {
  return html`<div${attrs({ class: 'ep-stack', id: options.id, 'data-waiting': options.waiting === true })}>${options.body}</div>`;
}
