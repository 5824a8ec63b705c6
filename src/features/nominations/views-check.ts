/** The formal check of an application: what was sent in, and the three answers. */
import {
  actions,
  alert,
  button,
  buttonLink,
  checklist,
  descriptionList,
  errorSummary,
  fieldId,
  form,
  hidden,
  link,
  list,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  time,
  withAside,
  type FormError,
  type Requirement,
} from '../../ui/components/index.ts';
import { applicationCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { confirmationLine, confirmationTag, type ConfirmationShown } from '../../ui/confirmation.ts';
import { duplicatesAlert, registerTag } from '../../ui/organisation.ts';
import { nominationState } from '../../ui/nomination-state.ts';
import { submissionView, type SubmissionContent, type FileFaults } from '../../ui/submission.ts';
import { takeOut } from '../../ui/take-out.ts';
import { applicantName, formatDateTime, formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { partsList } from '../../ui/returned-parts.ts';
import type { Musts } from './schema-musts.ts';
import type { NominationRow } from './schema.ts';
import type { RejectionOut } from './schema-rejections.ts';
import { mustsView } from './views-musts.ts';
import { rejectionFields, waitingRejection } from './views-rejection.ts';

interface OrganisationShown {
  sent: Parameters<typeof registerTag>[0] | null;
  now: Parameters<typeof registerTag>[0];
  duplicates: Parameters<typeof duplicatesAlert>[0];
}
interface Edition {
  id: string;
  year: number;
}

/** A step of the formal check: what it needs that is not there yet; undefined when it is out of the question. */
export type Step = readonly Requirement[] | undefined;

export interface CheckView {
  row: Pick<
    NominationRow,
    | 'id'
    | 'organisation_name'
    | 'unit_name'
    | 'state'
    | 'language'
    | 'version'
    | 'receipt_number'
    | 'return_reason'
    | 'return_due_at'
    | 'rejection_reason'
  >;
  edition: Edition;
  content: SubmissionContent;
  faults: FileFaults;
  submissions: readonly { number: number; submitted_at: Date }[];
  submittedAt: Date;
  members: readonly { name: string; email: string }[];
  organisation: OrganisationShown;
  confirmations: readonly (ConfirmationShown & { contentSha256: string | null })[];
  musts: Musts;
  /** Hash of what was sent in last. */
  sha256: string;
  /** What it was returned for, while it is. */
  asked: Parameters<typeof partsList>[0];
  /** The proposal to reject it that waits for its answer. */
  rejection: RejectionOut | null;
  mayTakeOut: boolean;
  /** The nominated are public, and the winner is not. */
  mayRegisterWithdrawal: boolean;
  steps: { admit: Step; return: Step; reject: Step };
  input: Readonly<Record<string, string>>;
  errors: readonly FormError[];
  done: 'saved' | 'proposed' | 'declined' | null;
  /** The next that waits for the formal check. */
  next: Pick<NominationRow, 'id' | 'organisation_name' | 'unit_name'> | null;
}

export function checkPage(view: CheckView, lang: Lang): Page {
  const t = texts(lang);
  const { row, edition, errors, done } = view;
  const own = t.nominations.office;
  return {
    title: `${own.checkTitle}: ${row.organisation_name}`,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: applicationCrumbs(edition, row, null, lang),
    main: stack(
      errorSummary(errors, t),
      done && statusMessage(doneText(done, lang)),
      done && (row.state !== 'submitted' || view.rejection) && onward(view, lang),
      pageHead({
        title: row.organisation_name,
        over: own.checkTitle,
        lead: own.checkLead,
        aside: nominationState(row.state, lang),
      }),
      duplicatesAlert(view.organisation.duplicates, lang),
      withAside({
        main: submissionView(view.content, { lang, language: row.language, faults: view.faults }),
        side: checkSide(view, lang),
        label: own.checkTitle,
      }),
    ),
  };
}

/** A proposal, and taking one back, changes nothing for the applicant. */
const doneText = (done: NonNullable<CheckView['done']>, lang: Lang): string =>
  done === 'saved' ? texts(lang).nominations.office.done : texts(lang).rejections.done[done];

/** Where one goes on after an answer: the next that waits, or the year when there is none. */
function onward({ next, edition }: CheckView, lang: Lang): Html {
  const own = texts(lang).nominations.office;
  return paragraph(
    next
      ? link(
          `/sekretariat/soknad/${next.id}`,
          own.next(applicantName(next.organisation_name, next.unit_name)),
        )
      : html`${own.noneLeft} ${link(editionHref(edition.id), own.toYear)}`,
  );
}

/** As it was when it came in; and as it is now, where that is another answer (ORG-3). */
function registerTerms({ sent, now }: OrganisationShown, lang: Lang): [string, Html | false][] {
  const own = texts(lang).organisations;
  const changed = sent !== null && (sent.status !== now.status || sent.name !== now.name);
  return [
    [own.registerWhenSent, sent !== null && registerTag(sent, lang)],
    [own.register, (sent === null || changed) && registerTag(now, lang)],
  ];
}

function checkSide(view: CheckView, lang: Lang): Html {
  const { row, submissions, members, steps } = view;
  const t = texts(lang).nominations;
  const own = t.office;
  const anything = steps.admit ?? steps.return ?? steps.reject;
  return stack(
    mustsView(view.musts, { documents: view.content.documents, faults: view.faults }, lang),
    descriptionList([
      [t.receipt.number, row.receipt_number],
      [t.receipt.submitted, time(view.submittedAt, formatExact(view.submittedAt, lang))],
      ...registerTerms(view.organisation, lang),
      ...view.confirmations.map((one): [string, Html] => [
        one.kind === 'leader' ? texts(lang).confirmations.leader : one.organisation,
        html`${confirmationTag(one.state, lang)}<br>${confirmationLine(one, lang)}${one.state === 'confirmed' && one.contentSha256 !== view.sha256 && html`<br>${texts(lang).confirmations.changedAfter}`}`,
      ]),
      [texts(lang).completion.page.reason, row.state === 'returned' && row.return_reason],
      [
        t.overview.deadline,
        row.state === 'returned' && row.return_due_at && formatDateTime(row.return_due_at, lang),
      ],
      [own.rejectReason, row.rejection_reason],
      [own.contacts, list(members.map(({ name, email }) => (name ? html`${name}<br>${email}` : email)))],
      [
        own.history,
        submissions.length > 1 &&
          list(
            submissions.map(({ number, submitted_at }) =>
              own.historyItem(number, formatDateTime(submitted_at, lang)),
            ),
          ),
      ],
    ]),
    anything
      ? html`${view.rejection && waitingRejection(row.id, view.rejection, view, lang)}${admitForm(view, lang)}${returnForm(view, lang)}${rejectForm(view, lang)}`
      : alert({ body: paragraph(own.settled) }),
    html`<p>${link(`/sekretariat/${view.edition.id}/habilitet?oppdaget=${row.id}#${fieldId(`answer-${row.id}`)}`, texts(lang).jury.declaration.discovered)}</p>`,
    html`<p>${link(`/sekretariat/soknad/${row.id}/kontakt`, texts(lang).contacts.title)}</p>`,
    view.mayRegisterWithdrawal
      ? html`<p>${link(`/sekretariat/soknad/${row.id}/trukket`, texts(lang).withdrawal.link)}</p>`
      : nothing,
    view.mayTakeOut && takeOut(`/sekretariat/soknad/${row.id}/uttak.zip`, 'nomination', lang),
    view.mayTakeOut && html`<p>${link(`/sekretariat/soknad/${row.id}/arkiv`, texts(lang).archive.title)}</p>`,
  );
}

const send = ({ row }: CheckView, event: string, body: Html, label: string): Html =>
  form({
    action: `/sekretariat/soknad/${row.id}`,
    version: row.version,
    label,
    body: html`${hidden('event', event)}${body}`,
  });

/** What stands in the way is listed in place of the form. */
function step(title: string, lead: string, needs: Step, body: Html, lang: Lang): Html {
  if (!needs) return nothing;
  const t = texts(lang);
  const waiting = needs.some(({ met }) => !met);
  return section({
    title,
    body: html`${paragraph(lead)}${waiting ? html`${paragraph(t.nominations.office.notYet, 'muted')}${checklist(needs, t)}` : body}`,
  });
}

function admitForm(view: CheckView, lang: Lang): Html {
  const own = texts(lang).nominations.office;
  return step(
    own.admit,
    own.admitLead,
    view.steps.admit,
    send(view, 'admit', actions(button({ label: own.admit })), own.admit),
    lang,
  );
}

function returnForm({ row, asked, steps }: CheckView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.nominations.office;
  const page = t.completion.page;
  const label = row.state === 'returned' ? page.change : page.choose;
  const body = actions(
    buttonLink({ href: `/sekretariat/soknad/${row.id}/mangler`, label, kind: 'secondary' }),
  );
  return html`${asked.length > 0 && section({ title: page.askedFor, body: partsList(asked, lang) })}${step(own.return, own.returnLead, steps.return, body, lang)}`;
}

/** One that waits stands above the three answers, in place of the form that proposes one. */
function rejectForm(view: CheckView, lang: Lang): Html {
  const own = texts(lang).nominations.office;
  if (view.rejection) return nothing;
  const body = send(view, 'reject', rejectionFields(view, lang), own.reject);
  return step(own.reject, own.rejectLead, view.steps.reject, body, lang);
}
