/** One question as it will stand in the form, from what somebody is writing about it. */
import type { Html } from '../../ui/html.ts';
import { NOBODYS, nobodysIn } from '../../ui/preview.ts';
import type { Lang } from '../../ui/text/index.ts';
import type { QuestionRow } from '../nominations/schema.ts';
import { fieldView } from './views-fields.ts';

export type WrittenQuestion = Pick<
  QuestionRow,
  'section' | 'kind' | 'required' | 'word_limit' | 'texts' | 'details'
>;

export function questionPreview(written: WrittenQuestion, lang: Lang): Html {
  const question: QuestionRow = {
    ...written,
    id: nobodysIn(lang),
    edition_id: NOBODYS,
    criterion_id: null,
    position: 0,
  };
  const field = { question, value: '', version: 0 };
  return fieldView({ field, language: lang === 'nn' ? 'nn' : 'nb', error: undefined, moreRows: false }, lang);
}
