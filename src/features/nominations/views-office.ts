/** The applications of a year as the secretariat sees them: of a draft that it exists, whose and how far, never its text. */
import { alert, emptyState, link, paragraph, stack, table, tag, time } from '../../ui/components/index.ts';
import { editionCrumbs, editionHead } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { registerTag } from '../../ui/organisation.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from './schema.ts';
import { stateTones } from './views-status.ts';

export interface ListedView {
  id: string;
  organisation_name: string;
  unit_name: string;
  applicant_kind: NominationRow['applicant_kind'];
  state: NominationRow['state'];
  percent: number;
  submitted_at: Date | null;
  /** Others of this year for the same organisation, or the one above or below. */
  duplicates: number;
  register: Parameters<typeof registerTag>[0] | null;
  /** The reader may read what was sent in. */
  readable: boolean;
}
interface Edition {
  id: string;
  year: number;
}

export function officeListPage(
  { edition, rows, requests }: { edition: Edition; rows: readonly ListedView[]; requests: number },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.nominations.office;
  const drafts = rows.filter(({ state }) => state === 'draft').length;
  const body =
    rows.length === 0
      ? emptyState({ title: own.empty, body: own.emptyBody })
      : html`${paragraph(own.count(rows.length - drafts, drafts), 'muted')}${listTable(rows, lang)}`;
  return {
    title: own.title,
    wide: true,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      editionHead(edition, 'applications', { title: own.title, lead: own.lead(edition.year) }, lang),
      requests > 0 &&
        alert({ body: html`<p>${link('/sekretariat/foresporsler', own.requests)} (${requests})</p>` }),
      body,
    ),
  };
}

function listTable(rows: readonly ListedView[], lang: Lang): Html {
  const t = { ...texts(lang).nominations, organisations: texts(lang).organisations };
  const own = t.office;
  return table({
    caption: own.title,
    hideCaption: true,
    rows,
    columns: [
      {
        header: own.applicant,
        names: true,
        cell: ({ id, organisation_name, unit_name, readable, duplicates, register }) =>
          html`${readable ? link(`/sekretariat/soknad/${id}`, organisation_name) : organisation_name}${unit_name && html`<br>${unit_name}`}${duplicates > 0 && html`<br>${tag(t.organisations.several, 'warning')}`}${register && html`<br>${registerTag(register, lang)}`}`,
      },
      { header: own.kind, cell: ({ applicant_kind }) => t.kinds[applicant_kind] },
      {
        header: own.state,
        cell: ({ state, readable }) =>
          html`${tag(t.states[state], stateTones[state])}${!readable && !['draft', 'withdrawn'].includes(state) && paragraph(own.closedToYou, 'small')}`,
      },
      { header: own.progress, numeric: true, cell: ({ percent }) => own.percent(percent) },
      {
        header: own.submitted,
        cell: ({ submitted_at }) => submitted_at && time(submitted_at, formatDateTime(submitted_at, lang)),
      },
    ],
  });
}
