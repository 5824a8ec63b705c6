/** What the server makes of a form before it is saved: anew while one writes where scripts run, by a button elsewhere. */
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { button } from './actions.ts';

/** What the button of the form sends, and the script. */
export const SHOW = 'show';

/** The part that follows the form with `shows: id`; read aloud when it changes. */
export const shownPart = (id: string, body: Content): Html =>
  html`<div class="ep-stack" id="${id}" aria-live="polite">${body}</div>`;

export const showButton = (label: string): Html =>
  button({ label, kind: 'secondary', name: 'then', value: SHOW });

/** What is written, and beside it, or under it where there is no room, what it becomes. */
export const beside = (written: Content, shown: Content): Html =>
  html`<div class="ep-beside"><div class="ep-stack">${written}</div><div class="ep-beside__shown">${shown}</div></div>`;
