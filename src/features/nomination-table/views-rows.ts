/** The rows of the table: a cell of each column that is chosen, and a tick for each. */
import {
  link,
  paragraph,
  rowChoice,
  srOnly,
  table,
  tag,
  time,
  type Column,
} from '../../ui/components/index.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { nominationState } from '../../ui/nomination-state.ts';
import { registerTag } from '../../ui/organisation.ts';
import { applicantName, formatDateTime, formatPercent } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from '../nominations/schema.ts';
import type { ColumnKey } from './schema-columns.ts';
import { markOf } from './schema-marked.ts';

export interface ListedView {
  id: string;
  version: number;
  organisation_name: string;
  unit_name: string;
  partners: readonly string[];
  applicant_kind: NominationRow['applicant_kind'];
  state: NominationRow['state'];
  percent: number;
  submitted_at: Date | null;
  receipt_number: string | null;
  county: string | null;
  organisation_number: string | null;
  submission_count: number | null;
  return_due_at: Date | null;
  documents: number | null;
  asks_for_help: boolean;
  extended_until: Date | null;
  extension_waits: boolean | null;
  was_received: boolean | null;
  /** Others of this year for the same organisation, or the one above or below. */
  duplicates: number;
  register: Parameters<typeof registerTag>[0] | null;
  /** The reader may read what was sent in. */
  readable: boolean;
}

/** @param isTicked from the start */
export function nominationsTable(
  rows: readonly ListedView[],
  { columns, isTicked }: { columns: readonly ColumnKey[]; isTicked: boolean },
  lang: Lang,
): Html {
  const t = texts(lang);
  const cells = cellsOf(columns, lang);
  return table({
    caption: t.nominations.office.title,
    hideCaption: true,
    rows,
    columns: [
      choiceColumn(isTicked, lang),
      ...columns.map((key): Column<ListedView> => ({
        header: t.nominationTable.columns[key],
        names: key === 'applicant',
        numeric: NUMERIC.includes(key),
        cell: cells[key],
      })),
    ],
  });
}

const NUMERIC: readonly ColumnKey[] = ['progress', 'versions', 'documents'];

const choiceColumn = (isTicked: boolean, lang: Lang): Column<ListedView> => {
  const own = texts(lang).nominationTable;
  return {
    header: srOnly(own.chooseHead),
    cell: ({ id, version, organisation_name, unit_name }) =>
      rowChoice({
        name: 'nomination',
        value: markOf({ id, version }),
        label: own.choose(applicantName(organisation_name, unit_name)),
        checked: isTicked,
      }),
  };
};

function cellsOf(columns: readonly ColumnKey[], lang: Lang): Record<ColumnKey, (row: ListedView) => Content> {
  const t = texts(lang);
  const own = t.nominationTable;
  const at = (moment: Date | null) => moment && time(moment, formatDateTime(moment, lang));
  return {
    receipt: ({ receipt_number }) => receipt_number,
    applicant: (row) => applicantCell(row, !columns.includes('unit'), lang),
    unit: ({ unit_name }) => unit_name,
    partners: ({ partners }) => partners.join(', '),
    kind: ({ applicant_kind }) => t.nominations.kinds[applicant_kind],
    county: ({ county }) => county,
    number: ({ organisation_number }) => organisation_number,
    state: ({ state, readable }) =>
      html`${nominationState(state, lang)}${!readable && !['draft', 'withdrawn'].includes(state) && paragraph(own.closedToYou, 'small')}`,
    progress: ({ percent }) => formatPercent(percent / 100, lang),
    submitted: ({ submitted_at }) => at(submitted_at),
    versions: ({ submission_count }) => submission_count,
    due: ({ return_due_at }) => at(return_due_at),
    documents: ({ documents }) => documents,
    help: ({ asks_for_help }) => asks_for_help && own.yes,
    extension: ({ extended_until, extension_waits }) =>
      extended_until ? at(extended_until) : extension_waits && own.extensionWaits,
    received: ({ was_received }) => was_received && own.yes,
  };
}

function applicantCell(
  { id, organisation_name, unit_name, readable, duplicates, register }: ListedView,
  withUnit: boolean,
  lang: Lang,
): Html {
  const name = readable ? link(`/sekretariat/soknad/${id}`, organisation_name) : organisation_name;
  const several = duplicates > 0 && html`<br>${tag(texts(lang).organisations.several, 'warning')}`;
  return html`${name}${withUnit && unit_name && html`<br>${unit_name}`}${several}${register && html`<br>${registerTag(register, lang)}`}`;
}
