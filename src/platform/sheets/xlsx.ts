/** XLSX with a bold head that stays in view. Texts are written as texts, so that none is ever run as a formula. */
import { osloFields } from '../clock.ts';
import type { Cell, SheetColumn } from './columns.ts';

export interface Sheet<Row> {
  /** Name of the sheet: at most 31 characters, none of \ / ? * [ ] :. */
  name: string;
  columns: readonly SheetColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}

export async function xlsx<Row>({ name, columns, rows }: Sheet<Row>): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const head = columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const }));
  const table: ReturnType<typeof written>[][] = [head];
  for await (const row of rows) table.push(columns.map(({ cell }) => written(cell(row))));
  return write(table, {
    sheet: name,
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function written(value: Cell) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value, type: String };
  const { date, time } = osloFields(value);
  return { value: `${date} ${time}`, type: String };
}
