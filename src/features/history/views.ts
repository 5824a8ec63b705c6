/** The years before the service: what is stored, and what a file would change of it. */
import {
  actions,
  alert,
  button,
  errorSummary,
  errorsByField,
  fileField,
  form,
  hidden,
  link,
  list,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Cells, Plan, PlanLine } from './schema.ts';

export interface ImportView {
  stored: readonly (readonly [year: number, cells: Cells])[];
  lines: string;
  /** What the lines would change; null where nothing has been looked at, or something is wrong. */
  plan: Plan | null;
  errors: readonly FormError[];
  saved: number | null;
}

export const HERE = '/sekretariat/historie';

export function importPage({ stored, lines, plan, errors, saved }: ImportView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.historyImport;
  const wrong = errorsByField(errors);
  const writes = plan?.lines.filter(({ kind }) => kind !== 'same').length ?? 0;
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.secretariat.title, href: '/sekretariat' }, { label: own.title }],
    main: stack(
      errorSummary(errors, t, { files: own.file }),
      pageHead({ title: own.title, lead: own.lead }),
      saved !== null && statusMessage(own.saved(saved)),
      plan && preview(plan, lang),
      section({
        title: own.bring,
        id: 'hent-inn',
        body: form({
          action: HERE,
          label: own.bring,
          multipart: true,
          body: html`${plan && hidden('seen', plan.seen)}${textArea({
            name: 'lines',
            label: own.lines,
            hint: own.linesHint,
            rows: 8,
            value: lines,
            error: wrong['lines'],
          })}${fileField({ name: 'files', label: own.file, hint: t.callList.fileHint, accept: '.xlsx,.csv,.txt,.tsv,text/csv,text/plain', error: wrong['files'] })}${actions(
            writes > 0 && button({ label: own.save(writes), name: 'save', value: '1' }),
            button({ label: own.look, kind: writes > 0 ? 'secondary' : 'primary' }),
          )}`,
        }),
      }),
      section({
        title: own.stored,
        id: 'lagret',
        body: html`${paragraph(link(publicHref(lang, '/historie'), own.public))}${table({
          caption: own.title,
          hideCaption: true,
          rows: stored.toReversed(),
          columns: [
            { header: own.fields.year, names: true, cell: ([year]) => String(year) },
            { header: own.fields.winner, cell: ([, { winner }]) => winner },
            { header: own.fields.finalists, cell: ([, { finalists }]) => shown(finalists) },
            { header: own.fields.honourable, cell: ([, { honourable }]) => shown(honourable) },
            { header: own.fields.applications, numeric: true, cell: ([, { applications }]) => applications },
          ],
        })}`,
      }),
    ),
  };
}

const shown = (names: string): string => names.replaceAll('|', ', ');

function preview({ lines }: Plan, lang: Lang): Html {
  const own = texts(lang).historyImport;
  const writes = lines.filter(({ kind }) => kind !== 'same').length;
  const said = (field: keyof Cells, value: string) =>
    field === 'mode' ? (own.modes[value as keyof typeof own.modes] ?? own.empty) : shown(value) || own.empty;
  const changes = ({ kind, changes: all }: PlanLine) =>
    all.map(({ field, from, to }) =>
      kind === 'new'
        ? html`${own.fields[field]}: ${said(field, to)}`
        : html`${own.fields[field]}: <del>${said(field, from)}</del> → <ins>${said(field, to)}</ins>`,
    );
  return section({
    title: own.preview,
    id: 'forhandsvisning',
    body: html`${alert({ tone: writes > 0 ? 'info' : 'warning', role: 'status', body: paragraph(own.would(writes)) })}${table(
      {
        caption: own.changes,
        hideCaption: true,
        rows: lines,
        columns: [
          { header: own.line, numeric: true, cell: ({ line }) => String(line) },
          { header: own.fields.year, names: true, cell: ({ year }) => String(year) },
          {
            header: own.what,
            cell: ({ kind }) =>
              tag(own.kinds[kind], kind === 'changed' ? 'warning' : kind === 'new' ? 'success' : 'neutral'),
          },
          { header: own.changes, cell: (one) => (one.changes.length > 0 ? list(changes(one)) : own.nothing) },
        ],
      },
    )}`,
  });
}
