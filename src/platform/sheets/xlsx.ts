/** XLSX with a bold head that stays in view. Texts are written as texts, so that none is ever run as a formula. */
import { osloFields } from '../clock.ts';
import type { Cell, SheetColumn } from './columns.ts';

export interface Sheet<Row> {
  name: string;
  columns: readonly SheetColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}

/** @param sheets in the order in which they are shown; the first may have rows of another kind than the others */
export async function xlsx<First, Row>(
  first: Sheet<First>,
  ...sheets: readonly Sheet<Row>[]
): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const parts = [await partOf(first)];
  for (const one of sheets) parts.push(await partOf(one));
  const names = distinct(parts.map(({ name }) => name));
  return write(
    parts.map(({ data, widths }, i) => ({
      data,
      sheet: names[i]!,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

async function partOf<Row>({ name, columns, rows }: Sheet<Row>) {
  const data: ReturnType<typeof written>[][] = [
    columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })),
  ];
  for await (const row of rows) data.push(columns.map(({ cell }) => written(cell(row))));
  return { name, data, widths: columns.map(({ width = 16 }) => width) };
}

/** At most 31 characters, none of \ / ? * [ ] :, no apostrophe at either end, and no two alike: what spreadsheets ask of a name. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .trim()
        .slice(0, 28)
        .replace(/^'+|['\s]+$|[\uD800-\uDBFF]$/g, '') || '-';
    let free = plain;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} ${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function written(value: Cell) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value, type: String };
  const { date, time } = osloFields(value);
  return { value: `${date} ${time}`, type: String };
}
