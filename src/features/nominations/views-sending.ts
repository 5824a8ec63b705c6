/** Before it is sent: what the jury will see and what is missing. After: the receipt. And withdrawing. */
import {
  actions,
  alert,
  button,
  buttonLink,
  checklist,
  confirmForm,
  countdown,
  descriptionList,
  errorSummary,
  form,
  hidden,
  link,
  list,
  pageHead,
  paragraph,
  rows,
  section,
  stack,
  time,
  type FormError,
  type Requirement,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { submissionView, type SubmissionContent, type FileFaults } from '../../ui/submission.ts';
import {
  applicantName,
  formatBytes,
  formatDateTime,
  formatDeadline,
  formatExact,
} from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from './schema.ts';
import { nominationCrumbs } from './views.ts';

type Row = Pick<
  NominationRow,
  | 'id'
  | 'organisation_name'
  | 'language'
  | 'version'
  | 'state'
  | 'submission_count'
  | 'receipt_number'
  | 'first_submitted_at'
  | 'unit_name'
>;

export interface SendView {
  row: Row;
  content: SubmissionContent;
  /** Hash of the content as shown: what is sent must be this. */
  seen: string;
  requirements: readonly Requirement[];
  faults: FileFaults;
  deadline: Date;
  now: Date;
  errors: readonly FormError[];
}

export function sendPage(view: SendView, lang: Lang): Page {
  const t = texts(lang);
  const { row, content, requirements, errors, deadline, now } = view;
  const own = t.nominations.send;
  const ready = requirements.every(({ met }) => met);
  const deadlineLine = countdown({ at: deadline, now, lang, label: t.nominations.overview.deadline });
  const send = ready
    ? html`${paragraph(own.ready)}${form({
        action: `/soknad/${row.id}/send-inn`,
        version: row.version,
        body: html`${hidden('seen', view.seen)}${actions(button({ label: row.submission_count > 0 ? own.submitAgain : own.submit }))}`,
      })}${paragraph(own.afterwards(formatDeadline(deadline, lang)), 'small')}`
    : nothing;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      // The list stands after everything that is to be read: on a telephone far down.
      !ready &&
        alert({
          tone: 'warning',
          body: html`${paragraph(own.notReady)}<p>${link('#sjekkliste', own.seeMissing)}</p>`,
        }),
      submissionView(content, { lang, language: row.language, faults: view.faults }),
      section({
        title: own.checklist,
        id: 'sjekkliste',
        body: html`${deadlineLine}${checklist(requirements, t)}${send}`,
      }),
    ),
  };
}

/** What was sent in last, as the jury reads it. */
export function sentPage(
  { row, content, faults, submittedAt }: Pick<SendView, 'row' | 'content' | 'faults'> & { submittedAt: Date },
  lang: Lang,
): Page {
  const own = texts(lang).nominations;
  const title = own.overview.asSent;
  return {
    title,
    breadcrumbs: nominationCrumbs(row, title, lang),
    main: stack(
      pageHead({
        title: row.organisation_name,
        over: html`${own.receipt.submitted} ${time(submittedAt, formatExact(submittedAt, lang))}`,
      }),
      submissionView(content, { lang, language: row.language, faults }),
    ),
  };
}

export interface ReceiptView {
  row: Row;
  year: number;
  number: number;
  submittedAt: Date;
  sha256: string;
  documents: NonNullable<SubmissionContent['documents']>;
  submissions: readonly { number: number; submitted_at: Date }[];
}

export function receiptPage(view: ReceiptView, lang: Lang): Page {
  const t = texts(lang);
  const { row, documents, submissions, submittedAt } = view;
  const own = t.nominations.receipt;
  const earlier = submissions.filter(({ number }) => number !== view.number);
  return {
    title: own.title,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      pageHead({ title: own.title, over: t.nominations.overview.over(view.year), lead: own.lead }),
      descriptionList([
        [own.number, html`<strong>${row.receipt_number}</strong>`],
        [own.applicant, applicantName(row.organisation_name, row.unit_name)],
        [own.submitted, html`${time(submittedAt, formatExact(submittedAt, lang))}<br>${own.serverTime}`],
        [own.version, String(view.number)],
        [
          own.firstSubmitted,
          view.number > 1 &&
            row.first_submitted_at &&
            time(row.first_submitted_at, formatExact(row.first_submitted_at, lang)),
        ],
        [own.hash, html`<code>${view.sha256}</code>`],
      ]),
      section({ title: own.files, id: 'filer', body: filesList(documents, lang) }),
      keepSection(view, lang),
      earlier.length > 0 &&
        section({
          title: own.versions,
          id: 'tidligere',
          body: list(
            earlier.map(({ number, submitted_at }) => {
              const label = t.receipts.keep.version(number, formatDateTime(submitted_at, lang));
              return html`${label}: ${link(`/soknad/${row.id}/kvittering.json?nr=${number}`, t.receipts.keep.json, { download: true })}, ${link(`/soknad/${row.id}/soknad.pdf?nr=${number}`, t.receipts.keep.pdf, { download: true })}`;
            }),
          ),
        }),
      html`<p>${link(`/soknad/${row.id}`, own.toApplication)}</p>`,
    ),
  };
}

/** For the applicant's own archive. */
function keepSection({ row }: ReceiptView, lang: Lang): Html {
  const own = texts(lang).receipts.keep;
  const file = (name: string, label: string, about: string) =>
    html`${link(`/soknad/${row.id}/${name}`, label, { download: true })}${paragraph(about, 'small')}`;
  return section({
    title: own.title,
    id: 'arkiv',
    body: html`${paragraph(own.lead)}${rows([
      file('kvittering.json', own.json, own.jsonAbout),
      file('soknad.pdf', own.pdf, own.pdfAbout),
    ])}<p>${link('/kontroller', own.check)}</p>`,
  });
}

/** Hashes are long: each under its file, whole, also on a phone and on paper. */
function filesList(documents: ReceiptView['documents'], lang: Lang): Html {
  const own = texts(lang).nominations.receipt;
  if (documents.length === 0) return paragraph(own.noFiles, 'muted');
  return descriptionList(
    documents.map(({ name, bytes, sha256 }) => [
      name,
      html`${formatBytes(bytes, lang)}<br>${own.fileHash}:<br><code>${sha256}</code>`,
    ]),
  );
}

/** @param errors why it was not withdrawn when it was asked for just now */
export function withdrawPage(
  { row, allowed, errors = [] }: { row: Row; allowed: boolean; errors?: readonly FormError[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.nominations.withdraw;
  const page = {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
  };
  if (!allowed) {
    return {
      ...page,
      main: stack(
        pageHead({ title: own.title }),
        alert({ tone: 'warning', body: paragraph(own.tooLate) }),
        actions(buttonLink({ href: `/soknad/${row.id}`, label: own.cancel, kind: 'secondary' })),
      ),
    };
  }
  const body = paragraph(row.submission_count > 0 ? own.body : own.draftBody);
  return {
    ...page,
    main: stack(
      errorSummary(errors, t),
      confirmForm({
        action: `/soknad/${row.id}/trekk`,
        title: own.title,
        body,
        confirm: own.confirm,
        cancel: own.cancel,
        cancelHref: `/soknad/${row.id}`,
        kind: 'danger',
        version: row.version,
        fields: nothing,
      }),
    ),
  };
}
