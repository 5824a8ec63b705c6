/** Parts of a form that anybody may send without signing in. */
import { html, type Html } from '../html.ts';
import type { Texts } from '../text/index.ts';
import { hidden, textField } from './fields.ts';

/**
 * When the form was drawn, and a field that only programs fill in. It comes into sight when something stands in it: then a person can
 * empty it.
 */
export function openFormFields(
  { stamp, website, error }: { stamp: string; website: string; error?: string | undefined },
  t: Texts,
): Html {
  const trap = textField({
    name: 'website',
    label: t.openForm.website,
    value: website,
    error,
    optional: t.common.optional,
    autocomplete: 'off',
  });
  return html`${hidden('stamp', stamp)}${website === '' ? html`<div hidden>${trap}</div>` : trap}`;
}
