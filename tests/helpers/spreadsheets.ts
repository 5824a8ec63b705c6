/** Reads XLSX and CSV with libraries that did not write them: SheetJS and Papa Parse. */
import { read, utils, type CellObject } from '@e965/xlsx';
import papa from 'papaparse';

/** The cells of the first sheet, a row each; empty cells are ''. Fails on a formula. */
export async function readXlsx(file: Buffer): Promise<{ sheet: string; rows: (string | number)[][] }> {
  const book = read(file, { type: 'buffer', cellFormula: true, WTF: true });
  const [sheet = ''] = book.SheetNames;
  const cells = book.Sheets[sheet];
  if (!cells) throw new Error('There is no sheet');
  const formula = Object.entries(cells).find(([, cell]) => (cell as CellObject).f !== undefined);
  if (formula) throw new Error(`A cell is a formula: ${formula[0]}`);
  return { sheet, rows: utils.sheet_to_json(cells, { header: 1, raw: true, defval: '' }) };
}

/** Fields by semicolons, a line each. Fails without the mark of UTF-8, and on what the library finds wrong. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('The mark of UTF-8 is missing');
  const { data, errors } = papa.parse<string[]>(text.slice(1), { delimiter: ';', newline: '\r\n' });
  if (errors.length > 0) throw new Error(errors.map(({ message, row }) => `${row}: ${message}`).join('\n'));
  // What follows the end of the last line is no line.
  return text.endsWith('\r\n') ? data.slice(0, -1) : data;
}
