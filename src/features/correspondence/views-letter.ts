/** One letter: what it says, what became of it, and what can be done about it. */
import {
  actionForm,
  button,
  descriptionList,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  prose,
  section,
  stack,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { meaning, stateTag, type Letter } from './views.ts';

interface LetterView {
  /** It goes nowhere. */
  practice: boolean;
  edition: { id: string; year: number };
  letter: Letter & {
    body: string | null;
    nomination_id: string | null;
    organisation_name: string | null;
    unit_name: string | null;
  };
  errors: readonly FormError[];
  input: (name: string) => string;
}

export function letterPage(view: LetterView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.correspondence;
  const { edition, letter, errors } = view;
  const crumbs = editionCrumbs(edition, own.title, lang);
  const [last] = crumbs.splice(-1);
  return {
    title: letter.subject,
    failed: errors.length > 0,
    breadcrumbs: [
      ...crumbs,
      { label: last?.label ?? own.title, href: editionHref(edition.id, 'letters') },
      { label: html`<span lang="${letter.language}">${letter.subject}</span>` },
    ],
    main: stack(
      errorSummary(errors, t, { email: own.address, reason: own.returnedReason }),
      pageHead({ title: html`<span lang="${letter.language}">${letter.subject}</span>` }),
      facts(view, lang),
      section({
        title: own.text,
        id: 'tekst',
        body: letter.body === null ? paragraph(own.noText, 'muted') : prose(letter.body, letter.language),
      }),
      whatToDo(view, lang),
    ),
  };
}

function facts({ letter, practice }: LetterView, lang: Lang): Html {
  const own = texts(lang).correspondence;
  const means = meaning(letter, lang);
  const name = applicantName(letter.organisation_name, letter.unit_name);
  return descriptionList([
    [own.to, letter.email],
    [
      own.application,
      letter.nomination_id && link(`/sekretariat/soknad/${letter.nomination_id}`, name || own.application),
    ],
    [own.written, formatDateTime(letter.created_at, lang)],
    [own.sent, letter.sent_at && !practice && formatDateTime(letter.sent_at, lang)],
    [own.status, html`${stateTag(letter.state, { practice }, lang)}${means && html`<p>${means}</p>`}`],
  ]);
}

function whatToDo({ edition, letter, errors, input, practice }: LetterView, lang: Lang): Html {
  const { correspondence: own } = texts(lang);
  const here = `${editionHref(edition.id, 'letters')}/${letter.id}`;
  const wrong = errorsByField(errors);
  const isOver = letter.body === null || letter.error === 'outdated';
  if (letter.state === 'failed' && !isOver)
    return section({
      title: own.resendTitle,
      id: 'send',
      body: form({
        action: `${here}/send`,
        body: html`${textField({ name: 'email', type: 'email', label: own.address, hint: own.addressHint, value: input('email') || letter.email, error: wrong['email'] })}${button({ label: own.resend })}`,
      }),
    });
  if (practice || (letter.state !== 'sent' && letter.state !== 'unknown')) return html``;
  return html`${
    letter.state === 'unknown' &&
    !isOver &&
    section({
      title: own.resendTitle,
      id: 'send',
      body: actionForm({ action: `${here}/send`, label: own.resendTo(letter.email) }),
    })
  }${section({
    title: own.returnedTitle,
    id: 'retur',
    body: html`${paragraph(own.returnedLead)}${form({
      action: `${here}/retur`,
      body: html`${textArea({ name: 'reason', label: own.returnedReason, hint: own.returnedHint, rows: 3, maxlength: 1000, value: input('reason'), error: wrong['reason'] })}${button({ label: own.returned, kind: 'secondary' })}`,
    })}`,
  })}`;
}
