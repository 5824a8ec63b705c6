/** What stands around a ballot: where one is among the applications, how much is whole, and keys for those who want them. */
import { attrs, html, nothing } from '../html.ts';
import type { Content, Html } from '../html.ts';

/** One line over the work: where one is, what is left, and one press to the next. */
export function deskBar(options: {
  items: readonly Content[];
  /** How long there is, on a line of its own. */
  time: Content;
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
  /** What is here is done: the next is what one goes to. */
  done: boolean;
}): Html {
  const { items, previous, next, time } = options;
  const way = html`<span class="ep-actions ep-desk__way">${
    previous && html`<a class="ds-link"${attrs({ href: previous.href })}>${previous.label}</a>`
  }${
    next &&
    html`<a class="ds-button" data-color="accent" data-size="sm" data-next${attrs({ href: next.href, 'data-variant': options.done ? 'primary' : 'secondary' })}>${next.label}</a>`
  }</span>`;
  return html`<div class="ep-desk">${items.map((item) => html`<span>${item}</span>`)}${previous || next ? way : nothing}${time}</div>`;
}

/** How much of a form is whole; browser scripts count on while one writes (`ui/browser/complete.ts`). `words` has {n}. */
export function completeness(options: {
  id: string;
  label: Content;
  value: number;
  max: number;
  words: string;
}): Html {
  const { id, label, value, max, words } = options;
  return html`<div class="ep-progress"${attrs({ 'data-complete': words })}><div class="ep-progress__row"><label for="${id}">${label}</label><span data-shown>${words.replace('{n}', String(value))}</span></div><progress id="${id}" value="${value}" max="${max}"></progress></div>`;
}

/** The keys, and the switch that turns them on. Hidden until a script can act on them (`ui/browser/shortcuts.ts`). */
export function shortcutHelp(options: {
  title: Content;
  on: Content;
  hint: Content;
  keys: readonly (readonly [key: string, what: Content])[];
}): Html {
  const keys = options.keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`);
  return html`<details class="ds-details" data-shortcuts hidden><summary>${options.title}</summary><div class="ep-stack"><div class="ds-field"><input class="ds-input" type="checkbox" id="hurtigtaster"><label class="ds-label" data-weight="regular" for="hurtigtaster">${options.on}</label><div data-field="description" class="ep-hint">${options.hint}</div></div><dl class="ep-keys">${keys}</dl></div></details>`;
}
