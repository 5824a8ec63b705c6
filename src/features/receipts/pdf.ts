/** An application on paper: as it was sent in, with its receipt, or as it stands now for those who write it. */
import {
  heading,
  list,
  note,
  paragraph,
  prose,
  renderPdf,
  table,
  terms,
  title,
  type Block,
} from '../../platform/pdf/index.ts';
import { LOCALES, formatBytes, formatExact, formatList, formatNumber } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow, RenderedSubmission } from '../nominations/schema.ts';
import type { Sent } from './queries.ts';

/** As sent in, in the language of the application. The same for everybody and every time. */
export function submissionPdf(
  sent: Sent,
  { demo, baseUrl }: { demo: boolean; baseUrl: string },
): Promise<Buffer> {
  const { row, edition, number, submittedAt, rendered } = sent;
  const lang: Lang = row.language;
  const t = texts(lang);
  const own = t.receipts.pdf;
  const when = formatExact(submittedAt, lang);
  return renderPdf(
    {
      ...about(row.organisation_name, edition.year, lang),
      at: submittedAt,
      foot: `${own.foot(edition.year)} · ${row.receipt_number}`,
      banner: demo ? own.demo : undefined,
    },
    [
      title(row.organisation_name, { over: own.over(edition.year), lead: own.sent(when) }),
      terms([
        [t.nominations.receipt.number, row.receipt_number],
        [t.nominations.receipt.submitted, when],
        [t.nominations.receipt.version, String(number)],
        ...organisationTerms(rendered, lang),
      ]),
      ...contentBlocks(rendered, lang),
      heading(2, own.receiptTitle),
      terms([
        [t.nominations.receipt.hash, sent.sha256],
        ...rendered.documents.map(({ name, sha256 }) => [name, sha256] as const),
      ]),
      paragraph(own.check(`${baseUrl}/kontroller`), 'muted'),
    ],
  );
}

/** As it stands now, for those who write it: on every page it says that it is a draft. */
export function draftPdf(
  row: NominationRow,
  { year, rendered, now }: { year: number; rendered: RenderedSubmission; now: Date },
): Promise<Buffer> {
  const lang: Lang = row.language;
  const own = texts(lang).receipts.pdf;
  return renderPdf(
    {
      ...about(row.organisation_name, year, lang),
      at: now,
      foot: own.foot(year),
      banner: own.draftBanner,
    },
    [
      title(row.organisation_name, { over: own.over(year), lead: own.draft(formatExact(now, lang)) }),
      note(own.draftNote),
      terms(organisationTerms(rendered, lang)),
      ...contentBlocks(rendered, lang),
    ],
  );
}

const about = (name: string, year: number, lang: Lang) => {
  const own = texts(lang).receipts.pdf;
  return { title: `${own.over(year)}: ${name}`, author: name, lang: LOCALES[lang], pageOf: own.pageOf };
};

function organisationTerms(
  { organisation }: RenderedSubmission,
  lang: Lang,
): [string, string | false | null][] {
  const t = texts(lang).nominations;
  const { name, unit, kind, partners, number } = organisation;
  return [
    [t.submission.applicant, name],
    [t.submission.unit, unit],
    [t.submission.kind, t.kinds[kind]],
    [t.submission.partners, partners.length > 0 && formatList(partners, lang)],
    [t.submission.number, number],
  ];
}

/** Sections, questions and answers, and the list of attachments: what the jury reads, in its order. */
function contentBlocks({ answers, documents }: RenderedSubmission, lang: Lang): Block[] {
  const t = texts(lang);
  const own = t.nominations.submission;
  const groups = Map.groupBy(answers, ({ section }) => section);
  const parts = [...groups].flatMap(([name, group]) => [
    heading(2, t.nominations.sections[name as keyof typeof t.nominations.sections]),
    ...group.flatMap((answer) => [heading(3, answer.label), ...answerBlocks(answer, lang)]),
  ]);
  return [
    ...parts,
    heading(2, own.documents),
    ...(documents.length === 0
      ? [paragraph(own.noDocuments, 'muted')]
      : documents.flatMap(({ name, bytes, description, withhold }) => [
          paragraph(`${name} (${formatBytes(bytes, lang)})`, 'strong'),
          ...(description ? [paragraph(description)] : []),
          ...(withhold === undefined
            ? []
            : [paragraph(`${t.receipts.pdf.withhold} ${withhold}`.trim(), 'muted')]),
        ])),
  ];
}

function answerBlocks({ kind, value, content }: RenderedSubmission['answers'][number], lang: Lang): Block[] {
  const t = texts(lang);
  const own = t.nominations.submission;
  if (kind === 'tick') return [paragraph(value ? own.yes : own.no)];
  if (value.trim() === '') return [paragraph(own.unanswered, 'muted')];
  if (content?.kind === 'choices') return [list([...content.chosen, content.other].filter(Boolean))];
  if (content?.kind !== 'table') return prose(value);
  const shown = (cell: string | number | null | undefined) =>
    typeof cell === 'number' ? formatNumber(cell, lang) : (cell ?? '');
  const sums = content.sums.some((sum) => sum !== null)
    ? [content.sums.map((sum, index) => (index === 0 ? t.writing.structured.sum : shown(sum)))]
    : [];
  return [
    table(
      content.columns.map(({ label, type }) => ({ label, align: type === 'number' ? 'end' : 'start' })),
      [...content.rows.map((row) => row.map(shown)), ...sums],
      { rowHeads: true },
    ),
  ];
}
