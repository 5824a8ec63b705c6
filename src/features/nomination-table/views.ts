/** The applications of a year as the secretariat sees them: of a draft that it exists, whose and how far, never its text. */
import {
  actions,
  alert,
  button,
  emptyState,
  form,
  link,
  list,
  paragraph,
  rowChoice,
  section,
  select,
  srOnly,
  stack,
  stepThrough,
  table,
  tag,
  textField,
  time,
  type Column,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationState } from '../../ui/nomination-state.ts';
import { registerTag } from '../../ui/organisation.ts';
import { applicantName, formatDateTime, formatPercent } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { applicantKinds, nominationStates, type NominationRow } from '../nominations/schema.ts';
import { filterParameters, placeParameters, sorts, type Count, type Filter, type Place } from './schema.ts';

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
  /** The reader may admit it now. */
  admissible: boolean;
}
/** What became of several at once. */
export interface BulkResult {
  done: number;
  skipped: readonly { id: string; name: string | null; why: string }[];
  /** Nothing was ticked. */
  nothingChosen: boolean;
}
export interface TableView {
  edition: { id: string; year: number };
  filter: Filter;
  /** Where this page begins. */
  place: Place;
  rows: readonly ListedView[];
  count: Count;
  previous: Place | null;
  next: Place | null;
  /** Requests to join an application that nobody has answered. */
  requests: number;
  result?: BulkResult;
}

export function tablePage(view: TableView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.nominationTable;
  const { edition, requests, result } = view;
  const { title } = t.nominations.office;
  return {
    title,
    wide: true,
    breadcrumbs: editionCrumbs(edition, title, lang),
    main: stack(
      editionHead(edition, 'applications', { title, lead: own.lead(edition.year) }, lang),
      result && resultBox(result, lang),
      requests > 0 &&
        alert({ body: html`<p>${link('/sekretariat/foresporsler', own.requests)} (${requests})</p>` }),
      body(view, lang),
    ),
  };
}

function body(view: TableView, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const { edition, filter, rows, count, previous, next } = view;
  const chosen = filterParameters(filter);
  const isFiltered = Object.keys(chosen).length > 0;
  if (count.number === 0 && !isFiltered) return emptyState({ title: own.empty, body: own.emptyBody });
  const hrefOf = (place: Place | null) =>
    place && addressOf(edition, { ...chosen, ...placeParameters(place) });
  const found =
    rows.length === 0
      ? emptyState({ title: own.nothing, body: own.nothingBody })
      : html`${paragraph(own.count(count.number, count.isMore), 'muted')}${admitForm(view, lang)}${stepThrough({ previous: hrefOf(previous), next: hrefOf(next), t: texts(lang) })}${files(edition, chosen, lang)}`;
  return stack(filterForm(edition, filter, { isFiltered }, lang), found);
}

const addressOf = (edition: { id: string }, parameters: Record<string, string>, ending = ''): string => {
  const query = String(new URLSearchParams(parameters));
  return `${editionHref(edition.id, 'applications')}${ending}${query && `?${query}`}`;
};

function filterForm(
  edition: { id: string },
  filter: Filter,
  { isFiltered }: { isFiltered: boolean },
  lang: Lang,
): Html {
  const t = texts(lang);
  const { filter: own, state, kind, statesApart: apart } = t.nominationTable;
  const action = editionHref(edition.id, 'applications');
  return form({
    action,
    method: 'get',
    search: true,
    inline: true,
    label: own.label,
    body: html`${textField({ name: 'q', label: own.q, value: filter.q, type: 'search', maxlength: 200, optional: '' })}${select(
      {
        name: 'state',
        label: state,
        value: filter.state ?? '',
        empty: own.all,
        options: nominationStates.map((value) => ({
          value,
          label: apart[value] ?? t.nominations.states[value],
        })),
        optional: '',
      },
    )}${select({
      name: 'kind',
      label: kind,
      value: filter.kind ?? '',
      empty: own.all,
      options: applicantKinds.map((value) => ({ value, label: t.nominations.kinds[value] })),
      optional: '',
    })}${select({
      name: 'sort',
      label: own.sort,
      value: filter.sort,
      options: sorts.map((value) => ({ value, label: own.sorts[value] })),
      optional: '',
    })}${actions(button({ label: own.show, kind: 'secondary' }), isFiltered && link(action, own.clear))}`,
  });
}

/** The table, with a tick for each that could be admitted now. */
function admitForm(view: TableView, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const { edition, rows, filter, place, result } = view;
  if (!rows.some(({ admissible }) => admissible)) return nominationsTable(rows, [], lang);
  return form({
    action: addressOf(edition, { ...filterParameters(filter), ...placeParameters(place) }),
    wide: true,
    body: html`${nominationsTable(rows, [choiceColumn(new Set(result?.skipped.map(({ id }) => id)), lang)], lang)}${section(
      {
        title: own.bulk.title,
        body: html`${paragraph(own.bulk.lead)}${actions(button({ label: own.bulk.admit, kind: 'secondary' }))}`,
      },
    )}`,
  });
}

/** @param ticked those that were chosen and skipped stay so, as long as they can be admitted */
const choiceColumn = (ticked: ReadonlySet<string>, lang: Lang): Column<ListedView> => {
  const own = texts(lang).nominationTable;
  return {
    header: srOnly(own.chooseHead),
    cell: ({ id, organisation_name, unit_name, admissible }) =>
      admissible &&
      rowChoice({
        name: 'nomination',
        value: id,
        label: own.choose(applicantName(organisation_name, unit_name)),
        checked: ticked.has(id),
      }),
  };
};

function nominationsTable(
  rows: readonly ListedView[],
  before: readonly Column<ListedView>[],
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.nominationTable;
  return table({
    caption: t.nominations.office.title,
    hideCaption: true,
    rows,
    columns: [
      ...before,
      { header: own.applicant, names: true, cell: (row) => applicantCell(row, lang) },
      { header: own.kind, cell: ({ applicant_kind }) => t.nominations.kinds[applicant_kind] },
      {
        header: own.state,
        cell: ({ state, readable }) =>
          html`${nominationState(state, lang)}${!readable && !['draft', 'withdrawn'].includes(state) && paragraph(own.closedToYou, 'small')}`,
      },
      { header: own.progress, numeric: true, cell: ({ percent }) => formatPercent(percent / 100, lang) },
      {
        header: own.submitted,
        cell: ({ submitted_at }) => submitted_at && time(submitted_at, formatDateTime(submitted_at, lang)),
      },
    ],
  });
}

function applicantCell(
  { id, organisation_name, unit_name, readable, duplicates, register }: ListedView,
  lang: Lang,
): Html {
  const name = readable ? link(`/sekretariat/soknad/${id}`, organisation_name) : organisation_name;
  const several = duplicates > 0 && html`<br>${tag(texts(lang).organisations.several, 'warning')}`;
  return html`${name}${unit_name && html`<br>${unit_name}`}${several}${register && html`<br>${registerTag(register, lang)}`}`;
}

function files(edition: { id: string }, chosen: Record<string, string>, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const file = (ending: string, label: string) =>
    link(addressOf(edition, chosen, ending), label, { download: true });
  return paragraph(html`${own.files}: ${file('.xlsx', 'Excel (XLSX)')}, ${file('.csv', 'CSV')}`);
}

function resultBox({ done, skipped, nothingChosen }: BulkResult, lang: Lang): Html {
  const own = texts(lang).nominationTable.bulk;
  if (nothingChosen) return alert({ tone: 'warning', title: own.none });
  const lines = skipped.map(({ name, why }) => html`${name ?? own.unknown}: ${why}`);
  return alert({
    tone: skipped.length > 0 ? 'warning' : 'success',
    title: done === 0 ? own.nothingDone : own.done(done),
    ...(lines.length > 0 && { body: html`${paragraph(own.skipped)}${list(lines)}` }),
  });
}
