/**
 * CSV for Norwegian spreadsheets: semicolons, decimal commas, and a mark that says that it is UTF-8. A text that a spreadsheet
 * would take for a formula begins with an apostrophe instead (CWE-1236).
 */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { osloFields } from '../clock.ts';
import type { Cell, SheetColumn } from './columns.ts';

/** Streams the rows as they are read: nothing waits for the last one. */
export function csvStream<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): Readable {
  const lines = Readable.from(records(columns, rows));
  const csv = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    // As numbers until here, so that one below zero is not taken for a formula.
    cast: { number: (value) => String(value).replace('.', ',') },
  });
  lines.on('error', (error) => csv.destroy(error));
  return lines.pipe(csv);
}

async function* records<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<(string | number)[]> {
  yield columns.map(({ header }) => header);
  for await (const row of rows) yield columns.map(({ cell }) => written(cell(row)));
}

function written(value: Cell): string | number {
  if (value === null) return '';
  if (!(value instanceof Date)) return value;
  const { date, time } = osloFields(value);
  return `${date} ${time}`;
}
