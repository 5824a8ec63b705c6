/** The table of applications as a file: what the viewer may see of each, in the language of the viewer. */
import type { SheetColumn } from '../../platform/sheets/columns.ts';
import type { Texts } from '../../ui/text/index.ts';
import { percent } from '../nominations/queries.ts';
import { placeOf } from '../nominations/registers.ts';
import type { FileRow } from './queries.ts';

export const columnsOf = (t: Texts): SheetColumn<FileRow>[] => {
  const own = t.nominationTable;
  return [
    { header: own.receipt, width: 16, cell: ({ receipt_number }) => receipt_number },
    { header: own.applicant, width: 32, cell: ({ organisation_name }) => organisation_name },
    { header: own.unit, width: 24, cell: ({ unit_name }) => unit_name },
    { header: own.partners, width: 32, cell: ({ partners }) => partners.join(', ') },
    { header: own.kind, width: 14, cell: ({ applicant_kind }) => t.nominations.kinds[applicant_kind] },
    { header: own.county, width: 18, cell: ({ organisation_key }) => countyOf(organisation_key) },
    { header: own.number, width: 20, cell: ({ organisation_number }) => organisation_number },
    { header: own.state, width: 22, cell: ({ state }) => t.nominations.states[state] },
    { header: own.progressFile, width: 16, cell: ({ progress }) => percent(progress) },
    { header: own.submitted, width: 18, cell: ({ submitted_at }) => submitted_at },
    { header: own.versions, width: 18, cell: ({ submission_count }) => submission_count },
  ];
};

const countyOf = (key: string | null): string | null => (key && placeOf(key)?.county) || null;
