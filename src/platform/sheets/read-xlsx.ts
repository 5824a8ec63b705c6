/**
 * Reads the first sheet of a workbook as the rows of text that people see in it: of a formula what it came to, of a day its date. Nothing
 * is worked out and nothing is fetched. It says how to write the same as CSV, which is what everything after it reads.
 */
import { entries, parseXml } from '../zipped-xml.ts';
import { isDateFormat, writtenDate } from './xlsx-dates.ts';

/** Unpacked; a list of some thousand people is a tenth of it. */
const MOST_BYTES = 8_000_000;
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
const PARTS = /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/;

/** No workbook, a damaged one, or one that is larger than any list. */
export class NoSheet extends Error {
  override readonly name = 'NoSheet';
}

/** @throws NoSheet */
export async function readXlsx(file: Buffer): Promise<string[][]> {
  let parts: Map<string, string>;
  try {
    parts = await entries(file, PARTS, MOST_BYTES);
    return rowsOf(parts);
  } catch (error) {
    throw error instanceof NoSheet ? error : new NoSheet('damaged', { cause: error });
  }
}

/** Each row on a line of its own, also the empty ones: a line has the number that the row has. */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(';')).join('\n');
const quoted = (cell: string): string => (/[;,"\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Some programs write a prefix before each name. */
const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

function rowsOf(parts: ReadonlyMap<string, string>): string[][] {
  const book = parts.get('xl/workbook.xml');
  if (book === undefined) throw new NoSheet('no workbook');
  const { sheet, from1904 } = firstSheet(book, parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const source = parts.get(sheet);
  if (source === undefined) throw new NoSheet('no sheet');
  const strings = stringsOf(parts.get('xl/sharedStrings.xml'));
  const dated = dateStyles(parts.get('xl/styles.xml'));
  return cellsOf(source, ({ type, style, value, inline }) => {
    if (type === 'inlineStr') return unescaped(inline);
    if (type === 's') return strings[Number(value)] ?? '';
    if (type !== '' && type !== 'n') return unescaped(value);
    const number = Number(value);
    if (value === '' || !Number.isFinite(number)) return value;
    return dated.has(style) ? writtenDate(number, from1904) : String(number);
  });
}

/** The first that is shown, as the tabs stand; where it lies is said by another part. */
function firstSheet(book: string, links: string): { sheet: string; from1904: boolean } {
  let link: string | undefined;
  let from1904 = false;
  parseXml(book, {
    open(name, attributes) {
      if (plain(name) === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (plain(name) === 'sheet' && !attributes['state']?.toLowerCase().includes('hidden'))
        link ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
    close() {},
    text() {},
  });
  let target = '';
  if (links)
    parseXml(links, {
      open(name, attributes) {
        if (plain(name) === 'Relationship' && attributes['Id'] === link) target = attributes['Target'] ?? '';
      },
      close() {},
      text() {},
    });
  return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 };
}

/** Texts that cells share. How a name is read out is not what it says. */
function stringsOf(source: string | undefined): string[] {
  const strings: string[] = [];
  let inside = '';
  let readings = 0;
  if (source !== undefined)
    parseXml(source, {
      open(name) {
        inside = plain(name);
        if (inside === 'si') strings.push('');
        if (inside === 'rPh') readings++;
      },
      close(name) {
        inside = '';
        if (plain(name) === 'rPh') readings--;
      },
      text(text) {
        if (inside === 't' && readings === 0 && strings.length > 0) strings[strings.length - 1] += text;
      },
    });
  return strings.map(unescaped);
}

/** The numbers of the styles that show a number as a day. */
function dateStyles(source: string | undefined): Set<number> {
  const dated = new Set<number>();
  const formats = new Map<number, string>();
  let count: number | undefined;
  if (source !== undefined)
    parseXml(source, {
      open(name, attributes) {
        const id = Number(attributes['numFmtId']);
        if (plain(name) === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
        if (plain(name) === 'cellXfs') count = 0;
        if (plain(name) === 'xf' && count !== undefined) {
          if (isDateFormat(id, formats.get(id))) dated.add(count);
          count++;
        }
      },
      close(name) {
        if (plain(name) === 'cellXfs') count = undefined;
      },
      text() {},
    });
  return dated;
}

interface Cell {
  type: string;
  style: number;
  value: string;
  inline: string;
}

function cellsOf(source: string, written: (cell: Cell) => string): string[][] {
  const rows: string[][] = [];
  let at = { row: 0, column: 0 };
  let cell: Cell | undefined;
  let inside = '';
  parseXml(source, {
    open(name, attributes) {
      inside = plain(name);
      if (inside === 'row') at = { row: Number(attributes['r'] ?? at.row + 1), column: 0 };
      if (inside !== 'c') return;
      const column = columnOf(attributes['r']) ?? at.column + 1;
      at = { ...at, column };
      cell = { type: attributes['t'] ?? '', style: Number(attributes['s'] ?? 0), value: '', inline: '' };
    },
    close(name) {
      inside = '';
      if (plain(name) !== 'c' || !cell) return;
      const text = onOneLine(written(cell));
      cell = undefined;
      if (text !== '') put(rows, at, text);
    },
    text(text) {
      if (!cell) return;
      if (inside === 'v') cell.value += text;
      if (inside === 't') cell.inline += text;
    },
  });
  return rows;
}

function put(rows: string[][], { row, column }: { row: number; column: number }, text: string): void {
  if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS || column > MOST_COLUMNS)
    throw new NoSheet('larger than a list');
  while (rows.length < row) rows.push([]);
  const cells = rows[row - 1]!;
  while (cells.length < column) cells.push('');
  cells[column - 1] = text;
}

/** 'AB12' > 28 */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : undefined;
}

/** What XML cannot hold, and some ends of lines, are written as `_x000D_`; such a text itself begins `_x005F_`. Read once: it can give another. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const onOneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
