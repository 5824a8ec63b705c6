/** Figures and names as a page says them. */
import { html, type Html } from '../../ui/html.ts';
import { formatNumber } from '../../ui/text/format.ts';
import type { Lang } from '../../ui/text/index.ts';

/** A decimal figure with the comma of the language; a true minus. */
export const inNumbers = (shown: string, lang: Lang): string =>
  (lang === 'en' ? shown : shown.replace('.', ',')).replace('-', '−');

/** A computed figure in two decimals. */
export const figure = (value: number, lang: Lang, decimals = 2): string =>
  inNumbers((value + (value < 0 ? -1e-9 : 1e-9)).toFixed(decimals).replace(/^-(0\.?0*)$/, '$1'), lang);

/** With a sign, for what lies above or below. */
export const signed = (value: number, lang: Lang): string =>
  value > 0.005 ? `+${figure(value, lang)}` : figure(value, lang);

/** A share as percent, without decimals; what is little but not nothing does not become 0. */
export const percent = (share: number, lang: Lang): string => {
  if (share > 0 && share < 0.01) return 'under 1';
  return formatNumber(Math.round(share * 100), lang);
};

/** The name of a criterion, marked where it is in another language than the page. */
export function nameIn(words: unknown, lang: Lang): Html {
  const names = words as Record<string, { name: string } | undefined>;
  return html`<span lang="${names[lang] ? lang : 'nb'}">${plainNameIn(words, lang)}</span>`;
}

export function plainNameIn(words: unknown, lang: Lang): string {
  const names = words as Record<string, { name: string } | undefined>;
  return (names[lang] ?? names['nb'])?.name ?? '';
}
