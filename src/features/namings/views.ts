/** To those who were told: what the jury has decided, their answer, and what will stand beside their name. */
import {
  actionForm,
  alert,
  button,
  checkbox,
  details,
  errorsByField,
  errorSummary,
  figure,
  fileField,
  form,
  hidden,
  link,
  pageHead,
  paragraph,
  quotation,
  radioGroup,
  section,
  stack,
  statusMessage,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { instant } from '../../platform/clock.ts';
import { formatDate, formatDateTime } from '../../ui/text/format.ts';
import { isLang, texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { pictureEndings, QUOTE_LENGTH, type NamingOut } from './schema.ts';

export type Done = keyof Texts['namings']['done'];
export interface NamingView {
  naming: NamingOut;
  done: Done | null;
  errors: readonly FormError[];
  input: (name: string) => string | undefined;
}
type Part = (view: NamingView, lang: Lang) => Html;

const hrefOf = ({ nominationId }: NamingOut): string => `/soknad/${nominationId}/fortrolig`;
const may = ({ naming }: NamingView, action: NamingOut['allowedActions'][number]): boolean =>
  naming.allowedActions.includes(action);

export function namingPage(view: NamingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.namings;
  const { naming, errors } = view;
  const { organisation, year, nominationId } = naming;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs({ id: nominationId, organisation_name: organisation }, own.short, lang),
    main: stack(
      errorSummary(errors, t, labels(t)),
      view.done && statusMessage(own.done[view.done]),
      pageHead({ title: own.title, over: organisation, lead: own.lead(organisation, year) }),
      standing(view, lang),
      naming.state !== 'public' && answer(view, lang),
      naming.answer === 'agreed' && content(view, lang),
    ),
  };
}

const labels = ({ namings: own }: Texts): Record<string, string> => ({
  answer: own.answer,
  quote: own.quote,
  quoted: own.quoted,
  files: own.picture,
  alt: own.alt,
  credit: own.credit,
});

const standing: Part = ({ naming }, lang) => {
  const own = texts(lang).namings;
  const { state, year, plannedAt } = naming;
  if (state === 'public')
    return alert({
      tone: 'success',
      title: own.isPublic,
      body: html`${paragraph(own.isPublicBody)}<p>${link(`/prisen/${year}`, own.see)}</p>`,
    });
  if (state === 'cancelled')
    return alert({ tone: 'info', title: own.cancelled, body: paragraph(own.cancelledBody) });
  // Whoever has declined knows why the jury looks at it again.
  if (state === 'reopened')
    return naming.answer === 'declined'
      ? nothing
      : alert({ tone: 'warning', title: own.reopened, body: paragraph(own.reopenedBody) });
  return alert({
    tone: 'warning',
    title: own.keep,
    body: paragraph(own.keepBody(formatDate(instant(plannedAt), lang))),
  });
};

const answer: Part = (view, lang) => {
  const own = texts(lang).namings;
  const { naming } = view;
  const at = naming.answeredAt ? formatDateTime(instant(naming.answeredAt), lang) : '';
  const given =
    naming.answer &&
    html`${paragraph(own[naming.answer](at))}${naming.registered && paragraph(own.registered, 'muted')}`;
  if (may(view, 'agree'))
    return section({
      title: own.answerTitle,
      id: 'svar',
      body: html`${paragraph(own.answerLead)}${answerForm(view, lang)}`,
    });
  return section({
    title: own.answer,
    id: 'svar',
    body: html`${given}${may(view, 'decline') && regret(view, lang)}`,
  });
};

const answerForm: Part = ({ naming, errors, input }, lang) => {
  const own = texts(lang).namings;
  const wrong = errorsByField(errors);
  return form({
    action: `${hrefOf(naming)}/svar`,
    version: naming.version,
    body: html`${radioGroup({
      name: 'answer',
      legend: own.answer,
      value: input('answer') ?? '',
      error: wrong['answer'],
      options: (['agreed', 'declined'] as const).map((value) => ({ value, label: own.answers[value] })),
    })}${reasonField(input('reason') ?? '', wrong['reason'], lang)}${button({ label: own.send })}`,
  });
};

const reasonField = (value: string, error: string | undefined, lang: Lang): Html => {
  const t = texts(lang);
  return textArea({
    name: 'reason',
    label: t.namings.reason,
    hint: t.namings.reasonHint,
    optional: t.common.optional,
    rows: 3,
    maxlength: 2000,
    value,
    error,
  });
};

const regret: Part = ({ naming, errors, input }, lang) => {
  const own = texts(lang).namings;
  return details({
    summary: own.regret,
    body: form({
      action: `${hrefOf(naming)}/svar`,
      version: naming.version,
      body: html`${paragraph(own.regretLead)}${hidden('answer', 'declined')}${reasonField(input('reason') ?? '', errorsByField(errors)['reason'], lang)}${button({ label: own.decline, kind: 'danger' })}`,
    }),
  });
};

const content: Part = (view, lang) => {
  const own = texts(lang).namings;
  const { naming } = view;
  const closed = naming.state === 'current' && !may(view, 'write');
  return section({
    title: own.contentTitle,
    id: 'innhold',
    body: html`${paragraph(own.contentLead)}${closed && paragraph(own.closed, 'muted')}${picture(view, lang)}${quote(view, lang)}`,
  });
};

const picture: Part = (view, lang) => {
  const own = texts(lang).namings;
  const { naming } = view;
  const language = isLang(naming.language) && naming.language !== lang ? naming.language : undefined;
  const shown =
    naming.picture &&
    html`${figure({ ...naming.picture, src: `${hrefOf(naming)}/bilde`, lang: language, caption: own.photo(naming.picture.credit) })}${removal(view, 'picture', lang)}`;
  if (!may(view, 'write')) return html`${shown}`;
  return shown
    ? html`${shown}${details({ summary: own.replacePicture, open: pictureFailed(view), body: pictureForm(view, lang) })}`
    : pictureForm(view, lang);
};

const pictureFailed = ({ errors }: NamingView): boolean =>
  errors.some(({ field }) => ['files', 'alt', 'credit', 'consent'].includes(field ?? ''));

const pictureForm: Part = ({ naming, errors, input }, lang) => {
  const t = texts(lang);
  const own = t.namings;
  const wrong = errorsByField(errors);
  const line = (name: 'alt' | 'credit', hint: string) =>
    textField({
      name,
      label: own[name],
      hint,
      maxlength: name === 'alt' ? 300 : 200,
      value: input(name) ?? '',
      error: wrong[name],
    });
  return form({
    action: `${hrefOf(naming)}/bilde`,
    multipart: true,
    label: own.picture,
    version: naming.version,
    upload: t,
    body: html`${line('alt', own.altHint)}${line('credit', own.creditHint)}${checkbox({
      name: 'consent',
      label: own.consent,
      checked: input('consent') === 'yes',
      error: wrong['consent'],
    })}${fileField({ name: 'files', label: own.picture, hint: own.pictureHint, accept: pictureEndings, error: wrong['files'] })}${button({ label: own.savePicture, kind: 'secondary' })}`,
  });
};

const quote: Part = (view, lang) => {
  const own = texts(lang).namings;
  const { naming, errors, input } = view;
  const language = isLang(naming.language) ? naming.language : 'nb';
  if (!may(view, 'write'))
    return html`${naming.quote && html`${quotation({ text: naming.quote, by: naming.quoted, lang: language })}${removal(view, 'quote', lang)}`}`;
  const wrong = errorsByField(errors);
  return html`${form({
    action: `${hrefOf(naming)}/sitat`,
    label: own.quote,
    version: naming.version,
    body: html`${textArea({ name: 'quote', label: own.quote, hint: own.quoteHint, rows: 4, maxlength: QUOTE_LENGTH, lang: language, value: input('quote') ?? naming.quote, error: wrong['quote'] })}${textField({ name: 'quoted', label: own.quoted, hint: own.quotedHint, maxlength: 200, value: input('quoted') ?? naming.quoted, error: wrong['quoted'] })}${button({ label: own.saveQuote, kind: 'secondary' })}`,
  })}${naming.quote && removal(view, 'quote', lang)}`;
};

const removal = ({ naming }: NamingView, what: 'picture' | 'quote', lang: Lang): Html => {
  const own = texts(lang).namings;
  return actionForm({
    action: `${hrefOf(naming)}/fjern`,
    label: what === 'picture' ? own.removePicture : own.removeQuote,
    kind: 'danger',
    small: true,
    version: naming.version,
    fields: { what },
  });
};
