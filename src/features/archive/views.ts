/** What the archive gets of a year, of an application and of a period. */
import { instant } from '../../platform/clock.ts';
import {
  actionForm,
  actions,
  button,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  list,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  table,
  textField,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import {
  applicationCrumbs,
  editionCrumbs,
  editionHead,
  editionHref,
  periodArchiveHref,
} from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { NUMBER_LENGTH, type ArchiveOut } from './schema.ts';

interface Numbered {
  edition: { id: string; year: number };
  /** As it stands in the field. */
  number: string;
  errors: readonly FormError[];
  isSaved: boolean;
}
type Application = ArchiveOut['applications'][number];
const ofApplication = (id: string): string => `/sekretariat/soknad/${id}/arkiv`;

export function archivePage(view: Numbered & Omit<ArchiveOut, 'number'>, lang: Lang): Page {
  const t = texts(lang);
  const own = t.archive;
  const { edition, errors, outOf } = view;
  const here = editionHref(edition.id, 'archive');
  return {
    title: own.title,
    failed: errors.length > 0,
    wide: true,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t, { number: own.caseNumber }),
      editionHead(
        edition,
        'archive',
        { title: own.title, lead: own.lead(edition.year), over: t.secretariat.edition(edition.year) },
        lang,
      ),
      view.isSaved && statusMessage(own.saved),
      section({
        title: own.package,
        id: 'pakke',
        body: html`${list(own.contents)}${paragraph(view.isOver ? own.withOutcome : own.withoutOutcome)}${outOf > 0 && paragraph(own.outOf(outOf))}${actionForm({ action: `${here}.zip`, label: own.takeYear, kind: 'primary', download: true })}${paragraph(link(periodArchiveHref, own.periodLink))}`,
      }),
      section({
        title: own.caseNumber,
        id: 'saksnummer',
        body: numberField(view, { action: here, label: own.caseNumber, hint: own.caseNumberHint }, lang),
      }),
      section({ title: own.applications, id: 'soknader', body: applicationTable(view.applications, lang) }),
    ),
  };
}

export function applicationPage(view: Numbered & { application: Application }, lang: Lang): Page {
  const t = texts(lang);
  const own = t.archive;
  const { application, edition, errors } = view;
  const { id, organisation, unit, holding } = application;
  const here = ofApplication(id);
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: applicationCrumbs(edition, { id, organisation_name: organisation }, own.title, lang),
    main: stack(
      errorSummary(errors, t, { number: own.number }),
      pageHead({ title: own.title, lead: own.leadOne, over: applicantName(organisation, unit) }),
      view.isSaved && statusMessage(own.saved),
      section({
        title: own.package,
        id: 'pakke',
        body: html`${paragraph(own.holdings[holding])}${actionForm({ action: `${here}.zip`, label: own.takeOne, kind: 'primary', download: true })}`,
      }),
      section({
        title: own.number,
        id: 'nummer',
        body: numberField(view, { action: here, label: own.number, hint: own.numberHint }, lang),
      }),
      paragraph(link(editionHref(edition.id, 'archive'), own.toYear(edition.year))),
    ),
  };
}

export function periodPage(
  { from, to, errors }: { from: string; to: string; errors: readonly FormError[] },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.archive;
  const at = errorsByField(errors);
  const day = (name: 'from' | 'to', value: string) =>
    textField({ name, label: own[name], type: 'date', width: 'short', value, error: at[name] });
  return {
    title: own.periodTitle,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.secretariat.title, href: '/sekretariat' }, { label: own.periodTitle }],
    main: stack(
      errorSummary(errors, t, { from: own.from, to: own.to }),
      pageHead({ title: own.periodTitle, lead: own.periodLead }),
      form({
        action: `${periodArchiveHref}.zip`,
        label: own.periodTitle,
        body: html`${day('from', from)}${day('to', to)}${actions(button({ label: own.takePeriod }))}`,
      }),
    ),
  };
}

function numberField(
  { number, errors }: Numbered,
  { action, label, hint }: { action: string; label: string; hint: string },
  lang: Lang,
): Html {
  const t = texts(lang);
  const field = textField({
    name: 'number',
    label,
    hint,
    value: number,
    error: errorsByField(errors).number,
    optional: t.common.optional,
    maxlength: NUMBER_LENGTH,
    width: 'medium',
  });
  return form({
    action,
    label,
    body: html`${field}${actions(button({ label: t.archive.save, kind: 'secondary' }))}`,
  });
}

function applicationTable(applications: readonly Application[], lang: Lang): Html {
  const own = texts(lang).archive;
  if (applications.length === 0) return emptyState({ title: own.noApplications });
  return table({
    caption: own.table,
    hideCaption: true,
    rows: applications,
    columns: [
      {
        header: own.applicant,
        names: true,
        cell: ({ id, organisation, unit }) => link(ofApplication(id), applicantName(organisation, unit)),
      },
      { header: own.receipt, cell: ({ receiptNumber }) => receiptNumber },
      {
        header: own.came,
        cell: ({ submittedAt }) => time(instant(submittedAt), formatDate(instant(submittedAt), lang)),
      },
      { header: own.number, cell: ({ number }) => number ?? own.noNumber },
      { header: own.delivered, cell: ({ holding }) => own.holdingWords[holding] },
    ],
  });
}
