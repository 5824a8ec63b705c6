/** What has had its time, and erasing it. */
import {
  alert,
  button,
  checkbox,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  hidden,
  link,
  pageHead,
  paragraph,
  section,
  statusMessage,
  table,
  time,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { keepText } from './schema-words.ts';
import type { Erased, RetentionRule } from './schema.ts';

export interface RetentionView {
  rules: readonly RetentionRule[];
  due: readonly Erased[];
  /** Which list it is that stands here. */
  seen: string;
  errors: readonly FormError[];
  done: { erased: number; failed: number; files: number } | null;
  mayRun: boolean;
}

const rowsOf = ({ counts }: Erased): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

export function retentionPage(view: RetentionView, lang: Lang): Page {
  const { rules, due, done, errors } = view;
  const { retention: t, people } = texts(lang);
  return {
    title: t.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [{ label: people.administration.title, href: '/administrasjon' }, { label: t.title }],
    main: html`${errorSummary(errors, texts(lang), { sure: t.sure })}${pageHead({ title: t.title, lead: t.lead })}
${done && statusMessage(t.done(done.erased, done.files))}${done !== null && done.failed > 0 && alert({ tone: 'warning', role: 'alert', body: paragraph(t.failed(done.failed)) })}
${section({ title: t.dueTitle, id: 'forfalt', body: due.length === 0 ? emptyState({ title: t.nothing, body: t.nothingBody, level: 3 }) : list(view, lang) })}
${section({
  title: t.scheduleTitle,
  id: 'plan',
  body: html`${paragraph(link('/personvern/lagring', t.publicLink))}${table({
    caption: `${t.title}: ${t.scheduleTitle}`,
    hideCaption: true,
    rows: rules,
    columns: [
      { header: t.what, names: true, cell: ({ name }) => t.rules[name].title },
      { header: t.keep, cell: (rule) => keepText(rule, lang) },
    ],
  })}`,
})}`,
  };
}

function list({ due, seen, errors, mayRun }: RetentionView, lang: Lang): Html {
  const { retention: t } = texts(lang);
  const all = due.reduce((sum, one) => sum + rowsOf(one), 0);
  return html`${paragraph(t.would(due.length, all))}${table({
    caption: `${t.title}: ${t.dueTitle}`,
    hideCaption: true,
    rows: due,
    columns: [
      { header: t.what, names: true, cell: ({ rule }) => t.rules[rule].title },
      { header: t.about, cell: ({ rule, name }) => name ?? (rule === 'accounts' ? t.somebody : t.service) },
      { header: t.since_, cell: ({ dueAt }) => time(dueAt, formatDate(dueAt, lang)) },
      { header: t.goes, cell: (one) => counted(one, lang) },
    ],
  })}
${
  mayRun &&
  form({
    action: '/administrasjon/sletting',
    body: html`${alert({ tone: 'warning', body: paragraph(t.final) })}${hidden('seen', seen)}${checkbox({ name: 'sure', value: 'yes', label: t.sure, error: errorsByField(errors)['sure'] })}${button({ label: t.run(due.length), kind: 'danger' })}`,
  })
}`;
}

/** How much goes, and of what, for whoever wants to know. */
function counted(one: Erased, lang: Lang): Html {
  const { retention: t } = texts(lang);
  const tables = Object.entries(one.counts).map(([name, n]) => html`<div><code>${name}</code> ${n}</div>`);
  return tables.length === 0
    ? html`${t.rows(0)}`
    : details({ summary: t.rows(rowsOf(one)), body: html`${tables}` });
}
