/** One criterion as it will stand on the ballot, from what somebody is writing about it. */
import { stack } from '../../ui/components/index.ts';
import type { Html } from '../../ui/html.ts';
import { nobodysIn } from '../../ui/preview.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';
import { criterionCard } from './views-form.ts';

export interface WrittenCriterion {
  kind: SheetLine['kind'];
  weight: number | null;
  texts: SheetLine['texts'];
}

/** `scale`: null where the jury gives no points. */
export function criterionPreview(written: WrittenCriterion, scale: Scale | null, lang: Lang): Html {
  const line: SheetLine = {
    ...written,
    criterionId: nobodysIn(lang),
    scored: scale !== null && written.weight !== null,
    score: null,
    notDescribed: false,
    met: null,
    assessment: '',
    version: 0,
  };
  const view = {
    sheet: [line],
    scale: scale ?? { min: 1, max: 1, words: {} },
    version: 0,
    errors: [],
    clashes: new Set<string>(),
    input: () => undefined,
  };
  return stack(criterionCard(line, view, texts(lang), lang));
}
