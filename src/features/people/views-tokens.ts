/** Keys for programs. */
import {
  actionForm,
  actions,
  alert,
  button,
  errorsByField,
  errorSummary,
  form,
  pageHead,
  paragraph,
  radioGroup,
  section,
  statusMessage,
  table,
  textField,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { tokenLives, type Token } from './schema.ts';

export interface TokensView {
  tokens: readonly Token[];
  input: { name: string; days: string };
  errors: readonly FormError[];
  /** Just made, and shown this once. */
  created: { name: string; token: string; expiresAt: Date } | null;
  revoked: boolean;
}

export function tokensPage(view: TokensView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.people.tokens;
  const error = errorsByField(view.errors);
  const creating = form({
    action: '/min-side/nokler',
    body: html`${textField({ name: 'name', label: own.name, hint: own.nameHint, value: view.input.name, error: error['name'], width: 'medium', maxlength: 100 })}
${radioGroup({ name: 'days', legend: own.days, value: view.input.days, error: error['days'], inline: true, options: tokenLives.map((days) => ({ value: String(days), label: own.daysOption(days) })) })}
${actions(button({ label: own.create }))}`,
  });
  return {
    title: own.title,
    failed: view.errors.length > 0,
    main: [
      errorSummary(view.errors, t, { name: own.name, days: own.days }),
      pageHead({ title: own.title, lead: own.lead }),
      view.created ? newToken(view.created, lang) : nothing,
      view.revoked ? statusMessage(own.revoked) : nothing,
      section({
        title: own.listTitle,
        body: view.tokens.length ? tokenTable(view.tokens, lang) : paragraph(own.empty),
      }),
      section({ title: own.newTitle, id: 'ny', body: creating }),
    ],
  };
}

function newToken({ name, token, expiresAt }: NonNullable<TokensView['created']>, lang: Lang): Html {
  const own = texts(lang).people.tokens;
  return alert({
    tone: 'success',
    title: own.createdTitle,
    role: 'status',
    body: html`<p>${own.createdLead}</p>${textField({ name: 'token', label: html`${own.created} (${name}, ${formatDate(expiresAt, lang)})`, value: token, readonly: true })}
<p>${own.how} <code>Authorization: Bearer ${own.created.toLowerCase()}</code></p>`,
  });
}

function tokenTable(tokens: readonly Token[], lang: Lang): Html {
  const own = texts(lang).people.tokens;
  const day = (at: Date): Html => time(at, formatDate(at, lang));
  return table<Token>({
    caption: own.listTitle,
    hideCaption: true,
    rows: tokens,
    columns: [
      { header: own.columnName, names: true, cell: ({ name }) => name },
      { header: own.columnCreated, cell: ({ createdAt }) => day(createdAt) },
      {
        header: own.columnUsed,
        cell: ({ usedAt }) => (usedAt ? time(usedAt, formatDateTime(usedAt, lang)) : own.never),
      },
      { header: own.columnExpires, cell: ({ expiresAt }) => day(expiresAt) },
      {
        header: own.columnAction,
        cell: ({ id, name }) =>
          actionForm({
            action: `/min-side/nokler/${id}/trekk-tilbake`,
            label: own.revoke(name),
            kind: 'danger',
            small: true,
          }),
      },
    ],
  });
}
