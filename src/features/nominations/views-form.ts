/** One section of the form: a question, who reads the answer, what may help, and how many words are left. */
import {
  actions,
  alert,
  button,
  buttonLink,
  card,
  checkbox,
  details,
  errorsByField,
  errorSummary,
  form,
  hidden,
  list,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  stack,
  statusMessage,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { attrs, html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Field, LocalText, NominationRow, QuestionRow, Section } from './schema.ts';
import { nominationCrumbs, slugOfSection } from './views.ts';
import { countWords } from './words.ts';

/** Names of the fields in the form: the answer, the version it was read at, and the choice after a clash. */
export const fieldNames = (question: string) => ({
  answer: `a-${question}`,
  version: `v-${question}`,
  choice: `c-${question}`,
});

/** What somebody else has saved in the meantime. */
export interface ClashView {
  value: string;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}
export interface SectionView {
  row: Pick<NominationRow, 'id' | 'organisation_name' | 'language'>;
  section: Section;
  fields: readonly Field[];
  clashes: ReadonlyMap<string, ClashView>;
  errors: readonly FormError[];
  /** "kl. 12.03" when the page answers a save. */
  savedAt: string | null;
  last: boolean;
}

export function sectionPage(view: SectionView, lang: Lang): Page {
  const t = texts(lang);
  const { row, section, fields, clashes, errors, savedAt } = view;
  const own = t.nominations.form;
  const written = fields.some(({ question }) => question.kind === 'text');
  const buttons = actions(
    button({ label: own.saveAndNext, name: 'then', value: 'next' }),
    button({ label: own.save, kind: 'secondary', name: 'then', value: 'stay' }),
    buttonLink({ href: `/soknad/${row.id}`, label: t.common.back, kind: 'tertiary' }),
  );
  return {
    title: t.nominations.sections[section],
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, t.nominations.sections[section], lang),
    main: stack(
      clashes.size > 0
        ? alert({
            tone: 'warning',
            title: t.nominations.clash.title,
            body: paragraph(t.nominations.clash.lead),
          })
        : errorSummary(errors, t),
      savedAt !== null && statusMessage(own.savedAt(savedAt)),
      pageHead({
        title: t.nominations.sections[section],
        over: row.organisation_name,
        lead: t.nominations.sectionLeads[section],
      }),
      written && alert({ title: own.privacyTitle, body: paragraph(own.privacy) }),
      form({
        action: `/soknad/${row.id}/del/${slugOfSection(section)}`,
        body: html`${fields.map((field) => fieldView(field, view, lang))}${buttons}`,
      }),
    ),
  };
}

/** In the reader's language where the edition has it, so that a page does not mix two. */
function textOf({ texts: all }: QuestionRow, lang: Lang): LocalText & { lang: Lang } {
  const own = all[lang];
  return own ? { ...own, lang } : { label: '', ...all['nb'], lang: 'nb' };
}

function fieldView(field: Field, { row, clashes, errors }: SectionView, lang: Lang): Html {
  const { question, value } = field;
  const own = texts(lang).nominations.form;
  const clash = clashes.get(question.id);
  const names = fieldNames(question.id);
  const { prompts = [] } = textOf(question, lang);
  const help = prompts.length > 0 && details({ summary: own.prompts, body: list(prompts) });
  const over =
    question.word_limit !== null &&
    countWords(value) > question.word_limit &&
    paragraph(own.wordCount(countWords(value), question.word_limit), 'small');
  return html`<div>${clash && theirs(clash, lang)}${control(field, row.language, errorsByField(errors)[names.answer], lang)}${over}${help}${hidden(names.version, clash?.version ?? field.version)}${
    clash && choice(question.id, clash, lang)
  }</div>`;
}

function control(
  { question, value }: Field,
  language: 'nb' | 'nn',
  error: string | undefined,
  lang: Lang,
): Html {
  const t = texts(lang);
  const { label, help, lang: written } = textOf(question, lang);
  const name = fieldNames(question.id).answer;
  const optional = question.required ? {} : { optional: t.common.optional };
  const readers = t.nominations.form[readersOf(question)];
  const hint = html`${help && html`<span${attrs({ lang: written === lang ? null : written })}>${help}</span><br>`}${readers}`;
  if (question.kind === 'tick') return checkbox({ name, label, hint: readers, checked: value !== '', error });
  if (question.kind === 'line') return textField({ name, label, hint, value, error, ...optional });
  const words = question.word_limit === null ? {} : { words: { max: question.word_limit, t } };
  return textArea({
    name,
    label,
    hint,
    value,
    error,
    lang: language,
    rows: question.section === 'criteria' ? 10 : 6,
    ...words,
    ...optional,
  });
}

/** The short text about the work may be published; everything else is for the jury and the secretariat. */
const readersOf = ({ section, kind }: QuestionRow) =>
  section === 'about' && kind === 'text'
    ? 'readersPublic'
    : section === 'approval'
      ? 'readersApproval'
      : 'readers';

function theirs({ value, updatedBy, updatedAt }: ClashView, lang: Lang): Html {
  const own = texts(lang).nominations.clash;
  const title = updatedBy ? own.theirs(updatedBy, formatDateTime(updatedAt, lang)) : own.theirsNobody;
  return card({
    title,
    level: 2,
    tinted: true,
    tone: 'warning',
    body: value === '' ? paragraph(own.empty, 'muted') : prose(value),
  });
}

function choice(id: string, { updatedBy }: ClashView, lang: Lang): Html {
  const own = texts(lang).nominations.clash;
  return radioGroup({
    name: fieldNames(id).choice,
    legend: own.choose,
    value: 'mine',
    options: [
      { value: 'mine', label: own.keepMine },
      { value: 'theirs', label: own.keepTheirs(updatedBy || own.other) },
    ],
  });
}

/** The section to read, when it cannot be written in. */
export function closedSectionPage(
  { row, section, content }: Pick<SectionView, 'row' | 'section'> & { content: SubmissionContent },
  lang: Lang,
): Page {
  const t = texts(lang);
  const title = t.nominations.sections[section];
  return {
    title,
    breadcrumbs: nominationCrumbs(row, title, lang),
    main: stack(
      pageHead({ title, over: row.organisation_name }),
      alert({ body: paragraph(t.nominations.form.closed) }),
      submissionView(content, { lang, language: row.language }),
      nothing,
    ),
  };
}
