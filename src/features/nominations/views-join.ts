/** Asking to join those who have begun. */
import {
  actions,
  button,
  buttonLink,
  errorsByField,
  errorSummary,
  form,
  pageHead,
  paragraph,
  radioGroup,
  stack,
  textArea,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { applicantKinds } from './schema.ts';
import { organisationFields, type StartView } from './views-start.ts';

export interface JoinView extends Omit<StartView, 'call'> {
  sent: boolean;
}

export function joinPage(view: JoinView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.nominations.join;
  const crumbs = [{ label: t.common.myPage, href: '/min-side' }, { label: own.title }];
  if (view.sent) {
    return {
      title: own.sentTitle,
      breadcrumbs: crumbs,
      main: stack(
        pageHead({ title: own.sentTitle }),
        paragraph(own.sentBody),
        actions(buttonLink({ href: '/min-side', label: t.common.myPage, kind: 'secondary' })),
      ),
    };
  }
  const kinds = radioGroup({
    name: 'kind',
    legend: t.nominations.start.whoApplies,
    value: view.kind,
    options: applicantKinds.map((kind) => ({ value: kind, label: t.nominations.kinds[kind] })),
  });
  const organisation = organisationFields(view, t, own.organisation);
  const message = textArea({
    name: 'message',
    label: own.message,
    hint: own.messageHint,
    rows: 3,
    optional: t.common.optional,
    value: view.input['message'] ?? '',
    error: errorsByField(view.errors)['message'],
  });
  return {
    title: own.title,
    breadcrumbs: crumbs,
    failed: view.errors.length > 0,
    main: stack(
      errorSummary(view.errors, t),
      pageHead({ title: own.title, lead: own.lead }),
      form({
        action: '/soknad/bli-med',
        body: html`${kinds}${organisation}${message}${actions(button({ label: own.send }))}`,
      }),
    ),
  };
}
