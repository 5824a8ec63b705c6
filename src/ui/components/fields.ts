/**
 * Form fields. Each ties its label, hint and error to the control itself, so that a page cannot forget to.
 * A field's control has the id `fieldId(name)`: that is where the error summary leads.
 */
import { attrs, html } from '../html.ts';
import type { Attributes, Content, Html } from '../html.ts';
import type { Texts } from '../text/index.ts';

export interface FieldOptions {
  /** Name in the form; the error of this field is found under the same name. */
  name: string;
  label: Content;
  hint?: Content;
  value?: string | number | null;
  /** What is wrong, as a whole sentence; undefined when nothing is. */
  error?: string | undefined;
  /** The word for "optional" (t.common.optional): marks a field that may be left empty. Others are required. Empty where all are optional, and the word would be noise: a search. */
  optional?: string | undefined;
  autocomplete?: string;
}

/** The id of the control with this name: letters, digits and hyphens only. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9-]/g, '-')}`;
}

const hintId = (id: string): string => `${id}-hint`;
const errorId = (id: string): string => `${id}-error`;

/** aria-describedby and aria-invalid of a control: hint first, then the error. */
export function described(id: string, options: { hint?: Content; error?: string | undefined }): Attributes {
  const ids = [options.hint ? hintId(id) : '', options.error ? errorId(id) : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || null, 'aria-invalid': options.error ? 'true' : null };
}

export function hintText(id: string, hint: Content): Html {
  return html`${hint && html`<div data-field="description" class="ep-hint" id="${hintId(id)}">${hint}</div>`}`;
}

export function errorText(id: string, error: string | undefined): Html {
  return html`${error && html`<p class="ds-validation-message" data-field="validation" id="${errorId(id)}">${error}</p>`}`;
}

export function optionalMark(optional: string | undefined): Html {
  return html`${optional && html` <span class="ep-optional">(${optional})</span>`}`;
}

function field(options: FieldOptions, control: (id: string, common: Attributes) => Html): Html {
  const id = fieldId(options.name);
  const common: Attributes = {
    class: 'ds-input',
    id,
    name: options.name,
    autocomplete: options.autocomplete,
    // The server checks; `required` is left out so that all errors come at once, on one page.
    'aria-required': options.optional === undefined ? 'true' : null,
    ...described(id, options),
  };
  return html`<div class="ds-field"><label class="ds-label" data-weight="medium" for="${id}">${options.label}${optionalMark(
    options.optional,
  )}</label>${hintText(id, options.hint)}${control(id, common)}${errorText(id, options.error)}</div>`;
}

export interface TextFieldOptions extends FieldOptions {
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'search' | 'password';
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text';
  maxlength?: number;
  min?: number | string;
  max?: number | string;
  /** As wide as what is expected: a code, a date, a name. Default: the whole column. */
  width?: 'short' | 'medium';
  readonly?: boolean;
  /** Id of a datalist made with `suggestions`. */
  list?: string;
  /** Hook for a browser script; for a number, the words for one that cannot be right. */
  enhance?: 'code' | { organisationNumber: string };
}

/** One line of text. */
export function textField(options: TextFieldOptions): Html {
  const { inputmode, maxlength, min, max, list, value } = options;
  return field(options, (_id, common) => {
    const own = { type: options.type ?? 'text', value, inputmode, maxlength, min, max, list };
    const { enhance } = options;
    const number = typeof enhance === 'object';
    const more = {
      readonly: options.readonly,
      'data-width': options.width,
      'data-enhance': number ? 'organisationNumber' : enhance,
      'data-wrong': number && enhance.organisationNumber,
    };
    return html`<input${attrs({ ...common, ...own, ...more })}>`;
  });
}

/**
 * A date and a time of day, side by side: fields `name` and `nameTime`. Read with `readMoment`, filled with
 * `osloFields` or `osloDeadlineFields`.
 */
export function dateTimeField(options: {
  name: string;
  legend: Content;
  hint?: Content;
  date?: string;
  time?: string;
  /** Words for the two fields (t.common.date, t.common.time). */
  labels: { date: string; time: string };
  /** Says in the legend that both can be left empty. */
  optional?: string | undefined;
  errors?: Readonly<Record<string, string | undefined>>;
}): Html {
  const { name, labels, errors = {} } = options;
  const id = `${fieldId(name)}-moment`;
  const timeName = `${name}Time`;
  const date = textField({
    name,
    label: labels.date,
    type: 'date',
    value: options.date ?? '',
    error: errors[name],
    width: 'short',
    optional: options.optional,
  });
  const time = textField({
    name: timeName,
    label: labels.time,
    type: 'time',
    value: options.time ?? '',
    error: errors[timeName],
    width: 'short',
    optional: options.optional,
  });
  return html`<fieldset${attrs({ class: 'ds-fieldset', 'aria-describedby': options.hint ? hintId(id) : null })}><legend class="ds-label" data-weight="medium">${options.legend}</legend>${hintText(id, options.hint)}<div class="ep-choices ep-choices--inline">${date}${time}</div></fieldset>`;
}

/** Suggestions for a text field with the same `list`. Any text may still be written. */
export function suggestions(id: string, values: readonly string[]): Html {
  return html`<datalist id="${id}">${values.map((value) => html`<option value="${value}"></option>`)}</datalist>`;
}

export interface TextAreaOptions extends FieldOptions {
  rows?: number;
  maxlength?: number;
  /** Shows the limit, and counts down while one writes where scripts run. */
  words?: { max: number; t: Texts };
  /** Says how many words there are while one writes, where there is no limit: a sentence with {n}. */
  counted?: string;
  lang?: string;
}

/** Several lines of text. */
export function textArea(options: TextAreaOptions): Html {
  const { words, counted, rows = 6, maxlength, lang } = options;
  const hint = words
    ? html`${options.hint && html`${options.hint} `}${words.t.common.wordLimit(words.max)}`
    : options.hint;
  return field({ ...options, hint }, (id, common) => {
    const counter = words
      ? {
          'data-words': words.max,
          'data-words-left': words.t.common.wordsLeft('{n}'),
          'data-words-over': words.t.common.wordsOver('{n}'),
        }
      : counted && { 'data-words-now': counted };
    // The first line break of a textarea is dropped by the browser; one is given so that none is lost.
    return html`<textarea${attrs({ ...common, rows, maxlength, lang, ...counter })}>
${options.value}</textarea>${counter && html`<p class="ep-counter" id="${id}-counter" hidden></p>`}`;
  });
}

export interface SelectOption {
  value: string;
  label: string;
}

/** One of many in a list that folds out. `empty` is the text of "nothing chosen" (t.common.choose). */
export function select(
  options: FieldOptions & {
    options: readonly SelectOption[] | readonly { label: string; options: readonly SelectOption[] }[];
    empty?: string;
    width?: 'short' | 'medium';
  },
): Html {
  const chosen = String(options.value ?? '');
  const one = (item: SelectOption): Html =>
    html`<option${attrs({ value: item.value, selected: item.value === chosen })}>${item.label}</option>`;
  return field(
    options,
    (_id, common) =>
      html`<select${attrs({ ...common, 'data-width': options.width })}>${
        options.empty !== undefined && html`<option value="">${options.empty}</option>`
      }${options.options.map((item) =>
        'options' in item
          ? html`<optgroup label="${item.label}">${item.options.map(one)}</optgroup>`
          : one(item),
      )}</select>`,
  );
}

/** Chooses files. The form must be `multipart`; put text fields before it, because files come as a stream. */
export function fileField(options: FieldOptions & { accept?: string; multiple?: boolean }): Html {
  const { accept, multiple } = options;
  return field(
    options,
    (_id, common) => html`<input${attrs({ ...common, type: 'file', accept, multiple })}>`,
  );
}

/** A value that goes along unseen. */
export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
