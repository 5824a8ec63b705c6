/** The report part by part, in words: the same for the page, for paper and for a spreadsheet. */
import { instant } from '../../platform/clock.ts';
import { formatDateTime, formatPercent } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Report } from './schema.ts';

/** A table of numbers: a name, how many, and of how many a bar is drawn. */
export interface CountTable {
  title: string;
  lead?: string;
  name: string;
  rows: readonly { name: string; count: number }[];
  /** What a full bar is. */
  most: number;
  /** The rows are parts of `most`, not beside each other. */
  isShare: boolean;
}

export function tablesOf(report: Report, lang: Lang): CountTable[] {
  const t = texts(lang);
  const own = t.report;
  const { sent } = report.applications;
  return [
    {
      title: own.kinds,
      name: own.kind,
      most: sent,
      isShare: true,
      rows: report.kinds.map(({ kind, count }) => ({ name: t.nominations.kinds[kind], count })),
    },
    {
      title: own.counties,
      name: own.county,
      most: sent,
      isShare: true,
      rows: report.counties.map(({ county, count }) => ({ name: county || own.noCounty, count })),
    },
    ...report.choices.map(({ question, of, erased, options }) => ({
      title: question,
      lead: [own.ofAll(of), ...(erased > 0 ? [own.erased(erased)] : [])].join(' '),
      name: own.answer,
      most: of,
      isShare: true,
      rows: options.map(({ label, count }) => ({ name: label, count })),
    })),
    ...(report.earlier.length > 0
      ? [
          {
            title: own.earlier,
            name: own.year,
            most: Math.max(sent, ...report.earlier.map(({ applications }) => applications)),
            isShare: false,
            rows: report.earlier.map(({ year, applications }) => ({
              name: String(year),
              count: applications,
            })),
          },
        ]
      : []),
  ];
}

export function figuresOf({ applications: n }: Report, lang: Lang): [term: string, value: number][] {
  const own = texts(lang).report;
  return [
    [own.sent, n.sent],
    [own.admitted, n.admitted],
    [own.rejected, n.rejected],
    [own.withdrawn, n.withdrawn],
    [own.drafts, n.drafts],
  ];
}

/** What is public of the outcome, and where it was told. */
export function outcomeOf(report: Report, lang: Lang): [term: string, value: string][] {
  const own = texts(lang).report;
  const { nominated, winner, honourableMentions: honourable, noAward, isCancelled, ceremony } = report;
  const none = isCancelled ? own.cancelled : own.notPublic;
  return [
    [own.nominated, nominated.length > 0 ? nominated.join('; ') : none],
    [own.winner, winner ?? (noAward ? own.noAward : none)],
    ...(honourable.length > 0 ? [[own.honourable, honourable.join('; ')] as [string, string]] : []),
    [
      own.ceremony,
      isCancelled
        ? own.ceremonyCancelled
        : [formatDateTime(instant(ceremony.at), lang), ceremony.place].filter(Boolean).join(', '),
    ],
  ];
}

export const percentOf = (count: number, of: number, lang: Lang): string =>
  of === 0 ? '–' : formatPercent(count / of, lang);
