/** Two things side by side, each scrolling by itself: one reads on the left and writes on the right. Tabs where there is no room for both. */
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';

interface Pane {
  id: string;
  label: string;
  body: Content;
}

/**
 * The tabs are links to the panes and need no scripts: whichever holds the target of the address is shown, and all of both
 * where the browser cannot tell.
 *
 * @param options.open which is shown when the address says nothing
 */
export function split(
  first: Pane,
  second: Pane,
  options: { label: string; open?: 'first' | 'second' },
): Html {
  const { open = 'first' } = options;
  const tab = ({ id, label }: Pane): Html => html`<li><a href="#${id}">${label}</a></li>`;
  const pane = ({ id, label, body }: Pane): Html =>
    html`<section class="ep-split__pane" id="${id}" aria-label="${label}" tabindex="0">${body}</section>`;
  return html`<div class="ep-split" data-open="${open}"><nav class="ep-split__tabs" aria-label="${options.label}"><ul>${tab(first)}${tab(second)}</ul></nav>${pane(first)}${pane(second)}</div>`;
}
