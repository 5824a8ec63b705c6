/** The secretariat's list of years, a new one, and calling one off. */
import {
  actions,
  alert,
  button,
  buttonLink,
  confirmForm,
  emptyState,
  errorSummary,
  errorsByField,
  form,
  link,
  linkGroups,
  pageHead,
  paragraph,
  radioGroup,
  section,
  table,
  tag,
  textArea,
  textField,
  time,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import {
  editionCrumbs,
  editionHref,
  periodArchiveHref,
  serviceLogHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { EditionRow } from './schema.ts';

type State = EditionRow['state'];
interface Head {
  id: string;
  year: number;
  state: State;
  closes_at: Date;
  ceremony_at: Date;
  /** Which pages of it the reader may open. */
  pages: readonly EditionPage[];
}
export function listPage(editions: readonly Head[], mayCreate: boolean, lang: Lang): Page {
  const t = texts(lang).secretariat;
  const create = mayCreate && buttonLink({ href: '/sekretariat/ny', label: t.list.create });
  const body =
    editions.length === 0
      ? emptyState({ title: t.list.empty, body: t.list.emptyBody, action: create })
      : table({
          caption: t.title,
          hideCaption: true,
          rows: editions,
          columns: [
            {
              header: t.list.year,
              names: true,
              cell: ({ id, year, pages: [first] }) =>
                first ? link(editionHref(id, first), t.edition(year)) : t.edition(year),
            },
            {
              header: t.list.state,
              cell: (row) =>
                tag(
                  t.states[row.state],
                  row.state === 'archived' || row.state === 'cancelled' ? 'neutral' : 'accent',
                ),
            },
            {
              header: t.list.deadline,
              cell: (row) => time(row.closes_at, formatDeadline(row.closes_at, lang)),
            },
            {
              header: t.list.ceremony,
              cell: (row) => time(row.ceremony_at, formatDate(row.ceremony_at, lang)),
            },
          ],
        });
  return {
    title: t.title,
    wide: true,
    main: html`${pageHead({ title: t.title, lead: t.list.lead })}${body}${editions.length > 0 && mayCreate && actions(create)}${mayCreate && section({ title: t.list.across, id: 'alle-ar', body: linkGroups(acrossYears(lang)) })}`,
  };
}

/** What belongs to no single year. */
function acrossYears(lang: Lang): Parameters<typeof linkGroups>[0] {
  const t = texts(lang);
  const { list: own } = t.secretariat;
  return [
    {
      title: own.people,
      links: [
        link('/sekretariat/foresporsler', own.requests),
        link('/sekretariat/regioner', t.guidance.regions.link),
        link('/sekretariat/tilgjengelighet', t.barriers.office.link),
      ],
    },
    {
      title: own.before,
      links: [
        link('/sekretariat/historie', t.historyImport.link),
        link('/sekretariat/gamle-soknader', t.oldApplications.title),
        link(periodArchiveHref, t.archive.periodTitle),
        link(serviceLogHref, t.records.serviceLink),
      ],
    },
    { title: own.tryOut, links: [link('/ovelse', t.practice.title)] },
  ];
}

export interface NewEdition {
  year: string;
  copyFrom: string;
}
export function newPage(
  input: NewEdition,
  editions: readonly Head[],
  errors: readonly FormError[],
  lang: Lang,
): Page {
  const { secretariat: t, common } = texts(lang);
  const wrong = errorsByField(errors);
  const options = [
    ...editions.map(({ id, year }) => ({ value: id, label: t.edition(year) })),
    { value: '', label: t.create.copyDefaults },
  ];
  return {
    title: t.create.title,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.title, href: '/sekretariat' }, { label: t.create.title }],
    main: html`${errorSummary(errors, texts(lang), { year: t.create.year, copyFrom: t.create.copyFrom })}${pageHead({ title: t.create.title, lead: t.create.lead })}
${form({
  action: '/sekretariat/ny',
  body: html`${textField({ name: 'year', label: t.create.year, hint: t.create.yearHint, value: input.year, inputmode: 'numeric', width: 'short', error: wrong['year'] })}
${radioGroup({ name: 'copyFrom', legend: t.create.copyFrom, hint: t.create.copyHint, options, value: input.copyFrom, error: wrong['copyFrom'] })}
${actions(button({ label: t.create.submit }), link('/sekretariat', common.cancel))}`,
})}`,
  };
}

export function cancelPage(
  edition: Pick<EditionRow, 'id' | 'year' | 'version'>,
  reason: string,
  errors: readonly FormError[],
  lang: Lang,
): Page {
  const { secretariat: t, common } = texts(lang);
  const title = t.cancelPage.title(edition.year);
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.events.cancel, lang),
    main: html`${errorSummary(errors, texts(lang), { reason: t.cancelPage.reason })}${confirmForm({
      action: `${editionHref(edition.id)}/avlys`,
      title,
      body: alert({ tone: 'warning', body: paragraph(t.eventLeads.cancel) }),
      confirm: t.cancelPage.confirm,
      kind: 'danger',
      cancel: common.cancel,
      cancelHref: editionHref(edition.id),
      version: edition.version,
      fields: textArea({
        name: 'reason',
        label: t.cancelPage.reason,
        hint: t.cancelPage.reasonHint,
        value: reason,
        rows: 4,
        error: errorsByField(errors)['reason'],
      }),
    })}`,
  };
}
