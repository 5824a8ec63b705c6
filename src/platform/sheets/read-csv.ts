/** Reads what people take out of a spreadsheet: CSV with any of the usual separators, or cells that were copied and pasted. */

export interface CsvRow {
  /** As an editor counts them; the first one of a row that goes over several. */
  line: number;
  cells: string[];
}

/** The rows that say something, without the spaces around their cells. Quotes as in RFC 4180; one that never ends, ends with the text. */
export function readCsv(text: string): CsvRow[] {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = () => {
    row.cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.cells.some((each) => each !== '')) rows.push(row);
    row = { line, cells: [] };
  };
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i] as string;
    if (sign === '\n') line += 1;
    if (quoted && sign === '"' && plain[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

/** What the first line that says something is divided by: as copied cells, as Norwegian spreadsheets write, or as others do. */
function separatorOf(text: string): string {
  const first = text.split(/[\r\n]/).find((each) => each.trim() !== '') ?? '';
  return ['\t', ';', ','].find((each) => first.includes(each)) ?? ';';
}
