/** Tables as files of a spreadsheet: nothing that anybody wrote becomes a formula, a column or a line of its own (CWE-1236). */
import { utils, write } from '@e965/xlsx';
import t from 'tap';
import { buffer } from 'node:stream/consumers';
import { csvStream } from '../../src/platform/sheets/csv.ts';
import { xlsx, type Sheet } from '../../src/platform/sheets/xlsx.ts';
import type { Cell } from '../../src/platform/sheets/columns.ts';
import { readCsv, readXlsx } from '../helpers/spreadsheets.ts';

const columns = [
  { header: 'Navn', cell: (row: Cell) => row },
  { header: 'Sist', cell: () => 'sist' },
];
const written = async (rows: Cell[]) =>
  readCsv((await buffer(csvStream(columns, rows))).toString('utf8'))
    .slice(1)
    .map(([first, ...rest]) => {
      t.same(rest, ['sist'], 'the line has its two fields');
      return first;
    });

t.test('a text that a spreadsheet would run begins with an apostrophe', async (t) => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠A1'];
  t.same(
    await written(dangerous),
    dangerous.map((one) => `'${one}`),
  );
  t.same(await written(['=HYPERLINK("x";"y")\r\n']), [`'=HYPERLINK("x";"y")\r\n`], 'and quoted as well');
});

t.test('what separates is written so that it does not', async (t) => {
  const texts = ['a;b', 'a "b" c', 'a\nb', 'a\rb', 'a\r\nb', '";"', 'Å – 😀', '"'];
  t.same(await written(texts), texts);
});

t.test('numbers have a decimal comma, and one below zero stays a number', async (t) => {
  t.same(await written([1.5, -2, -0.25, null]), ['1,5', '-2', '-0,25', '']);
});

t.test('a sheet has a name that spreadsheets take, and texts stay texts', async (t) => {
  const sheet = (name: string): Sheet<Cell> => ({ name, columns, rows: ['=1+1', -2, '\u0001a'] });
  for (const [name, given] of [
    ["'Hva' - hvem?'", "Hva' - hvem"],
    ['a/b:c[d]', 'a b c d'],
    [`${'x'.repeat(27)}😀`, 'x'.repeat(27)],
    ['', '-'],
  ] as const) {
    const read = await readXlsx(await xlsx(sheet(name)));
    t.equal(read.sheet, given);
    t.same(
      read.rows.slice(1).map(([first]) => first),
      ['=1+1', -2, 'a'],
    );
  }
});

t.test('the reader of these tests would see a formula', async (t) => {
  const book = utils.book_new();
  const cells = utils.aoa_to_sheet([[{ t: 'n', v: 2, f: '1+1' }]]);
  utils.book_append_sheet(book, cells, 'Ark');
  await t.rejects(readXlsx(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer), /is a formula: A1/);
  t.throws(() => readCsv('a;b'), /mark of UTF-8/);
  t.throws(() => readCsv('\ufeffa;"b\r\n'), /[Qq]uote/);
});
