/** The name of a criterion in the language of the page; without one there, in bokmål. */
import { html, type Html } from './html.ts';
import type { Lang } from './text/index.ts';

/** Marked where it is in another language than the page. */
export function nameIn(words: unknown, lang: Lang): Html {
  const names = words as Record<string, { name: string } | undefined>;
  return html`<span lang="${names[lang] ? lang : 'nb'}">${plainNameIn(words, lang)}</span>`;
}

export function plainNameIn(words: unknown, lang: Lang): string {
  const names = words as Record<string, { name: string } | undefined>;
  return (names[lang] ?? names['nb'])?.name ?? '';
}
