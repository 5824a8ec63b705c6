/** Radio buttons, checkboxes and groups of fields. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { described, errorText, fieldId, hintText, optionalMark } from './fields.ts';

export interface Choice {
  value: string;
  label: Content;
  hint?: Content;
}

interface GroupOptions {
  name: string;
  legend: Content;
  hint?: Content;
  error?: string | undefined;
  /** The word for "optional" (t.common.optional) where nothing needs to be chosen. */
  optional?: string;
  options: readonly Choice[];
  /** Side by side instead of under each other: for two or three short words, or a scale. */
  inline?: boolean;
}

/** A group of fields that belong together, under one legend. */
export function fieldset(options: {
  legend: Content;
  hint?: Content;
  error?: string | undefined;
  body: Content;
  /** Needed where there is a hint or an error. */
  id?: string;
}): Html {
  const id = options.id ?? '';
  const about = id ? described(id, options) : {};
  return html`<fieldset${attrs({ class: 'ds-fieldset', id: id || null, 'aria-describedby': about['aria-describedby'] })}><legend class="ds-label" data-weight="medium">${options.legend}</legend>${
    id
      ? hintText(id, options.hint)
      : html`${options.hint && html`<p data-field="description" class="ep-hint">${options.hint}</p>`}`
  }${options.body}${id && errorText(id, options.error)}</fieldset>`;
}

/** The first control of a group has the id that the error summary leads to. */
const optionId = (name: string, index: number): string =>
  index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`;

function group(
  type: 'radio' | 'checkbox',
  options: GroupOptions,
  isChosen: (value: string) => boolean,
): Html {
  const id = `${fieldId(options.name)}-group`;
  const body = options.options.map((choice, index) => {
    const own = optionId(options.name, index);
    const control = {
      class: 'ds-input',
      type,
      id: own,
      name: options.name,
      value: choice.value,
      checked: isChosen(choice.value),
      'aria-describedby': choice.hint ? `${own}-hint` : null,
      'aria-invalid': options.error ? 'true' : null,
    };
    return html`<div class="ds-field"><input${attrs(control)}><label class="ds-label" data-weight="regular" for="${own}">${choice.label}</label>${hintText(own, choice.hint)}</div>`;
  });
  const legend = html`${options.legend}${optionalMark(options.optional)}`;
  const list = html`<div class="${options.inline ? 'ep-choices ep-choices--inline' : 'ep-choices'}">${body}</div>`;
  return fieldset({ legend, hint: options.hint, error: options.error, id, body: list });
}

/** One of a few, all in view. */
export function radioGroup(options: GroupOptions & { value?: string | number | null }): Html {
  const chosen = options.value === null || options.value === undefined ? null : String(options.value);
  return group('radio', options, (value) => value === chosen);
}

/** Any number of a few. Arrives as one or several values of the same name. */
export function checkboxGroup(options: GroupOptions & { values?: readonly string[] }): Html {
  return group('checkbox', options, (value) => options.values?.includes(value) ?? false);
}

/** One thing to tick. Arrives as `value` (default 'yes') when ticked, and not at all otherwise. */
export function checkbox(options: {
  name: string;
  label: Content;
  hint?: Content;
  checked?: boolean;
  value?: string;
  error?: string | undefined;
}): Html {
  const id = fieldId(options.name);
  const { name, checked, value = 'yes' } = options;
  const control = {
    class: 'ds-input',
    type: 'checkbox',
    id,
    name,
    value,
    checked,
    ...described(id, options),
  };
  return html`<div class="ds-field"><input${attrs(control)}><label class="ds-label" data-weight="regular" for="${id}">${options.label}</label>${hintText(id, options.hint)}${errorText(id, options.error)}</div>`;
}

/** A tick, and a field that belongs to it: in sight once it is ticked, and always where the browser cannot tell. */
export const tickedField = (tick: Html, more: Content): Html =>
  html`<div class="ep-ticked">${tick}<div class="ep-ticked__more">${more}</div></div>`;

/** The tick of one row of a table. Its label, for those who do not see the row, names it. */
export function rowChoice(options: { name: string; value: string; label: string; checked?: boolean }): Html {
  const { name, value, label, checked } = options;
  return html`<input${attrs({ class: 'ds-input', type: 'checkbox', name, value, checked, 'aria-label': label })}>`;
}

/** Ticks all rows of the table in the same form, or none: a link that draws the page so, and at once where scripts run, with a count. */
export function chooseRows(options: {
  href: string;
  label: string;
  /** What the link says next, and how many are ticked: a sentence with {n}. */
  labels: { all: string; none: string; chosen: string };
}): Html {
  const { href, label, labels } = options;
  const words = { 'data-choose-all': labels.all, 'data-choose-none': labels.none };
  return html`<p class="ep-choose"><a${attrs({ class: 'ds-link', href, ...words })}>${label}</a> <output data-chosen="${labels.chosen}" hidden></output></p>`;
}

/**
 * What is asked only where `value` is chosen, in the fieldset of the choice: out of the way while another one is. Each value has its line
 * in forms.css; a browser that does not know it shows everything.
 */
export const belongsTo = (value: 'applications' | 'jurors', body: Content): Html =>
  html`<div data-belongs-to="${value}">${body}</div>`;
