/** The few drawings of the pages. All are decoration: the words stand beside them. */
import { html } from '../html.ts';
import type { Html } from '../html.ts';

const icon = (shape: Html): Html =>
  html`<svg class="ep-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;

export const iconTick = (): Html => icon(html`<path d="M5 12.5l4.5 4.5L19 7.5"/>`);
export const iconOpen = (): Html => icon(html`<circle cx="12" cy="12" r="8"/>`);
export const iconFile = (): Html => icon(html`<path d="M13 3H6v18h12V8z M13 3v5h5"/>`);
export const iconLock = (): Html =>
  icon(html`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`);
export const iconClock = (): Html => icon(html`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`);

/** The mark of the prize: two who look at the same thing from different sides. */
export const mark = (): Html =>
  html`<svg class="ep-mark" viewBox="0 0 36 24" width="36" height="24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2.5"><circle cx="12.5" cy="12" r="9"/><circle cx="23.5" cy="12" r="9"/></svg>`;
