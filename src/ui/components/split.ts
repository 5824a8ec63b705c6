/** Two things side by side, each scrolling by itself: one reads on the left and writes on the right. Below each other on a narrow screen. */
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';

interface Pane {
  id: string;
  label: string;
  body: Content;
}

export function split(first: Pane, second: Pane): Html {
  const pane = ({ id, label, body }: Pane): Html =>
    html`<section class="ep-split__pane" id="${id}" aria-label="${label}" tabindex="0">${body}</section>`;
  return html`<div class="ep-split">${pane(first)}${pane(second)}</div>`;
}
