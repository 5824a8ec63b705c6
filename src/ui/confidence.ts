/** The rules of confidence, and the form in which one confirms them: the same for jurors and for everybody with a role. */
import {
  actions,
  button,
  checkbox,
  errorsByField,
  form,
  list,
  statusMessage,
  type FormError,
} from './components/index.ts';
import { html, type Html } from './html.ts';
import { formatDateTime } from './text/format.ts';
import { texts, type Lang } from './text/index.ts';

export interface ConfidenceView {
  /** Where the form is sent. */
  action: string;
  /** When they were confirmed in the wording that holds. */
  confirmedAt: Date | null;
  errors: readonly FormError[];
  /** What else the form brings. */
  fields?: Html;
}

export function confidenceRules({ action, confirmedAt, errors, fields }: ConfidenceView, lang: Lang): Html {
  const { confidence: t } = texts(lang).jury;
  const accept = checkbox({ name: 'accept', label: t.accept, error: errorsByField(errors)['accept'] });
  return html`${list(t.rules, { ordered: true })}${
    confirmedAt
      ? statusMessage(t.confirmedAt(formatDateTime(confirmedAt, lang)))
      : form({ action, body: html`${accept}${fields}${actions(button({ label: t.confirm }))}` })
  }`;
}
