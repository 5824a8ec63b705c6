/** What the table is chosen and put in order by, and which columns it has: one form, whose answer is an address. */
import {
  actions,
  button,
  checkboxGroup,
  details,
  form,
  hidden,
  link,
  select,
  textField,
} from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { ALWAYS, columnKeys, isStandard, STANDARD, type ColumnKey } from './schema-columns.ts';
import {
  choiceNames,
  choices,
  countyNames,
  filterParameters,
  sorts,
  type Choice,
  type Filter,
  type Parameters,
} from './schema.ts';

/** In sight from the start; the others fold out. */
const FIRST = ['state', 'kind', 'check'] as const satisfies readonly Choice[];
const OTHERS = choiceNames.filter((name) => !(FIRST as readonly Choice[]).includes(name));

export interface FilterView {
  edition: { id: string };
  filter: Filter;
  columns: readonly ColumnKey[];
}

/** The address of the table, or of it as a file. */
export const addressOf = (edition: { id: string }, parameters: Parameters, ending = ''): string => {
  const query = String(new URLSearchParams(parameters.map(([name, value]) => [name, value])));
  return `${editionHref(edition.id, 'applications')}${ending}${query && `?${query}`}`;
};

export function filterForm({ edition, filter, columns }: FilterView, lang: Lang): Html {
  const t = texts(lang);
  const { filter: own } = t.nominationTable;
  const action = editionHref(edition.id, 'applications');
  const choice = (name: Choice) =>
    select({
      name,
      label: own.choices[name],
      value: filter[name] ?? '',
      empty: own.all,
      options: choices[name].map((value) => ({ value, label: choiceLabel(t, name, value) })),
      optional: '',
    });
  const isFiltered = filterParameters(filter).length > 0;
  return form({
    action,
    method: 'get',
    search: true,
    inline: true,
    label: own.label,
    body: html`${textField({ name: 'q', label: own.q, value: filter.q, type: 'search', maxlength: 200, optional: '' })}${FIRST.map(choice)}${select(
      {
        name: 'sort',
        label: own.sort,
        value: filter.sort,
        options: sorts.map((value) => ({ value, label: own.sorts[value] })),
        optional: '',
      },
    )}${details({
      id: 'flere-valg',
      summary: own.more,
      open: OTHERS.some((name) => filter[name]),
      body: html`${OTHERS.map(choice)}`,
    })}${columnChoice({ edition, filter, columns }, lang)}${actions(
      button({ label: own.show, kind: 'secondary' }),
      isFiltered && link(action, own.clear),
    )}`,
  });
}

function columnChoice({ edition, filter, columns }: FilterView, lang: Lang): Html {
  const own = texts(lang).nominationTable;
  const standard = addressOf(edition, [...filterParameters(filter), ['column', STANDARD]]);
  return details({
    id: 'kolonner',
    summary: own.filter.columns,
    body: html`${hidden('columns', 'chosen')}${checkboxGroup({
      name: 'column',
      legend: own.filter.columns,
      hint: own.filter.columnsHint,
      values: columns,
      options: columnKeys
        .filter((key) => key !== ALWAYS)
        .map((value) => ({ value, label: own.columns[value] })),
      inline: true,
    })}${!isStandard(columns) && link(standard, own.filter.standard)}`,
  });
}

function choiceLabel(t: Texts, name: Choice, value: string): string {
  const { filter: own, statesApart } = t.nominationTable;
  switch (name) {
    case 'state':
      return statesApart[value] ?? wordOf(t.nominations.states, value);
    case 'kind':
      return wordOf(t.nominations.kinds, value);
    case 'county':
      return countyNames[value] ?? own.noCounty;
    default:
      return wordOf(own[name], value);
  }
}
const wordOf = (words: Readonly<Record<string, string>>, value: string): string => words[value] ?? value;
