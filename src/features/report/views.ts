import {
  bar,
  descriptionList,
  figures,
  link,
  paragraph,
  section,
  srOnly,
  stack,
  table,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Report } from './schema.ts';
import { figuresOf, outcomeOf, percentOf, tablesOf, type CountTable } from './words.ts';

/** The report of a year to read; the same as PDF and XLSX. */
export function reportPage(report: Report, edition: { id: string; year: number }, lang: Lang): Page {
  const t = texts(lang);
  const own = t.report;
  const file = (ending: string, label: string): Html =>
    link(`${editionHref(edition.id, 'report')}.${ending}`, label, { download: true });
  return {
    title: `${own.title} ${report.year}`,
    wide: true,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      editionHead(edition, 'report', { title: own.title, lead: own.lead(report.year) }, lang),
      paragraph(
        html`${own.asOf(formatExact(instant(report.asOf), lang))} ${own.files}: ${file('pdf', 'PDF')}, ${file('xlsx', 'Excel (XLSX)')}, ${file('json', 'JSON')}`,
        'muted',
      ),
      section({
        title: own.applications,
        body: figures(figuresOf(report, lang).map(([label, value]) => ({ label, value }))),
      }),
      section({ title: own.outcome, body: descriptionList(outcomeOf(report, lang)) }),
      ...tablesOf(report, lang).map((one) => counts(one, lang)),
    ),
  };
}

function counts({ title, lead, name, rows, most, isShare }: CountTable, lang: Lang): Html {
  const own = texts(lang).report;
  return section({
    title,
    body: html`${lead && paragraph(lead, 'muted')}${table({
      caption: title,
      hideCaption: true,
      rows,
      columns: [
        { header: name, names: true, cell: (row) => row.name },
        { header: own.count, numeric: true, cell: ({ count }) => String(count) },
        {
          header: isShare ? own.share : srOnly(own.share),
          cell: ({ count }) =>
            html`${bar(count, most)}${isShare && html`<span class="ep-muted">${percentOf(count, most, lang)}</span>`}`,
        },
      ],
    })}`,
  });
}
