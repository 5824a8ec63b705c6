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
import { formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

interface AskView {
  call: { year: number; closes_at: Date } | null;
  email: string;
  errors: readonly FormError[];
  done: 'sent' | 'removed' | null;
}

export function askPage({ call, email, errors, done }: AskView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.callReminders;
  if (!call)
    return {
      title: own.title,
      main: stack(
        pageHead({ title: own.title }),
        done === 'removed' && statusMessage(own.removed),
        emptyState({
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
      pageHead({ title: own.title, lead: own.lead(call.year, formatDeadline(call.closes_at, lang)) }),
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

export function linkPage(
  { year, email, token, isConfirmed }: { year: number; email: string; token: string; isConfirmed: boolean },
  lang: Lang,
): Page {
  const own = texts(lang).callReminders;
  const action = `/paminnelse/${token}`;
  return {
    title: own.title,
    main: stack(
      pageHead({ title: own.title }),
      isConfirmed
        ? alert({ tone: 'success', body: paragraph(own.isOn(email, year)) })
        : paragraph(own.question(email, year)),
      paragraph(own.kept, 'muted'),
      actions(
        !isConfirmed &&
          actionForm({ action, label: own.confirm, kind: 'primary', fields: { do: 'confirm' } }),
        actionForm({ action, label: own.remove, fields: { do: 'remove' } }),
      ),
    ),
  };
}
