/** The applications of a year as the secretariat sees them: of a draft that it exists, whose and how far, never its text. */
import {
  actions,
  alert,
  button,
  chooseRows,
  emptyState,
  form,
  hidden,
  link,
  paragraph,
  section,
  select,
  stack,
  stepThrough,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { columnKeys, columnParameters, type ColumnKey } from './schema-columns.ts';
import { bulkActions } from './schema-marked.ts';
import {
  filterParameters,
  placeParameters,
  type Count,
  type Filter,
  type Parameters,
  type Place,
} from './schema.ts';
import { addressOf, filterForm } from './views-filter.ts';
import { nominationsTable, type ListedView } from './views-rows.ts';

export interface TableView {
  edition: { id: string; year: number };
  filter: Filter;
  columns: readonly ColumnKey[];
  /** The address names the columns: it goes on naming them. */
  named: boolean;
  /** Where this page begins. */
  place: Place;
  rows: readonly ListedView[];
  count: Count;
  previous: Place | null;
  next: Place | null;
  /** Requests to join an application that nobody has answered. */
  requests: number;
  /** All on the page are ticked. */
  ticked: boolean;
  /** Something was to be done with those that were ticked, and none was. */
  nothingChosen: boolean;
}

export function tablePage(view: TableView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.nominationTable;
  const { edition, requests, nothingChosen } = view;
  const { title } = t.nominations.office;
  return {
    title,
    wide: true,
    failed: nothingChosen,
    breadcrumbs: editionCrumbs(edition, title, lang),
    main: stack(
      editionHead(edition, 'applications', { title, lead: own.lead(edition.year) }, lang),
      nothingChosen && alert({ tone: 'warning', title: own.bulk.none, body: paragraph(own.bulk.noneBody) }),
      requests > 0 &&
        alert({ body: html`<p>${link('/sekretariat/foresporsler', own.requests)} (${requests})</p>` }),
      body(view, lang),
    ),
  };
}

function body(view: TableView, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const { edition, filter, columns, named, rows, count, previous, next } = view;
  if (count.number === 0 && filterParameters(filter).length === 0)
    return emptyState({ title: own.empty, body: own.emptyBody });
  const chosen = [...filterParameters(filter), ...(named ? columnParameters(columns) : [])];
  const hrefOf = (place: Place | null) => place && addressOf(edition, [...chosen, ...placeParameters(place)]);
  const found =
    rows.length === 0
      ? emptyState({ title: own.nothing, body: own.nothingBody })
      : html`${paragraph(own.count(count.number, count.isMore), 'muted')}${markForm(view, chosen, lang)}${stepThrough({ previous: hrefOf(previous), next: hrefOf(next), t: texts(lang) })}${files(view, lang)}`;
  return stack(filterForm({ edition, filter, columns }, lang), found);
}

/** The table, and what can be done with those that are ticked: asked for with an address, so that nothing is done by it. */
function markForm(view: TableView, chosen: Parameters, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const { edition, rows, columns, place, ticked } = view;
  const here = [...chosen, ...placeParameters(place)];
  return form({
    action: `${editionHref(edition.id, 'applications')}/flere`,
    method: 'get',
    wide: true,
    body: html`${hidden('fra', String(new URLSearchParams(here.map(([name, value]) => [name, value]))))}${chooseRows(
      {
        href: addressOf(edition, ticked ? here : [...here, ['velg', 'alle']]),
        label: ticked ? own.chooseNone : own.chooseAll,
        labels: { all: own.chooseAll, none: own.chooseNone, chosen: own.chosen('{n}') },
      },
    )}${nominationsTable(rows, { columns, isTicked: ticked }, lang)}${section({
      title: own.bulk.title,
      body: html`${paragraph(own.bulk.lead)}${select({
        name: 'what',
        label: own.bulk.action,
        width: 'medium',
        options: bulkActions.map((value) => ({ value, label: own.bulk.actions[value] })),
      })}${actions(button({ label: own.bulk.look, kind: 'secondary' }))}`,
    })}`,
  });
}

function files({ edition, filter, columns }: TableView, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const file = (ending: string, label: string, which: readonly ColumnKey[]) =>
    link(addressOf(edition, [...filterParameters(filter), ...columnParameters(which)], ending), label, {
      download: true,
    });
  const both = (which: readonly ColumnKey[]) =>
    html`${file('.xlsx', 'Excel (XLSX)', which)}, ${file('.csv', 'CSV', which)}`;
  return paragraph(html`${own.files}: ${both(columns)}. ${own.filesWhole}: ${both(columnKeys)}`);
}
