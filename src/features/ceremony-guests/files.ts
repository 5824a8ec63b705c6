/** The list as a file: for whoever orders the food and prints the badges. */
import { instant } from '../../platform/clock.ts';
import type { SheetColumn } from '../../platform/sheets/columns.ts';
import type { Texts } from '../../ui/text/index.ts';
import type { Guest } from './schema.ts';

export function columnsOf({ ceremonyGuests: { list: t } }: Texts): SheetColumn<Guest>[] {
  return [
    { header: t.name, cell: ({ name }) => name, width: 30 },
    { header: t.organisation, cell: ({ organisation }) => organisation, width: 30 },
    { header: t.email, cell: ({ email }) => email, width: 30 },
    { header: t.needs, cell: ({ needs }) => needs, width: 40 },
    { header: t.state, cell: ({ waiting }) => (waiting === null ? t.place : t.waits(waiting)), width: 16 },
    { header: t.askedAt, cell: ({ askedAt }) => instant(askedAt), width: 18 },
  ];
}
