/** The form by which anybody tells of what they cannot use. */
import {
  button,
  errorsByField,
  errorSummary,
  form,
  link,
  openFormFields,
  pageHead,
  paragraph,
  stack,
  statusMessage,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { barrierPath, PAGE_LENGTH, TOLD_LENGTH } from './schema.ts';

export interface TellView {
  input: (name: string) => string;
  errors: readonly FormError[];
  stamp: string;
  sent: boolean;
}

export function tellPage({ input, errors, stamp, sent }: TellView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.barriers;
  const wrong = errorsByField(errors);
  const labels = { told: own.told, page: own.page, email: own.email, website: t.openForm.website };
  return {
    title: own.title,
    description: own.description,
    failed: errors.length > 0,
    main: stack(
      errorSummary(errors, t, labels),
      pageHead({ title: own.title, lead: own.lead }),
      sent && statusMessage(own.sent),
      form({
        action: publicHref(lang, barrierPath),
        label: own.title,
        body: html`${textArea({
          name: 'told',
          label: own.told,
          hint: own.toldHint,
          rows: 6,
          maxlength: TOLD_LENGTH,
          value: input('told'),
          error: wrong['told'],
        })}${textField({
          name: 'page',
          label: own.page,
          hint: own.pageHint,
          optional: t.common.optional,
          maxlength: PAGE_LENGTH,
          value: input('page'),
          error: wrong['page'],
        })}${textField({
          name: 'email',
          type: 'email',
          autocomplete: 'email',
          label: own.email,
          hint: own.emailHint,
          optional: t.common.optional,
          value: input('email'),
          error: wrong['email'],
          width: 'medium',
        })}${openFormFields({ stamp, website: input('website'), error: wrong['website'] }, t)}${paragraph(own.kept, 'muted')}${button({ label: own.send })}`,
      }),
      paragraph(link(publicHref(lang, '/tilgjengelighet'), own.back)),
    ),
  };
}
