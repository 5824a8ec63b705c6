/** What has had its time, and erasing it. */
import {
  actionForm,
  alert,
  details,
  emptyState,
  link,
  pageHead,
  paragraph,
  section,
  statusMessage,
  table,
  time,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { keepText } from './schema-words.ts';
import type { Erased, RetentionRule } from './schema.ts';

interface RetentionView {
  rules: readonly RetentionRule[];
  due: readonly Erased[];
  done: { erased: number; failed: number; files: number } | null;
  mayRun: boolean;
}

const rowsOf = ({ counts }: Erased): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

export function retentionPage({ rules, due, done, mayRun }: RetentionView, lang: Lang): Page {
  const { retention: t, people } = texts(lang);
  return {
    title: t.title,
    wide: true,
    breadcrumbs: [{ label: people.administration.title, href: '/administrasjon' }, { label: t.title }],
    main: html`${pageHead({ title: t.title, lead: t.lead })}
${done && statusMessage(t.done(done.erased, done.files))}${done !== null && done.failed > 0 && alert({ tone: 'warning', role: 'alert', body: paragraph(t.failed(done.failed)) })}
${section({ title: t.dueTitle, id: 'forfalt', body: due.length === 0 ? emptyState({ title: t.nothing, body: t.nothingBody, level: 3 }) : list(due, mayRun, lang) })}
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

function list(due: readonly Erased[], mayRun: boolean, lang: Lang): Html {
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
${mayRun && html`${alert({ tone: 'warning', body: paragraph(t.final) })}${actionForm({ action: '/administrasjon/sletting', label: t.run(due.length), kind: 'danger' })}`}`;
}

/** How much goes, and of what, for whoever wants to know. */
function counted(one: Erased, lang: Lang): Html {
  const { retention: t } = texts(lang);
  const tables = Object.entries(one.counts).map(([name, n]) => html`<div><code>${name}</code> ${n}</div>`);
  return tables.length === 0
    ? html`${t.rows(0)}`
    : details({ summary: t.rows(rowsOf(one)), body: html`${tables}` });
}
