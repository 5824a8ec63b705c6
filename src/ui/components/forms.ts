/** The form around the fields, and what it says when something is wrong. */
import { attrs, html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Texts } from '../text/index.ts';
import { button } from './actions.ts';
import type { ButtonKind } from './actions.ts';
import { fieldId, hidden } from './fields.ts';
import { heading } from './text.ts';
import { neededScript } from './scripts.ts';

/** One thing to put right. Without `field` it stands in the summary without a link. */
export interface FormError {
  field?: string | undefined;
  message: string;
}

/** The message of each field, for the `error` of the fields. The first message of a field wins. */
export function errorsByField(errors: readonly FormError[]): Record<string, string | undefined> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { field, message } of errors)
    if (field !== undefined && !(field in found)) found[field] = message;
  return found;
}

/**
 * All that is wrong, first on the page and focused there, with links to the fields. Nothing when all is well.
 * `labels` names the fields as they stand on the page, so that "Fyll ut dette feltet" says which one.
 */
export function errorSummary(
  errors: readonly FormError[],
  t: Texts,
  labels: Readonly<Record<string, string>> = {},
): Html {
  if (errors.length === 0) return html``;
  return html`<div class="ds-error-summary" role="alert" tabindex="-1" data-focus aria-labelledby="errors">${heading(
    2,
    t.common.errorSummary(errors.length),
    { id: 'errors', size: '2xs' },
  )}<ul class="ds-list">${errors.map(({ field, message }) => {
    if (field === undefined) return html`<li>${message}</li>`;
    const label = labels[field];
    return html`<li><a class="ds-link" data-color="neutral" href="#${fieldId(field)}">${label && `${label}${label.endsWith('?') ? '' : ':'} `}${message}</a></li>`;
  })}</ul></div>`;
}

/** A form. POST unless said otherwise; the browser's own checks are off, because the server says all at once. */
export function form(options: {
  action: string;
  body: Content;
  method?: 'post' | 'get';
  /** For files. */
  multipart?: boolean;
  id?: string;
  label?: string;
  /** Version of what is changed: sent along, so that two people do not overwrite each other. */
  version?: number;
  /** As wide as the page: around a table. */
  wide?: boolean;
  /** The fields beside each other, where there is room: for a choice of what is shown. */
  inline?: boolean;
  /** Says to those who do not see it that this is the search. */
  search?: boolean;
  /** Answers with a file: the page stays, and it can be sent again. */
  download?: boolean;
  /** Shows the progress of an upload where scripts run. */
  upload?: Texts;
  /** Saves by itself where scripts run: what they need for it. */
  autosave?: object | undefined;
  /** Id of the part that shows what the server makes of it, anew while one writes where scripts run. */
  shows?: string;
}): Html {
  const { action, id, label, version, upload } = options;
  const given = attrs({
    method: options.method ?? 'post',
    action,
    id,
    'aria-label': label,
    role: options.search ? 'search' : null,
    enctype: options.multipart ? 'multipart/form-data' : null,
    novalidate: true,
    class: options.wide ? 'ep-form ep-form--wide' : options.inline ? 'ep-form ep-form--inline' : 'ep-form',
    'data-download': options.download,
    'data-upload': upload && upload.common.uploading('{n}'),
    'data-upload-stopped': upload && upload.common.uploadStopped,
    'data-shows': options.shows,
    'data-autosave': options.autosave && JSON.stringify(options.autosave),
  });
  return html`<form${given}>${version !== undefined && hidden('version', version)}${options.body}</form>${options.autosave && neededScript('autosave')}`;
}

/** A form that is only a button: for one act on one thing. `fields` go along unseen. */
export function actionForm(options: {
  action: string;
  label: Content;
  kind?: ButtonKind;
  small?: boolean;
  version?: number;
  fields?: Readonly<Record<string, string | number>>;
  /** Asked before it is sent, where scripts run. What cannot be undone needs a page of its own: `confirmForm`. */
  ask?: string;
  /** Answers with a file: the page stays, and the button can be pressed again. */
  download?: boolean;
}): Html {
  const { label, kind = 'secondary', small = false, version } = options;
  return html`<form method="post"${attrs({ action: options.action, 'data-ask': options.ask, 'data-download': options.download })}>${
    version !== undefined && hidden('version', version)
  }${Object.entries(options.fields ?? {}).map(([name, value]) => hidden(name, value))}${button({ label, kind, small })}</form>`;
}

/** The last step before something that cannot be undone: what happens, the button, and the way back. */
export function confirmForm(options: {
  action: string;
  title: Content;
  body: Content;
  confirm: Content;
  cancel: Content;
  cancelHref: string;
  kind?: ButtonKind;
  version?: number;
  fields?: Content;
}): Html {
  const buttons = html`<div class="ep-actions">${button({ label: options.confirm, kind: options.kind ?? 'primary' })}<a class="ds-button" data-variant="tertiary"${attrs({ href: options.cancelHref })}>${options.cancel}</a></div>`;
  const body = html`${options.fields}${buttons}`;
  return html`<div class="ep-stack">${heading(1, options.title)}${options.body}${form(
    options.version === undefined
      ? { action: options.action, body }
      : { action: options.action, body, version: options.version },
  )}</div>`;
}
