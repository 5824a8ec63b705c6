/** "Where do you work, and what offices do you hold?" */
import {
  actionForm,
  button,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  pageHead,
  paragraph,
  radioGroup,
  rows,
  section,
  stack,
  statusMessage,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { affiliationKinds, type AffiliationOut } from './schema.ts';

export interface WorkView {
  affiliations: readonly AffiliationOut[];
  errors: readonly FormError[];
  saved: boolean;
  input: (name: string) => string;
}

export function workPage(view: WorkView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.work;
  const { affiliations, errors } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.common.myPage, href: '/min-side' }, { label: own.title }],
    main: stack(
      errorSummary(errors, t, {
        kind: own.kind,
        organisation: own.organisation,
        organisationNumber: own.number,
        parentNumber: own.parent,
        endedOn: own.ended,
      }),
      view.saved && statusMessage(t.common.saved),
      pageHead({ title: own.title, lead: own.lead }),
      paragraph(own.use),
      affiliations.length ? rows(affiliations.map((one) => line(one, t))) : emptyState({ title: own.none }),
      section({ title: own.add, id: 'ny', body: addForm(view, t) }),
    ),
  };
}

const line = ({ id, kind, organisation, organisationNumber, endedOn }: AffiliationOut, t: Texts): Html =>
  html`${tag(t.work.kinds[kind])} ${organisation}${organisationNumber && ` (${organisationNumber})`}${endedOn && `, ${t.work.until(endedOn)}`} ${actionForm({ action: `/min-side/arbeid/${id}/fjern`, label: t.work.remove(organisation), kind: 'tertiary' })}`;

function addForm({ input, errors }: WorkView, t: Texts): Html {
  const own = t.work;
  const wrong = errorsByField(errors);
  const number = (name: 'organisationNumber' | 'parentNumber', label: string, hint: string) =>
    textField({
      name,
      label,
      hint,
      optional: t.common.optional,
      value: input(name),
      error: wrong[name],
      inputmode: 'numeric',
      width: 'medium',
      maxlength: 9,
    });
  return form({
    action: '/min-side/arbeid',
    body: html`${radioGroup({
      name: 'kind',
      legend: own.kind,
      value: input('kind') || 'employer',
      error: wrong['kind'],
      options: affiliationKinds.map((value) => ({
        value,
        label: own.kinds[value],
        hint: own.kindHints[value],
      })),
    })}${textField({ name: 'organisation', label: own.organisation, value: input('organisation'), error: wrong['organisation'], maxlength: 200 })}${number('organisationNumber', own.number, own.numberHint)}${number('parentNumber', own.parent, own.parentHint)}${textField({ type: 'date', width: 'medium', name: 'endedOn', label: own.ended, hint: own.endedHint, optional: t.common.optional, value: input('endedOn'), error: wrong['endedOn'] })}${button({ label: own.save })}`,
  });
}
