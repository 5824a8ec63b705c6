import type { Lang } from '../../ui/text/index.ts';
import type { SheetLine } from './schema.ts';

/** The criterion in the reader's language, and which language that became: English is optional and falls back to bokmål. */
export function criterionIn(
  texts: SheetLine['texts'],
  lang: Lang,
): { name: string; description: string; lang: Lang } {
  const own = texts[lang];
  return own ? { ...own, lang } : { name: '', description: '', ...texts['nb'], lang: 'nb' };
}
