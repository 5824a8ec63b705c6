import type { Lang, Texts } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';

/** The criterion in the reader's language, and which language that became: English is optional and falls back to bokmål. */
export function criterionIn(
  texts: SheetLine['texts'],
  lang: Lang,
): { name: string; description: string; prompts: readonly string[]; lang: Lang } {
  const own = texts[lang];
  return { name: '', description: '', prompts: [], ...(own ?? texts['nb']), lang: own ? lang : 'nb' };
}

/** What kind of criterion it is, and what it weighs where it weighs more than others. */
export const criterionNote = (
  { kind, weight, scored }: Pick<SheetLine, 'kind' | 'weight' | 'scored'>,
  t: Texts,
): string =>
  [t.ballots.kinds[kind], scored && weight !== null && weight > 1 ? t.ballots.weight(weight) : '']
    .filter(Boolean)
    .join(' · ');

/** The levels of the scale in words, the best first, as one reads; what is not described last. */
export function levels({ min, max, words }: Scale, t: Texts, lang: Lang): { value: string; label: string }[] {
  const wordsOf = (level: string): string => words[level]?.[lang] ?? words[level]?.['nb'] ?? '';
  const scored = Array.from({ length: max - min + 1 }, (_, i) => String(max - i)).map((value) => ({
    value,
    label: wordsOf(value) ? t.ballots.level(Number(value), wordsOf(value)) : value,
  }));
  return [
    ...scored,
    { value: 'none', label: t.ballots.notDescribed(wordsOf('none') || t.results.notDescribed, min) },
  ];
}
