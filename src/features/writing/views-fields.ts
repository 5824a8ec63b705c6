/** One question of the form: who reads the answer, what may help, the answer itself, and what is worth a second look. */
import {
  alert,
  answerTable,
  button,
  checkbox,
  checkboxGroup,
  details,
  list,
  paragraph,
  textArea,
  textField,
} from '../../ui/components/index.ts';
import { attrs, html, nothing, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Field, LocalText, QuestionRow } from '../nominations/schema.ts';
import {
  choicesOf,
  labelIn,
  rowsOf,
  sumsOf,
  warningsOf,
  type ChoicesDetails,
  type TableDetails,
} from './schema-structured.ts';
import { cellName, fieldNames } from './schema-steps.ts';

export interface FieldView {
  field: Field;
  /** Language of the application, which may differ from the page's. */
  language: 'nb' | 'nn';
  error: string | undefined;
  /** Empty rows in a table: more where somebody asked for them. */
  moreRows: boolean;
}

/** In the reader's language where the edition has it, so that a page does not mix two. */
export function textOf({ texts: all }: QuestionRow, lang: Lang): LocalText & { lang: Lang } {
  const own = all[lang];
  return own ? { ...own, lang } : { label: '', ...all['nb'], lang: 'nb' };
}

export function fieldView(view: FieldView, lang: Lang): Html {
  const { question } = view.field;
  const { prompts = [] } = textOf(question, lang);
  const help =
    prompts.length > 0 && details({ summary: texts(lang).nominations.form.prompts, body: list(prompts) });
  return html`${control(view, lang)}${help}`;
}

function control(view: FieldView, lang: Lang): Html {
  const { field, error, language } = view;
  const { question, value } = field;
  const t = texts(lang);
  const name = fieldNames(question.id).answer;
  const { label } = textOf(question, lang);
  const optional = question.required ? {} : { optional: t.common.optional };
  const hint = hintOf(question, lang);
  const shared = { name, label, hint, error, ...optional };
  if (question.kind === 'tick') return checkbox({ name, label, hint, checked: value !== '', error });
  if (question.kind === 'line') return textField({ ...shared, value });
  if (question.kind === 'table') return tableView(view, question.details as TableDetails, hint, lang);
  if (question.kind === 'choices') return choicesView(view, question.details as ChoicesDetails, hint, lang);
  const words = question.word_limit === null ? {} : { words: { max: question.word_limit, t } };
  const rows = question.section === 'criteria' ? 12 : 6;
  return textArea({ ...shared, value, lang: language, rows, ...words });
}

/** What helps, who will read it, and at every free text: that nobody may be recognised in it. */
function hintOf(question: QuestionRow, lang: Lang): Html {
  const t = texts(lang);
  const { help, lang: written } = textOf(question, lang);
  const readers = t.nominations.form[readersOf(question)];
  return html`${help && html`<span${attrs({ lang: written === lang ? null : written })}>${help}</span><br>`}${readers}${
    question.kind === 'text' && html` <strong>${t.writing.privacy}</strong>`
  }`;
}

/** The short text about the work may be published; everything else is for the jury and the secretariat. */
const readersOf = ({ section, kind }: QuestionRow) =>
  section === 'about' && kind === 'text'
    ? 'readersPublic'
    : section === 'approval'
      ? 'readersApproval'
      : 'readers';

function tableView(
  { field: { question, value }, error, moreRows }: FieldView,
  own: TableDetails,
  hint: Html,
  lang: Lang,
): Html {
  const t = texts(lang);
  const words = t.writing.structured;
  const rows = rowsOf(value);
  const warnings = warningsOf(own, rows).map(({ kind, row, text }) =>
    kind === 'noName' ? words.warnings.noName('', row + 1) : words.warnings[kind](text, row + 1),
  );
  const foot = html`${
    warnings.length > 0
      ? alert({ tone: 'warning', body: html`${paragraph(words.warning)}${list(warnings)}` })
      : nothing
  }<div>${button({ label: words.addRow, kind: 'secondary', small: true, name: 'then', value: `row-${question.id}` })}</div>`;
  return answerTable({
    name: fieldNames(question.id).answer,
    legend: textOf(question, lang).label,
    hint: html`${hint} ${words.emptyRows}`,
    optional: t.common.optional,
    error,
    columns: own.columns.map(({ key, type, texts: names }) => ({ key, type, label: labelIn(names, lang) })),
    rows,
    blank: moreRows || rows.length === 0 ? 3 : 1,
    blankId: `ny-${question.id}`,
    cellName: (row, column) => cellName(question.id, row, column),
    cellLabel: words.cell,
    sums: sumsOf(own, rows),
    sumLabel: words.sum,
    foot,
  });
}

function choicesView(
  { field: { question, value }, error }: FieldView,
  own: ChoicesDetails,
  hint: Html,
  lang: Lang,
): Html {
  const t = texts(lang);
  const names = fieldNames(question.id);
  const { chosen, other } = choicesOf(value);
  const group = checkboxGroup({
    name: names.answer,
    legend: textOf(question, lang).label,
    hint,
    error,
    optional: t.common.optional,
    values: chosen,
    options: own.options.map(({ key, texts: labels }) => ({ value: key, label: labelIn(labels, lang) })),
  });
  const more =
    own.other &&
    textField({
      name: names.other,
      label: t.writing.structured.other,
      value: other,
      optional: t.common.optional,
    });
  return html`<div class="ep-choices">${group}${more}</div>`;
}
