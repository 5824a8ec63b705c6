/** The page that asks for an address, and the one behind the link. */
import {
  actionForm,
  actions,
  alert,
  button,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  stack,
  statusMessage,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDate, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

interface AskView {
  call: { year: number; closes_at: Date } | null;
  /** When whoever asks now is reminded. */
  next: Date | null;
  email: string;
  errors: readonly FormError[];
  done: 'sent' | 'removed' | null;
}

export function askPage({ call, next, email, errors, done }: AskView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.callReminders;
  if (!call || !next)
    return {
      title: own.title,
      main: stack(
        pageHead({ title: own.title }),
        done === 'removed' && statusMessage(own.removed),
        call
          ? emptyState({
              title: own.tooLate,
              body: own.deadline(formatDeadline(call.closes_at, lang)),
              action: link(publicHref(lang, '/kalender.ics'), t.publicSite.call.calendar),
            })
          : emptyState({
              title: own.noCall,
              action: link(publicHref(lang, '/utlysning'), t.publicSite.nav.call),
            }),
      ),
    };
  return {
    title: own.title,
    failed: errors.length > 0,
    main: stack(
      errorSummary(errors, t, { email: own.email }),
      pageHead({
        title: own.title,
        lead: own.lead(call.year, formatDate(next, lang), formatDeadline(call.closes_at, lang)),
      }),
      done === 'sent' && statusMessage(own.sent, 'info'),
      done === 'removed' && statusMessage(own.removed),
      form({
        action: '/paminnelse',
        label: own.title,
        body: html`${textField({ name: 'email', type: 'email', autocomplete: 'email', label: own.email, value: email, error: errorsByField(errors)['email'], width: 'medium' })}${paragraph(own.kept, 'muted')}${button({ label: own.ask })}`,
      }),
    ),
  };
}

interface LinkView {
  year: number;
  email: string;
  token: string;
  next: Date | null;
  closes_at: Date;
  confirmed_at: Date | null;
  reminded_at: Date | null;
}

export function linkPage(
  { year, email, token, next, closes_at, confirmed_at, reminded_at }: LinkView,
  lang: Lang,
): Page {
  const own = texts(lang).callReminders;
  const action = `/paminnelse/${token}`;
  const stands = () => {
    if (reminded_at) return paragraph(own.wasReminded(email, year));
    if (!next) return paragraph(`${own.tooLate} ${own.deadline(formatDeadline(closes_at, lang))}`);
    if (!confirmed_at) return paragraph(own.question(email, year));
    return alert({ tone: 'success', body: paragraph(own.isOn(email, year, formatDate(next, lang))) });
  };
  return {
    title: own.title,
    main: stack(
      pageHead({ title: own.title }),
      stands(),
      paragraph(own.kept, 'muted'),
      actions(
        !confirmed_at &&
          next &&
          actionForm({ action, label: own.confirm, kind: 'primary', fields: { do: 'confirm' } }),
        actionForm({ action, label: own.remove, fields: { do: 'remove' } }),
      ),
    ),
  };
}
