/** The booklet on paper: a cover, what is in it, and each application with an empty form to write on. */
import {
  boxes,
  contents,
  heading,
  lines,
  list,
  note,
  pageBreak,
  paragraph,
  prose,
  renderPdf,
  room,
  table,
  terms,
  title,
  type PaperBlock,
} from '../../platform/pdf/index.ts';
import { formatDateTime, LOCALES } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { answerSections, organisationTerms } from '../receipts/content-blocks.ts';
import type { ReadDocument } from '../reading/schema.ts';
import { treeBlocks } from './booklet-tree.ts';
import type { Booklet, BookletApplication, BookletCriterion } from './schema-booklet.ts';
import { coverTerms, documentFacts, pageNames, readingNotes } from './words-booklet.ts';
import { criterionIn, criterionNote, levels } from './words.ts';

export interface BookletOnPaper {
  booklet: Booklet;
  lang: Lang;
  demo: boolean;
}

export function bookletPdf({ booklet, lang, demo }: BookletOnPaper): Promise<Buffer> {
  const t = texts(lang);
  const { print } = t.desk;
  const { year, reader, madeAt, applications } = booklet;
  const over = t.receipts.pdf.foot(year);
  return renderPdf(
    {
      title: `${print.cover.title}, ${over}`,
      author: over,
      lang: LOCALES[lang],
      at: madeAt,
      foot: print.mark(reader, formatDateTime(madeAt, lang)),
      pageOf: t.receipts.pdf.pageOf,
      banner: demo ? t.receipts.pdf.demo : print.copyOf(reader),
      bookmarks: 3,
    },
    [
      title(print.cover.title, { over }),
      note(print.cover.confidential),
      terms(coverTerms(booklet, lang)),
      heading(2, print.cover.contents),
      contents(),
      ...applications.flatMap((one) => application(one, booklet, lang)),
    ],
  );
}

/** As a PDF knows languages: where it is another than the document's. */
const other = (written: Lang, lang: Lang): string | undefined =>
  written === lang ? undefined : LOCALES[written];

function application(one: BookletApplication, booklet: Booklet, lang: Lang): PaperBlock[] {
  const t = texts(lang);
  const { name, submittedAt, language, content, read } = one;
  return [
    pageBreak(),
    heading(2, name),
    paragraph(t.ballots.page.sent(formatDateTime(submittedAt, lang)), 'muted'),
    terms(organisationTerms(content, lang)),
    ...answerSections(content.answers, { lang, language, level: 3 }),
    heading(3, t.nominations.submission.documents),
    documentsOf(content.documents, lang),
    ...read.flatMap((document) => documentText(document, language, lang)),
    pageBreak(),
    heading(3, t.desk.print.form(name)),
    ...booklet.criteria.flatMap((line) => criterion(line, booklet, lang)),
  ];
}

function documentsOf(documents: BookletApplication['content']['documents'], lang: Lang): PaperBlock {
  const t = texts(lang);
  const { print } = t.desk;
  if (documents.length === 0) return paragraph(t.nominations.submission.noDocuments, 'muted');
  return table(
    [
      { label: t.nominations.submission.documents, share: 3 },
      { label: print.kind, share: 2 },
      { label: print.hash, share: 3 },
    ],
    documents.map((document) => {
      const { name, description, withhold, sha256 } = document;
      const marked = withhold === undefined ? '' : `${t.receipts.pdf.withhold} ${withhold}`.trim();
      const about = [name, description, marked].filter(Boolean).join('\n');
      return [about, documentFacts(document, lang), sha256];
    }),
    { rowHeads: true },
  );
}

/** The text of a document, page by page. */
function documentText(document: ReadDocument, language: Lang, lang: Lang): PaperBlock[] {
  const nameOf = pageNames(document, lang);
  return [
    heading(3, texts(lang).desk.print.document(document.name)),
    ...document.pages.flatMap(({ number, nodes }) => [
      ...(nameOf ? [paragraph(nameOf(number), 'muted')] : []),
      ...treeBlocks(nodes, other(language, lang)),
    ]),
    ...readingNotes(document, lang).map((one) => paragraph(one, 'muted')),
  ];
}

function criterion(line: BookletCriterion, { scale }: Booklet, lang: Lang): PaperBlock[] {
  const t = texts(lang);
  const { name, description, prompts, lang: written } = criterionIn(line.texts, lang);
  const said = other(written, lang);
  const must = line.kind === 'must';
  const yesNo = must ? [t.common.yes, t.common.no] : [];
  const given = line.scored ? levels(scale, t, lang).map(({ label }) => label) : [];
  return [
    // With air, and with half of the lines to write on.
    room(10 + 2 * prompts.length + 1.4 * (yesNo.length + given.length)),
    heading(4, name, said),
    paragraph(criterionNote(line, t), 'muted'),
    ...(description ? prose(description, said) : []),
    ...(prompts.length > 0 ? [list(prompts, said ? { lang: said } : {})] : []),
    ...[yesNo, given].filter(({ length }) => length > 0).map(boxes),
    lines(must ? 3 : 8),
  ];
}
