/** Lists: plain, of terms, of what is done and missing, and of the steps of the year. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Texts } from '../text/index.ts';
import { iconOpen, iconTick } from './icons.ts';
import { srOnly } from './text.ts';

/** Bullets, or numbers with `ordered`. */
export function list(items: readonly Content[], options: { ordered?: boolean } = {}): Html {
  const body = items.map((item) => html`<li>${item}</li>`);
  return options.ordered ? html`<ol class="ds-list">${body}</ol>` : html`<ul class="ds-list">${body}</ul>`;
}

/** Rows of things with air and a line between: inbox, applications, people. No bullets. */
export function rows(items: readonly Content[]): Html {
  return html`<ul class="ep-rows">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** Terms and what they are. Pairs whose value is null, undefined or false are left out. */
export function descriptionList(pairs: readonly (readonly [term: Content, value: Content])[]): Html {
  return html`<dl class="ep-terms">${pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export interface Requirement {
  label: Content;
  met: boolean;
  /** Where it can be put right. */
  href?: string | undefined;
  /** What it counts, each with a place of its own. */
  parts?: Content;
}

/** What must be in place, with a tick at each that is. The state is said in words too. */
export function checklist(items: readonly Requirement[], t: Texts): Html {
  return html`<ul class="ep-checklist">${items.map(
    ({ label, met, href, parts }) =>
      html`<li${attrs({ 'data-met': met ? 'yes' : 'no' })}>${met ? iconTick() : iconOpen()}<div>${srOnly(
        html`${met ? t.common.done : t.common.remaining}: `,
      )}${href && !met ? html`<a class="ds-link" href="${href}">${label}</a>` : label}${!met && parts}</div></li>`,
  )}</ul>`;
}

export interface Step {
  label: Content;
  /** When: a date or a span, as text. */
  when?: Content;
  state: 'done' | 'current' | 'upcoming';
  note?: Content;
}

/** The steps of an edition or of an application, with the current one marked. */
export function steps(items: readonly Step[], t: Texts): Html {
  const words = { done: t.common.passed, current: t.common.current, upcoming: t.common.upcoming };
  return html`<ol class="ep-steps">${items.map(
    (step) =>
      html`<li${attrs({ 'data-state': step.state, 'aria-current': step.state === 'current' && 'step' })}><span class="ep-steps__dot">${
        step.state === 'done' && iconTick()
      }</span><div><p class="ep-steps__label">${step.label} ${srOnly(html`(${words[step.state]})`)}</p>${
        step.when && html`<p class="ep-steps__when">${step.when}</p>`
      }${step.note && html`<p class="ep-steps__note">${step.note}</p>`}</div></li>`,
  )}</ol>`;
}

/** A few figures that say how things stand: number large, words under it. */
export function figures(items: readonly { value: Content; label: Content }[]): Html {
  return html`<dl class="ep-figures">${items.map(({ value, label }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Parts of a piece of work, each with what it is about and how it stands. */
export function taskRows(
  items: readonly { href: string; label: Content; about: Content; status: Content }[],
): Html {
  return html`<ul class="ep-rows">${items.map(
    ({ href, label, about, status }) =>
      html`<li class="ep-task"><div><a class="ds-link"${attrs({ href })}>${label}</a><p class="ds-paragraph ep-muted" data-size="sm">${about}</p></div><div>${status}</div></li>`,
  )}</ul>`;
}
