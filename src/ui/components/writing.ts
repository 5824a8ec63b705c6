/** What a form needs that several people write in: tables to fill in, two texts side by side, and how the saving goes. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { errorText, fieldId, hintText, optionalMark, described } from './fields.ts';

/** A question with its answer and the version it is written upon, as browser scripts find it. */
export function question(options: {
  id: string;
  kind: string;
  label: string;
  version: { name: string; value: number };
  body: Content;
}): Html {
  const { id, kind, label, version } = options;
  return html`<div${attrs({ class: 'ep-question', 'data-question': id, 'data-kind': kind, 'data-label': label })}>${options.body}${liveNote('field')}<input${attrs({ type: 'hidden', 'data-version': true, ...version })}></div>`;
}

export interface AnswerTable {
  /** Names the error and where the summary leads. */
  name: string;
  legend: Content;
  hint?: Content;
  optional?: string;
  error?: string | undefined;
  columns: readonly { key: string; label: string; type: 'text' | 'number' }[];
  rows: readonly Readonly<Record<string, string | number>>[];
  /** Empty rows after those that are filled in. */
  blank: number;
  /** Id of the first empty row, to come back to. */
  blankId: string;
  cellName: (row: number, column: string) => string;
  cellLabel: (column: string, row: number) => string;
  sums: readonly (number | null)[];
  sumLabel: string;
  /** Under the table: what to look at, the button for more rows. */
  foot: Content;
}

/** A table to write in. Numbers are added up: by the server when it is saved, and while one writes where scripts run. */
export function answerTable(options: AnswerTable): Html {
  const { name, columns, rows, sums } = options;
  const id = fieldId(name);
  const all = [...rows, ...Array.from({ length: options.blank }, () => ({}))];
  const head = columns.map(
    ({ label, type }) =>
      html`<th scope="col"${attrs({ class: type === 'number' && 'ep-number' })}>${label}</th>`,
  );
  const body = all.map(
    (row, at) =>
      html`<tr${attrs({ id: at === rows.length && options.blankId })}>${columns.map((_, i) => cell(options, row, at, i))}</tr>`,
  );
  const foot =
    sums.some((sum) => sum !== null) &&
    html`<tfoot><tr>${columns.map(({ key, type }, i) => (type === 'number' ? html`<td class="ep-number"><output data-sum="${key}">${sums[i]}</output></td>` : html`<th scope="row">${i === 0 && options.sumLabel}</th>`))}</tr></tfoot>`;
  return html`<fieldset${attrs({ class: 'ds-fieldset', id: `${id}-group`, 'aria-describedby': described(`${id}-group`, options)['aria-describedby'] })}><legend class="ds-label" data-weight="medium">${options.legend}${optionalMark(options.optional)}</legend>${hintText(`${id}-group`, options.hint)}<table class="ds-table ep-answer-table" data-color="neutral"><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot}</table>${errorText(`${id}-group`, options.error)}${options.foot}</fieldset>`;
}

function cell(
  { name, columns, cellName, cellLabel, error }: AnswerTable,
  row: Readonly<Record<string, string | number>>,
  at: number,
  i: number,
): Html {
  const { key, label, type } = columns[i] as AnswerTable['columns'][number];
  const control = {
    class: 'ds-input',
    type: 'text',
    id: at === 0 && i === 0 ? fieldId(name) : null,
    name: cellName(at, key),
    value: row[key] ?? '',
    inputmode: type === 'number' ? 'numeric' : null,
    autocomplete: 'off',
    'aria-label': cellLabel(label, at + 1),
    'aria-invalid': error ? 'true' : null,
    'data-column': key,
    'data-cell': cellLabel(label, -1).replace('-1', '{n}'),
  };
  return html`<td${attrs({ class: type === 'number' && 'ep-number' })}><input${attrs(control)}></td>`;
}

/** Two texts to compare: side by side where there is room, below each other on a phone. */
export function versus(first: Content, second: Content): Html {
  return html`<div class="ep-versus"><div>${first}</div><div>${second}</div></div>`;
}

/** A line that scripts fill in a form that saves by itself: how the saving goes. */
export const saveLine = (): Html => html`<div class="ep-savestate" data-save-state hidden></div>`;

/** Lines that scripts fill: who else is here, and what came from the browser. */
export const liveNote = (name: string): Html =>
  html`<div class="ep-live" data-live="${name}" role="status" hidden></div>`;

/** What scripts show when another has written in a field at the same time: their text, and what to do. */
export function clashTemplate(options: {
  buttons: readonly { value: string; label: string }[];
  note: string;
}): Html {
  const buttons = options.buttons.map(
    ({ value, label }) =>
      html`<button class="ds-button" data-variant="secondary" data-color="accent" data-size="sm" type="button" data-choose="${value}">${label}</button>`,
  );
  return html`<template data-clash><div class="ds-card ep-card" data-color="warning" data-variant="tinted" role="group" tabindex="-1"><p class="ep-clash__title"><strong data-title></strong></p><div class="ep-prose" data-text></div><p class="ds-paragraph ep-muted" data-size="sm">${options.note}</p><div class="ep-actions">${buttons}</div></div></template>`;
}
