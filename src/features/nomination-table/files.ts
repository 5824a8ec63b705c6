/** The table of applications as a file: what the viewer may see of each, in the language of the viewer. */
import type { SheetColumn } from '../../platform/sheets/columns.ts';
import type { Texts } from '../../ui/text/index.ts';
import { percent } from '../nominations/queries.ts';
import { countyOf } from './county.ts';
import type { ColumnKey } from './schema-columns.ts';
import type { TableRow } from './queries.ts';

type FileColumn = Omit<SheetColumn<TableRow>, 'header'> & { header?: string };

/** @param chosen in this order */
export const fileColumns = (t: Texts, chosen: readonly ColumnKey[]): SheetColumn<TableRow>[] => {
  const all = columnsFor(t);
  const named = chosen.map((key) => ({ header: t.nominationTable.columns[key], ...all[key] }));
  // On the page the unit stands below whose it is; in a file it has a column of its own.
  const unit = { header: t.nominationTable.columns.unit, ...all.unit };
  return chosen.includes('unit')
    ? named
    : named.flatMap((column, i) => (chosen[i] === 'applicant' ? [column, unit] : [column]));
};

function columnsFor(t: Texts): Record<ColumnKey, FileColumn> {
  const own = t.nominationTable;
  const yes = (is: boolean | null) => (is ? own.yes : null);
  return {
    receipt: { width: 16, cell: ({ receipt_number }) => receipt_number },
    applicant: { width: 32, cell: ({ organisation_name }) => organisation_name },
    unit: { width: 24, cell: ({ unit_name }) => unit_name },
    partners: { width: 32, cell: ({ partners }) => partners.join(', ') },
    kind: { width: 14, cell: ({ applicant_kind }) => t.nominations.kinds[applicant_kind] },
    county: { width: 18, cell: ({ organisation_key }) => countyOf(organisation_key) },
    number: { width: 20, cell: ({ organisation_number }) => organisation_number },
    state: { width: 22, cell: ({ state }) => t.nominations.states[state] },
    progress: { header: own.progressFile, width: 16, cell: ({ progress }) => percent(progress) },
    submitted: { width: 18, cell: ({ submitted_at }) => submitted_at },
    versions: { width: 18, cell: ({ submission_count }) => submission_count },
    due: { width: 18, cell: ({ return_due_at }) => return_due_at },
    documents: { width: 12, cell: ({ documents }) => documents },
    help: { width: 14, cell: ({ asks_for_help }) => yes(asks_for_help) },
    extension: {
      width: 20,
      cell: ({ extended_until, extension_waits }) =>
        extended_until ?? (extension_waits ? own.extensionWaits : null),
    },
    received: { width: 18, cell: ({ was_received }) => yes(was_received) },
  };
}
