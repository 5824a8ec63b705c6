/** Applications on paper, each with an empty form to write on. */
import {
  actions,
  button,
  emptyState,
  heading,
  link,
  pageHead,
  paperBoxes,
  paperLines,
  paperSheet,
  paperSheets,
  paragraph,
} from '../../ui/components/index.ts';
import { documentPage } from '../../ui/document-text.ts';
import { html, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { MOST_PAGES, PDF, type ReadDocument } from '../reading/schema.ts';
import type { MyBallot, Scale, SheetLine } from './schema.ts';
import { levels, promptList } from './views-given.ts';
import { criterionIn, criterionNote } from './words.ts';

export interface PrintView {
  seat: SeatView;
  year: number;
  /** Whose copy it is. */
  me: string;
  now: Date;
  applications: readonly {
    ballot: MyBallot;
    submittedAt: Date;
    language: Lang;
    content: SubmissionContent;
    /** Its documents, as reading mode shows them. */
    read: readonly ReadDocument[];
  }[];
  /** The form, with nothing of what has been given. */
  criteria: readonly Pick<SheetLine, 'criterionId' | 'kind' | 'weight' | 'texts' | 'scored'>[];
  scale: Scale;
}

export function printPage(view: PrintView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.desk.print;
  const { applications, me, now } = view;
  return {
    title: own.title,
    main: juryFrame(
      view.seat,
      '/jury/utskrift',
      t,
      pageHead({
        title: own.title,
        lead: own.lead,
        aside: actions(
          button({ label: own.button, type: 'button', enhance: 'print' }),
          link('/jury', t.ballots.page.back),
        ),
      }),
      applications.length === 0
        ? emptyState({ title: own.none })
        : paperSheets({
            mark: own.mark(me, formatDateTime(now, lang)),
            sheets: applications.map((one) => sheet(one, view, t, lang)),
          }),
    ),
  };
}

function sheet(one: PrintView['applications'][number], view: PrintView, t: Texts, lang: Lang): Html {
  const { ballot, submittedAt, language, content, read } = one;
  const name = applicantName(ballot.organisation_name, ballot.unit_name);
  return paperSheet({
    id: `soknad-${ballot.nomination_id}`,
    title: name,
    over: t.desk.print.copyOf(view.me),
    body: html`${paragraph(t.ballots.page.sent(formatDateTime(submittedAt, lang)), 'muted')}${submissionView(content, { lang, language, level: 3, among: name })}${read.map((document) => documentParts(document, language, lang))}`,
    form: html`${heading(3, t.desk.print.form(name))}${paragraph(t.desk.print.copyOf(view.me), 'small')}${view.criteria.map((line) => criterion(line, view.scale, t, lang))}`,
  });
}

/** The text of a document, page by page; one without any says why. */
function documentParts(document: ReadDocument, language: Lang, lang: Lang): Html {
  const { reading, desk } = texts(lang);
  const { name, state, pages, length } = document;
  const numbered = document.mediaType === PDF ? reading.pageNumber : reading.partNumber;
  return html`${heading(3, desk.print.document(name))}${state !== 'read' && paragraph(reading.reader.states[state], 'small')}${pages.map(
    (page) =>
      documentPage(page, {
        numbered: pages.length > 1 ? numbered : null,
        level: 4,
        lang: language === lang ? undefined : language,
      }),
  )}${length > MOST_PAGES && paragraph(desk.reading.rest(MOST_PAGES), 'small')}`;
}

function criterion(line: PrintView['criteria'][number], scale: Scale, t: Texts, lang: Lang): Html {
  const { name, description, prompts, lang: written } = criterionIn(line.texts, lang);
  const yesNo = [t.common.yes, t.common.no];
  return html`<div>${heading(4, html`<span lang="${written}">${name}</span>`)}${paragraph(criterionNote(line, t), 'small')}${paragraph(html`<span lang="${written}">${description}</span>`, 'small')}${promptList(prompts, written)}${line.kind === 'must' && paperBoxes(yesNo)}${line.scored && paperBoxes(levels(scale, t, lang).map(({ label }) => label))}${paperLines(line.kind === 'must' ? 3 : 8)}</div>`;
}
