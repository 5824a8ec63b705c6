import type { Lang, Texts } from '../../ui/text/index.ts';
import type { SheetLine } from './schema.ts';

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
