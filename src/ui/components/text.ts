/** Headings and running text. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Lang } from '../text/index.ts';

export type Level = 1 | 2 | 3 | 4;
const HEADING_SIZES = { 1: 'lg', 2: 'sm', 3: 'xs', 4: '2xs' } as const;

/** A heading; its size follows its level unless `size` says otherwise. */
export function heading(
  level: Level,
  content: Content,
  options: { id?: string; size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' } = {},
): Html {
  const given = attrs({
    class: 'ds-heading',
    'data-size': options.size ?? HEADING_SIZES[level],
    id: options.id,
  });
  if (level === 1) return html`<h1${given}>${content}</h1>`;
  if (level === 2) return html`<h2${given}>${content}</h2>`;
  if (level === 3) return html`<h3${given}>${content}</h3>`;
  return html`<h4${given}>${content}</h4>`;
}

/** One paragraph. `lead` for the first one under the title, `muted` for what may be skipped. */
export function paragraph(content: Content, kind: 'body' | 'lead' | 'muted' | 'small' = 'body'): Html {
  const size = { body: 'md', lead: 'lg', muted: 'md', small: 'sm' }[kind];
  const tone = kind === 'muted' || kind === 'small' ? 'ds-paragraph ep-muted' : 'ds-paragraph';
  return html`<p class="${tone}" data-size="${size}">${content}</p>`;
}

/** The head of a page: what it is, the title, and one sentence that says what can be done here. */
export function pageHead(options: { title: Content; lead?: Content; over?: Content; aside?: Content }): Html {
  return html`<div class="ep-head">${options.over && html`<p class="ep-over">${options.over}</p>`}${heading(1, options.title)}
${options.lead && paragraph(options.lead, 'lead')}${options.aside && html`<div class="ep-head__aside">${options.aside}</div>`}</div>`;
}

/** The opening of the front page or of an edition, across the whole width; what matters most now stands beside it. */
export function hero(options: {
  over?: Content;
  title: Content;
  lead: Content;
  actions?: Content;
  side?: Content;
}): Html {
  const { over, title, lead, side } = options;
  return html`<div class="ep-hero"><div class="ep-frame"><div class="ep-head">${over && html`<p class="ep-over">${over}</p>`}${heading(1, title)}
${paragraph(lead, 'lead')}${options.actions && html`<div class="ep-head__aside">${options.actions}</div>`}</div>${
    side && html`<div class="ep-hero__side">${side}</div>`
  }</div></div>`;
}

/** A main column and something beside it that stays in view: a checklist, the dates, who to ask. */
export function withAside(options: { main: Content; side: Content; label: string }): Html {
  return html`<div class="ep-aside"><div class="ep-aside__main">${options.main}</div><aside class="ep-aside__side" aria-label="${options.label}">${options.side}</aside></div>`;
}

/** A part of a page under its own heading. `id` makes it a named region that can be linked to. */
export function section(options: { title: Content; id?: string; level?: Level; body: Content }): Html {
  const { id } = options;
  return html`<section class="ep-section"${attrs({ id, 'aria-labelledby': id && `${id}-title` })}>${heading(
    options.level ?? 2,
    options.title,
    id ? { id: `${id}-title` } : {},
  )}
${options.body}</section>`;
}

/**
 * Text that a person wrote: paragraphs at blank lines, line breaks kept, nothing interpreted.
 * `lang` is the language of the text where it differs from the page (WCAG 3.1.2).
 */
export function prose(text: string, lang?: Lang): Html {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/);
  return html`<div class="ep-prose"${attrs({ lang })}>${paragraphs.map(
    (part) =>
      html`<p class="ds-paragraph" data-variant="long">${part
        .split('\n')
        .map((line, i) => (i === 0 ? line : html`<br>${line}`))}</p>`,
  )}</div>`;
}

/** An instant with its machine form: <time datetime="…">shown</time>. */
export function time(instant: Date, shown: string): Html {
  return html`<time datetime="${instant.toISOString()}">${shown}</time>`;
}

/** For screen readers only. */
export function srOnly(content: Content): Html {
  return html`<span class="ds-sr-only">${content}</span>`;
}

/** What one types into a terminal. Scrolls sideways in its own frame, reachable with the keyboard. */
export function commandLine(text: string, label: string): Html {
  return html`<pre class="ep-command" tabindex="0" role="region" aria-label="${label}"><code>${text}</code></pre>`;
}

/** Text in which what was looked for is marked. */
export function marked(segments: readonly { text: string; hit: boolean }[]): Html {
  return html`${segments.map(({ text, hit }) => (hit ? html`<mark class="ep-hit">${text}</mark>` : text))}`;
}
