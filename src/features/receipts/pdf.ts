/** An application on paper: as it was sent in, with its receipt, or as it stands now for those who write it. */
import { heading, note, paragraph, renderPdf, terms, title, type Block } from '../../platform/pdf/index.ts';
import { LOCALES, formatBytes, formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow, RenderedSubmission } from '../nominations/schema.ts';
import { answerSections, organisationTerms } from './content-blocks.ts';
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

/** What the jury reads, in its order, and the list of attachments. */
function contentBlocks({ answers, documents }: RenderedSubmission, lang: Lang): Block[] {
  const t = texts(lang);
  const own = t.nominations.submission;
  return [
    ...answerSections(answers, { lang, language: lang, level: 2 }),
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
