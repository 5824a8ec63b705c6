/** A long text to read: its size, where one is in it, and the way back to the work. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { button } from './actions.ts';
import { hidden } from './fields.ts';
import { neededScript } from './scripts.ts';

/** A bar that stays in view. The sizes are a form of their own, and need no scripts. */
export function readingTools(options: {
  action: string;
  /** The page itself, to come back to. */
  here: string;
  label: string;
  sizes: readonly { value: string; label: string; chosen: boolean }[];
  way: Content;
}): Html {
  const sizes = options.sizes.map(
    ({ value, label, chosen }) =>
      html`<button${attrs({ class: 'ds-button', 'data-variant': 'tertiary', 'data-color': 'accent', type: 'submit', name: 'size', value, 'aria-pressed': String(chosen) })}><span aria-hidden="true">A</span><span class="ds-sr-only">${label}</span></button>`,
  );
  return html`<div class="ep-reading-tools"><form method="post" class="ep-sizes"${attrs({ action: options.action, 'aria-label': options.label, 'data-sizes': true })}>${hidden('til', options.here)}${sizes}</form><span data-place-said role="status"></span>${options.way}</div>`;
}

/**
 * The text in its parts. Browser scripts keep the place and come back to it (`ui/browser/reading.ts`); without them each part has
 * a button for it.
 */
export function readingText(options: {
  size: string;
  /** What scripts need to keep the place. */
  settings: object;
  /** Where the buttons send it. */
  action: string;
  body: Content;
}): Html {
  const { size, settings, action, body } = options;
  return html`<noscript><form method="post" id="sted"${attrs({ action })}></form></noscript><div class="ep-reading" id="tekst"${attrs({ 'data-reading': JSON.stringify(settings), 'data-size': size })}>${body}</div>${neededScript('reading')}`;
}

/** A part that one can come back to; `remember` is the words of its button. */
export function readingPart(options: { id: string; remember: string; body: Content }): Html {
  const { id, remember, body } = options;
  const mark = button({
    label: remember,
    kind: 'tertiary',
    small: true,
    name: 'place',
    value: id,
    form: 'sted',
  });
  return html`<section class="ep-reading__part" tabindex="-1" data-part${attrs({ id })}>${body}<noscript>${mark}</noscript></section>`;
}
