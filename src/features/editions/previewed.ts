/** What is being written about a criterion or a question, as jurors and applicants will see it. Nothing here has to be complete yet. */
import type { Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { criterionPreview } from '../ballots/previewed.ts';
import { questionPreview } from '../writing/previewed.ts';
import { criterionTexts, questionTexts } from './forms-criteria.ts';
import { shapeFrom } from './forms-shape.ts';
import type { CriterionRow, EditionRow, Localised, QuestionRow } from './schema.ts';
import { isStructured } from '../writing/schema-structured.ts';

type Values = Readonly<Record<string, string>>;
type Written<T> = T & Record<string, string>;

export function shownCriterion(edition: EditionRow, values: Values, lang: Lang): Html {
  const kind = oneOf(['must', 'assessed', 'extra'] as const, values['kind'], 'assessed');
  const weight = wholeNumber(values['weight']);
  const scale = {
    min: edition.scale_min,
    max: edition.scale_max,
    words: edition.scale_words as Record<string, Record<string, string>>,
  };
  return criterionPreview(
    {
      kind,
      // What is assessed counts once where nothing else is said.
      weight: kind === 'must' ? null : (weight ?? (kind === 'assessed' ? 1 : null)),
      texts: named(criterionTexts(values as Written<Parameters<typeof criterionTexts>[0]>), 'name', lang),
    } satisfies Pick<CriterionRow, 'kind' | 'weight'> & { texts: object },
    edition.scoring ? scale : null,
    lang,
  );
}

export function shownQuestion(values: Values, lang: Lang): Html {
  const kind = oneOf(['text', 'line', 'tick', 'table', 'choices'] as const, values['kind'], 'text');
  return questionPreview(
    {
      section: (values['section'] || 'criteria') as QuestionRow['section'],
      kind,
      required: Boolean(values['required']) && !isStructured(kind),
      word_limit: wholeNumber(values['wordLimit']),
      details: shapeFrom({ ...values, kind }),
      texts: named(questionTexts(values as Written<Parameters<typeof questionTexts>[0]>), 'label', lang),
    },
    lang,
  );
}

/** What has no name yet is said to have none: in the language that it is shown in. */
const named = <K extends 'name' | 'label', T extends Record<K, string>>(
  said: Localised<T>,
  key: K,
  lang: Lang,
): Localised<T> => {
  const own = said[lang] ?? said.nb;
  return own[key].trim() ? said : { ...said, [lang]: { ...own, [key]: texts(lang).preview.live.unnamed } };
};

const oneOf = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

function wholeNumber(text = ''): number | null {
  const number = Number(text);
  return text.trim() && Number.isInteger(number) && number > 0 && number < 100_000 ? number : null;
}
