/** Which texts of a year lack one of the two forms of Norwegian (SPR-3): for the guard of the announcement, its page and the API. */
import { norwegian, type Gap, type Norwegian } from './schema-readiness.ts';
import {
  editionTextKeys,
  type CriterionRow,
  type EditionRow,
  type EditionTexts,
  type Localised,
  type QuestionRow,
} from './schema.ts';

export interface Translated {
  edition: Pick<EditionRow, 'texts' | 'scoring' | 'scale_min' | 'scale_max' | 'scale_words'>;
  criteria: readonly Pick<CriterionRow, 'id' | 'texts'>[];
  questions: readonly Pick<QuestionRow, 'id' | 'texts'>[];
}

/** The edition's own texts must be there; of everything else, what is said in one form must be said in the other. */
export function translationGaps({ edition, criteria, questions }: Translated): Gap[] {
  const own = edition.texts as Localised<Partial<EditionTexts>>;
  return [
    ...editionTextKeys.flatMap((key) =>
      norwegian
        .filter((lang) => empty(own[lang]?.[key]))
        .map((lang) => ({ part: 'texts' as const, lang, id: key, name: key })),
    ),
    ...criteria.flatMap(({ id, texts }) =>
      uneven('criteria', id, texts, ({ name, description, prompts }) => [
        name,
        description,
        prompts?.join(''),
      ]),
    ),
    // Columns and options are refused without both.
    ...questions.flatMap(({ id, texts }) =>
      uneven('questions', id, texts, ({ label, help, prompts }) => [label, help, prompts?.join('')]),
    ),
    ...scaleGaps(edition),
  ];
}

const empty = (text: string | undefined): boolean => !text?.trim();

/** Each part of a text that only one of the two has; one gap a language. */
function uneven<T>(
  part: Gap['part'],
  id: string,
  texts: Localised<T>,
  parts: (text: T) => readonly (string | undefined)[],
): Gap[] {
  const said = { nb: parts(texts.nb ?? ({} as T)), nn: parts(texts.nn ?? ({} as T)) };
  return norwegian
    .filter((lang) => said[lang].some((text, i) => empty(text) && !empty(said[other(lang)][i])))
    .map((lang) => ({ part, lang, id, name: said[other(lang)].find((text) => !empty(text)) ?? '' }));
}

const other = (lang: Norwegian): Norwegian => (lang === 'nb' ? 'nn' : 'nb');

type ScaleOf = Pick<EditionRow, 'scoring' | 'scale_min' | 'scale_max' | 'scale_words'>;

/** The numbers of the scale, from the lowest. */
export const numbersOf = ({ scale_min, scale_max }: Pick<EditionRow, 'scale_min' | 'scale_max'>): string[] =>
  Array.from({ length: scale_max - scale_min + 1 }, (_, i) => String(scale_min + i));

function scaleGaps({ scale_words, ...edition }: ScaleOf): Gap[] {
  if (!edition.scoring) return [];
  const words = scale_words as Record<string, Localised<string>>;
  return [...numbersOf(edition), 'none'].flatMap((level) =>
    words[level] ? uneven('scale', level, words[level], (text) => [text]) : [],
  );
}

/** The levels that a juror would see as a bare number: said in neither form. That nothing is described says itself. */
export function bareLevels({ scale_words, ...edition }: ScaleOf): string[] {
  if (!edition.scoring) return [];
  const words = scale_words as Record<string, Localised<string> | undefined>;
  return numbersOf(edition).filter((level) => norwegian.every((lang) => empty(words[level]?.[lang])));
}

/** A gap in words that no language needs: "purpose (nn)", or what it says in the other form. */
export const gapName = ({ part, lang, id, name }: Gap): string => `${part === 'scale' ? id : name} (${lang})`;
