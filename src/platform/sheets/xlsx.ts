/** XLSX with a bold head that stays in view. Texts are written as texts, so that none is ever run as a formula. */
import { osloFields } from '../clock.ts';
import { chartsOf, type Chart, type DrawnChart } from './chart.ts';
import type { Cell, SheetColumn } from './columns.ts';

export interface Sheet<Row> {
  name: string;
  columns: readonly SheetColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
  /** Of the first two columns; none where there is no row. */
  chart?: Chart | undefined;
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
    { features: [chartsOf(parts.map((part, i) => drawn(part, names[i]!)))] },
  ).toBuffer();
}

type Part = Awaited<ReturnType<typeof partOf>>;

/** Its chart, with the cells as they were written. */
function drawn({ chart, data: [head = [], ...rows] }: Part, sheet: string): DrawnChart | undefined {
  if (!chart || rows.length === 0) return undefined;
  const column = (index: 0 | 1) => ({
    header: String(head[index]?.value ?? ''),
    cells: rows.map((row) => row[index]?.value ?? ''),
  });
  const [names, values] = [column(0), column(1)];
  return {
    ...chart,
    sheet,
    names: { ...names, cells: names.cells.map(String) },
    values: { ...values, cells: values.cells.map(Number) },
  };
}

async function partOf<Row>({ name, columns, rows, chart }: Sheet<Row>) {
  const data: ReturnType<typeof written>[][] = [
    columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })),
  ];
  for await (const row of rows) data.push(columns.map(({ cell }) => written(cell(row))));
  return { name, data, chart, widths: columns.map(({ width = 16 }) => width) };
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
