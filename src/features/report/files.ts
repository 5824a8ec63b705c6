/** The report on paper, and as sheets. */
import { bars, heading, paragraph, renderPdf, table, terms, title } from '../../platform/pdf/index.ts';
import type { SheetColumn } from '../../platform/sheets/columns.ts';
import { xlsx, type Sheet } from '../../platform/sheets/xlsx.ts';
import { instant } from '../../platform/clock.ts';
import { formatExact, LOCALES } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Report } from './schema.ts';
import { figuresOf, outcomeOf, percentOf, tablesOf } from './words.ts';

export function reportPdf(report: Report, { lang, demo }: { lang: Lang; demo: boolean }): Promise<Buffer> {
  const t = texts(lang);
  const own = t.report;
  const name = `${own.title}, Etikkprisen ${report.year}`;
  const at = instant(report.asOf);
  return renderPdf(
    {
      title: name,
      author: 'KS',
      lang: LOCALES[lang],
      at,
      foot: name,
      pageOf: t.receipts.pdf.pageOf,
      ...(demo && { banner: t.receipts.pdf.demo }),
    },
    [
      title(own.title, { over: `Etikkprisen ${report.year}`, lead: own.asOf(formatExact(at, lang)) }),
      heading(2, own.applications),
      terms(figuresOf(report, lang).map(([term, value]) => [term, String(value)])),
      heading(2, own.outcome),
      terms(outcomeOf(report, lang)),
      ...tablesOf(report, lang).flatMap(({ title: head, lead, name: column, rows, most, isShare }) => [
        heading(2, head),
        ...(lead ? [paragraph(lead, 'muted')] : []),
        table(
          [
            { label: column, share: 4 },
            { label: own.count, share: 1 },
            ...(isShare ? [{ label: own.share, share: 1 }] : []),
          ],
          rows.map(({ name: row, count }) => [
            row,
            String(count),
            ...(isShare ? [percentOf(count, most, lang)] : []),
          ]),
          { rowHeads: true },
        ),
        bars(
          rows.map(({ name: row, count }) => ({ name: row, value: count })),
          most,
          own.bars(head),
        ),
      ]),
    ],
  );
}

/** A sheet for the numbers and the outcome, and one for each table, with its chart. */
export function reportXlsx(report: Report, lang: Lang): Promise<Buffer> {
  const own = texts(lang).report;
  const erased = Math.max(0, ...report.choices.map((one) => one.erased));
  const summary: Sheet<readonly [string, string | number]> = {
    name: own.title,
    columns: [
      { header: own.title, width: 34, cell: ([term]) => term },
      { header: String(report.year), width: 60, cell: ([, value]) => value },
    ],
    rows: [
      ...figuresOf(report, lang),
      ...(erased > 0 ? [[own.erasedShort, erased] as const] : []),
      ...outcomeOf(report, lang),
    ],
  };
  const counted = (column: string): SheetColumn<{ name: string; count: number }>[] => [
    { header: column, width: 48, cell: ({ name }) => name },
    { header: own.count, cell: ({ count }) => count },
  ];
  return xlsx(
    summary,
    ...tablesOf(report, lang).map(({ title: name, name: column, rows }) => ({
      name,
      columns: counted(column),
      rows,
      chart: { title: name, alt: own.bars(name) },
    })),
  );
}
