/** Applications on paper, each with an empty form to write on. */
import {
  actions,
  alert,
  button,
  buttonLink,
  descriptionList,
  emptyState,
  heading,
  link,
  list,
  pageHead,
  paperBoxes,
  paperLines,
  paperSheet,
  paperSheets,
  paragraph,
  rows,
} from '../../ui/components/index.ts';
import { documentPage } from '../../ui/document-text.ts';
import { html, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, withholdNote } from '../../ui/submission.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { ReadDocument } from '../reading/schema.ts';
import type { Booklet, BookletApplication, BookletCriterion } from './schema-booklet.ts';
import type { Scale } from './schema.ts';
import { promptList } from './views-given.ts';
import { coverTerms, documentFacts, pageNames, readingNotes } from './words-booklet.ts';
import { criterionIn, criterionNote, levels } from './words.ts';

export function printPage({ seat, booklet }: { seat: SeatView; booklet: Booklet }, lang: Lang): Page {
  const t = texts(lang);
  const own = t.desk.print;
  const { applications, reader, madeAt } = booklet;
  const some = applications.length > 0;
  return {
    title: own.title,
    main: juryFrame(
      seat,
      '/jury/utskrift',
      t,
      pageHead({
        title: own.title,
        lead: own.lead,
        aside: actions(
          some && button({ label: own.button, type: 'button', enhance: 'print' }),
          some &&
            buttonLink({ href: '/jury/utskrift.pdf', label: own.pdf, kind: 'secondary', download: true }),
          link('/jury', t.ballots.page.back),
        ),
      }),
      some
        ? paperSheets({
            mark: own.mark(reader, formatDateTime(madeAt, lang)),
            cover: cover(booklet, t, lang),
            sheets: applications.map((one) => sheet(one, booklet, t, lang)),
          })
        : emptyState({ title: own.none }),
    ),
  };
}

const sheetId = ({ id }: BookletApplication): string => `soknad-${id}`;

function cover(booklet: Booklet, t: Texts, lang: Lang): Html {
  const { title, confidential, contents } = t.desk.print.cover;
  const { year, applications } = booklet;
  return html`${paragraph(t.receipts.pdf.foot(year), 'muted')}${heading(2, title)}${alert({ tone: 'warning', body: confidential })}${descriptionList(coverTerms(booklet, lang))}<nav class="ep-stack" aria-labelledby="innhold">${heading(3, contents, { id: 'innhold' })}${list(
    applications.map((one) => link(`#${sheetId(one)}`, one.name)),
    { ordered: true },
  )}</nav>`;
}

function sheet(one: BookletApplication, booklet: Booklet, t: Texts, lang: Lang): Html {
  const { name, submittedAt, language, content, read } = one;
  const mine = t.desk.print.copyOf(booklet.reader);
  const { documents, ...written } = content;
  return paperSheet({
    id: sheetId(one),
    title: name,
    over: mine,
    body: html`${paragraph(t.ballots.page.sent(formatDateTime(submittedAt, lang)), 'muted')}${submissionView({ ...written, documents: null }, { lang, language, level: 3, among: name })}${heading(3, t.nominations.submission.documents)}${documentLines(documents, t, lang)}${read.map((document) => documentParts(document, language, lang))}`,
    form: html`${heading(3, t.desk.print.form(name))}${paragraph(mine, 'small')}${booklet.criteria.map((line) => criterion(line, booklet.scale, t, lang))}`,
  });
}

/** What came along, each with what it is and the checksum of what was sent in. */
function documentLines(documents: BookletApplication['content']['documents'], t: Texts, lang: Lang): Html {
  if (documents.length === 0) return paragraph(t.nominations.submission.noDocuments, 'muted');
  return rows(
    documents.map((document) => {
      const { id, name, description, withhold, sha256 } = document;
      return html`<div>${link(`/dokument/${id}/les`, name)} (${documentFacts(document, lang)})</div>${description && paragraph(description, 'small')}${withhold !== undefined && withholdNote(withhold, lang)}${paragraph(html`${t.desk.print.hash}: <code>${sha256}</code>`, 'small')}`;
    }),
  );
}

/** The text of a document, page by page, and what is to be said of it. */
function documentParts(document: ReadDocument, language: Lang, lang: Lang): Html {
  return html`${heading(3, texts(lang).desk.print.document(document.name))}${document.pages.map((page) =>
    documentPage(page, {
      numbered: pageNames(document, lang),
      level: 4,
      lang: language === lang ? undefined : language,
    }),
  )}${readingNotes(document, lang).map((one) => paragraph(one, 'small'))}`;
}

function criterion(line: BookletCriterion, scale: Scale, t: Texts, lang: Lang): Html {
  const { name, description, prompts, lang: written } = criterionIn(line.texts, lang);
  const yesNo = [t.common.yes, t.common.no];
  return html`<div>${heading(4, html`<span lang="${written}">${name}</span>`)}${paragraph(criterionNote(line, t), 'small')}${paragraph(html`<span lang="${written}">${description}</span>`, 'small')}${promptList(prompts, written)}${line.kind === 'must' && paperBoxes(yesNo)}${line.scored && paperBoxes(levels(scale, t, lang).map(({ label }) => label))}${paperLines(line.kind === 'must' ? 3 : 8)}</div>`;
}
