/** Reads XLSX and CSV as another program would: by their own rules, with nothing of what wrote them. */
import { parseHTML } from 'linkedom';
import { unzip } from '../../scripts/season/zip.ts';

/** The cells of the first sheet, a row each; empty cells are ''. Fails on a formula. */
export async function readXlsx(file: Buffer): Promise<{ sheet: string; rows: (string | number)[][] }> {
  const parts = await unzip(file);
  const xml = (name: string) => {
    const text = parts.get(name)?.toString();
    if (text === undefined) throw new Error(`${name} is missing among ${[...parts.keys()].join(', ')}`);
    // Elements are looked for by name; a document of HTML keeps their order and text just as well.
    return parseHTML(
      `<html><body>${text.replace(/<\?xml.*?\?>/, '').replace(/<(\w+)([^>]*)\/>/g, '<$1$2></$1>')}</body></html>`,
    ).document;
  };
  const shared = parts.has('xl/sharedStrings.xml')
    ? [...xml('xl/sharedStrings.xml').querySelectorAll('si')].map((si) => si.textContent ?? '')
    : [];
  const document = xml('xl/worksheets/sheet1.xml');
  if (document.querySelector('f')) throw new Error('A cell is a formula');
  const rows = [...document.querySelectorAll('row')].map((row) => {
    const cells: (string | number)[] = [];
    for (const cell of row.querySelectorAll('c')) {
      const at = columnOf(cell.getAttribute('r') ?? '');
      while (cells.length < at) cells.push('');
      const type = cell.getAttribute('t');
      const text = cell.textContent ?? '';
      cells.push(
        type === 's'
          ? (shared[Number(text)] ?? '')
          : type === 'inlineStr' || text === ''
            ? text
            : Number(text),
      );
    }
    return cells;
  });
  const sheet = xml('xl/workbook.xml').querySelector('sheet')?.getAttribute('name') ?? '';
  return { sheet, rows };
}

/** 'C7' stands in column 2. */
const columnOf = (reference: string): number =>
  [...reference.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Fields by semicolons, quotes doubled inside quotes, lines by CRLF (RFC 4180). Fails without the mark of UTF-8. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('The mark of UTF-8 is missing');
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/gy;
  field.lastIndex = 1;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '' || field.lastIndex >= text.length) break;
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
