/** The words of the service. Bokmål is the source of the type: a missing text or parameter does not compile. */
import { en } from './en/index.ts';
import { nb } from './nb/index.ts';
import { nn } from './nn/index.ts';

export const LANGS = ['nb', 'nn', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export type Texts = typeof nb;

const CATALOGUES: Record<Lang, Texts> = { nb, nn, en };

/** All texts of one language: `const t = texts(request.lang); t.common.save`. */
export function texts(lang: Lang): Texts {
  return CATALOGUES[lang];
}

/** A named requirement in words, with whatever it counts behind them (`…:` in the catalogue leads to that). */
export function requirementText(t: Texts, requirement: string, items: readonly string[] = []): string {
  const words = t.requirements[requirement] ?? requirement;
  // "These lack it:" says nothing where nobody is named.
  return items.length > 0
    ? `${words} ${items.join(', ')}`
    : words.replace(/\. [^.]*:$/, '.').replace(/:$/, '');
}

/** A text that is chosen when the reader's language is known. */
export type Message = string | ((t: Texts) => string);

export function say(message: Message, t: Texts): string {
  return typeof message === 'string' ? message : message(t);
}

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && (LANGS as readonly string[]).includes(value);
}
