/** Changing one thing of what is frozen: the words to write in, and why. */
import {
  actions,
  button,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  link,
  pageHead,
  textArea,
  textField,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { scaleFieldsets } from './views-scale.ts';
import { criterionWords, questionWords, type FormView } from './views-criteria-forms.ts';

export type Amended = 'kriterium' | 'sporsmal' | 'retningslinjer' | 'skala';
export interface AmendView extends Omit<FormView, 'id' | 'shown'> {
  what: Amended;
  /** The levels of the scale. */
  levels: readonly string[];
  /** Of a criterion or a question; null for the regulations and the scale. */
  id: string | null;
  /** Whether a criterion counts, so that its weight can change. */
  counts: boolean;
}

export function amendPage(view: AmendView, lang: Lang): Page {
  const { amend: t, secretariat: s, common } = texts(lang);
  const { edition, what, id, errors } = view;
  const here = editionHref(edition.id, 'criteria');
  return {
    title: t.title,
    failed: errors.length > 0,
    breadcrumbs: [
      ...editionCrumbs(edition, t.title, lang).slice(0, 2),
      { label: s.criteria.title, href: here },
      { label: t.title },
    ],
    main: html`${errorSummary(errors, texts(lang))}${pageHead({ title: t.title, lead: t.lead })}${form({
      action: `${here}/endre/${what}${id ? `/${id}` : ''}`,
      version: edition.version,
      body: html`${fields(view, lang)}
${textArea({ name: 'reason', label: t.reason, hint: t.reasonHint, value: view.values['reason'] ?? '', rows: 4, error: errorsByField(errors)['reason'] })}
${actions(button({ label: t.save }), link(here, common.cancel))}`,
    })}`,
  };
}

function fields(view: AmendView, lang: Lang): Html {
  const { secretariat: s, common } = texts(lang);
  const errors = errorsByField(view.errors);
  const value = (name: string) => view.values[name] ?? '';
  const number = (name: string, label: string, hint?: string) =>
    textField({
      name,
      label,
      ...(hint ? { hint } : {}),
      value: value(name),
      inputmode: 'numeric',
      width: 'short',
      optional: common.optional,
      error: errors[name],
    });
  if (view.what === 'kriterium')
    return html`${view.counts ? number('weight', s.criteria.weight, s.criteria.weightHint) : nothing}${criterionWords(view, lang)}`;
  if (view.what === 'sporsmal')
    return html`${number('wordLimit', s.criteria.wordLimit)}${questionWords(view, lang)}`;
  if (view.what === 'skala') return html`${scaleFieldsets(view.levels, view.values, lang, errors)}`;
  return html`${(['nb', 'nn', 'en'] as const).map((each) =>
    fieldset({
      legend: s.setup.languages[each],
      body: textArea({
        name: `regulations-${each}`,
        label: texts(lang).amend.regulations,
        value: value(`regulations-${each}`),
        rows: 12,
        lang: each,
        error: errors[`regulations-${each}`],
        ...(each === 'en' ? { optional: common.optional } : {}),
      }),
    }),
  )}`;
}
