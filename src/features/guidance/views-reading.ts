/** The draft to those who help, and the lists that lead to it. */
import {
  actions,
  alert,
  button,
  buttonLink,
  emptyState,
  errorsByField,
  errorSummary,
  fieldId,
  form,
  link,
  pageHead,
  paragraph,
  rows,
  section,
  stack,
  statusMessage,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs } from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, type FileFaults, type SubmissionContent } from '../../ui/submission.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { NominationRow } from '../nominations/schema.ts';
import type { HelpRequest } from './schema.ts';
import { messagesView } from './views-messages.ts';

export interface ReadingView {
  row: Pick<NominationRow, 'id' | 'edition_id' | 'organisation_name' | 'language'>;
  year: number;
  content: SubmissionContent;
  faults: FileFaults;
  /** What the secretariat was asked; null for an adviser. */
  request: HelpRequest | null;
  /** The reader has said whether there is a connection to the applicant (HAB-9). */
  declared: boolean;
  text: string;
  errors: readonly FormError[];
  done: boolean;
}

export function readingPage(view: ReadingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.guidance.reading;
  const { row, year, request, errors, done } = view;
  return {
    title: `${own.title}: ${row.organisation_name}`,
    failed: errors.length > 0,
    breadcrumbs: request
      ? [
          ...editionCrumbs({ id: row.edition_id, year }, own.title, lang).slice(0, -1),
          { label: t.guidance.office.title, href: `/sekretariat/${row.edition_id}/hjelp` },
          { label: row.organisation_name },
        ]
      : [
          { label: t.common.myPage, href: '/min-side' },
          { label: t.guidance.drafts.title, href: '/veiledning' },
          { label: row.organisation_name },
        ],
    main: stack(
      errorSummary(errors, t),
      done && statusMessage(own.answered),
      pageHead({ title: row.organisation_name, over: own.title, lead: own.lead }),
      alert({ body: paragraph(request ? own.untilClosed : own.until) }),
      connection(view, t),
      request ? asked(request, view, lang) : nothing,
      submissionView(view.content, { lang, language: row.language, faults: view.faults }),
    ),
  };
}

/** The question about connections: to be answered, or, once it is, one press away for whoever discovers one. */
function connection({ row, request, declared }: ReadingView, t: Texts): Html {
  const page = request ? `/sekretariat/${row.edition_id}/habilitet` : '/veiledning/habilitet';
  return declared
    ? html`<p>${link(`${page}?oppdaget=${row.id}#${fieldId(`answer-${row.id}`)}`, t.jury.declaration.discovered)}</p>`
    : alert({
        tone: 'warning',
        body: html`${paragraph(t.guidance.reading.declare)}<p>${link(page, t.guidance.declarations)}</p>`,
      });
}

function asked(request: HelpRequest, { row, text, errors }: ReadingView, lang: Lang): Html {
  const own = texts(lang).guidance.reading;
  return section({
    title: own.question,
    id: 'sporsmal',
    body: html`${messagesView(request, lang)}${form({
      action: `/soknad/${row.id}/les`,
      label: own.answer,
      body: html`${textArea({
        name: 'text',
        label: own.answer,
        hint: own.answerHint,
        rows: 5,
        value: text,
        error: errorsByField(errors)['text'],
      })}${actions(button({ label: own.send }))}`,
    })}`,
  });
}

interface Draft {
  id: string;
  organisation_name: string;
  unit_name: string;
  state: NominationRow['state'];
  year: number;
}

export function draftsPage(drafts: readonly Draft[], lang: Lang): Page {
  const t = texts(lang);
  const own = t.guidance.drafts;
  return {
    title: own.title,
    breadcrumbs: [{ label: t.common.myPage, href: '/min-side' }, { label: own.title }],
    main: stack(
      pageHead({ title: own.title, lead: own.lead }),
      html`<p>${link('/veiledning/habilitet', t.guidance.declarations)}</p>`,
      drafts.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : rows(
            drafts.map(
              ({ id, organisation_name, unit_name, state, year }) =>
                html`${link(`/soknad/${id}/les`, organisation_name)} ${tag(t.nominations.states[state])}${paragraph(
                  [t.nominations.overview.over(year), unit_name].filter(Boolean).join('. '),
                  'small',
                )}`,
            ),
          ),
    ),
  };
}

export interface Waiting {
  id: string;
  organisation: string;
  unit: string;
  askedAt: Date;
  askedBy: string;
  about: string;
  answered: boolean;
}

export function waitingPage(
  edition: { id: string; year: number },
  waiting: readonly Waiting[],
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.guidance.office;
  return {
    title: own.title,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      pageHead({ title: own.title, lead: own.lead(edition.year) }),
      waiting.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : rows(waiting.map((one) => waitingRow(one, lang))),
      actions(
        buttonLink({ href: '/sekretariat/regioner', label: t.guidance.regions.link, kind: 'tertiary' }),
      ),
    ),
  };
}

function waitingRow(
  { id, organisation, unit, askedAt, askedBy, about, answered }: Waiting,
  lang: Lang,
): Html {
  const t = texts(lang).guidance;
  const who = applicantName(organisation, unit);
  return html`${link(`/soknad/${id}/les`, who)} ${tag(answered ? t.office.answered : t.office.waiting, answered ? 'success' : 'warning')}${paragraph(
    t.help.by(askedBy, formatDateTime(askedAt, lang)),
    'small',
  )}${paragraph(about.length > 200 ? `${about.slice(0, 200)} …` : about)}`;
}
