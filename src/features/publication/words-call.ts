/** What a call says of its form, its criteria, its scale and its dates: the same words on the pages and in the documents. */
import { formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { labelIn, type Details } from '../writing/schema-structured.ts';
import type { PublicCall, PublicEdition } from './schema-public.ts';

/** Where the form is had as a document, in bokmål. */
export const CALL_FORMS = {
  pdf: '/utlysning/soknadsskjema.pdf',
  docx: '/utlysning/soknadsskjema.docx',
} as const;

/** When the nominated are or were told: the day that is planned, or the one that it was. */
export const finalistsWhen = (
  { finalistsAt, finalistsOutAt }: Pick<PublicEdition, 'finalistsAt' | 'finalistsOutAt'>,
  lang: Lang,
): string =>
  finalistsOutAt
    ? formatDate(finalistsOutAt, lang)
    : texts(lang).publicSite.steps.planned(formatDate(finalistsAt, lang));

interface Localised<T> {
  nb: T;
  nn: T;
  en?: T;
}
/** `lang`: where it is another than the reader's. */
interface Said<T> {
  text: T;
  lang: Lang | undefined;
}
/** A text in the reader's language; where English is missing it is bokmål, and says so. */
export function inLang<T>(text: Localised<T>, lang: Lang): Said<T> {
  const own = text[lang];
  return own === undefined ? { text: text.nb, lang: 'nb' } : { text: own, lang: undefined };
}

type Question = PublicCall['questions'][number];

/** "must be answered, up to 300 words" */
export function rulesIn({ kind, required, wordLimit }: Question, lang: Lang): string {
  const t = texts(lang).publicSite.call;
  return [
    required ? t.required : t.optional,
    kind === 'tick' || kind === 'table' || kind === 'choices' ? t[kind] : '',
    wordLimit ? t.words(wordLimit) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Columns of a table, or what can be chosen. */
export const namesOf = (details: Details, lang: Lang): string[] =>
  ('columns' in details ? details.columns : details.options).map((each) => labelIn(each.texts, lang));

/** What a criterion is beside an ordinary one; empty for that. */
export function countsAs(
  { kind, weight }: Pick<PublicCall['criteria'][number], 'kind' | 'weight'>,
  lang: Lang,
): string {
  const t = texts(lang).publicSite.call;
  const heavy = weight !== null && weight > 1;
  if (kind === 'assessed' && !heavy) return '';
  return [t.kinds[kind], heavy ? t.weight(weight) : ''].filter(Boolean).join(', ');
}

/** What each number of points means, the highest first. */
export function levelsOf(
  { min, max, words }: NonNullable<PublicCall['scale']>,
  lang: Lang,
): (readonly [label: string, meaning: Said<string>])[] {
  const t = texts(lang).publicSite.call;
  const levels = [...Array.from({ length: max - min + 1 }, (_, i) => String(max - i)), 'none'];
  return levels.flatMap((level) => {
    const own = words[level];
    return own ? [[level === 'none' ? t.notDescribed : t.level(level), inLang(own, lang)] as const] : [];
  });
}
