/** Tables as files of a spreadsheet: nothing that anybody wrote becomes a formula, a column or a line of its own (CWE-1236). */
import { utils, write, type WorkBook } from '@e965/xlsx';
import t from 'tap';
import { buffer } from 'node:stream/consumers';
import { csvStream } from '../../src/platform/sheets/csv.ts';
import { xlsx, type Sheet } from '../../src/platform/sheets/xlsx.ts';
import type { Cell } from '../../src/platform/sheets/columns.ts';
import { readCsv as readRows } from '../../src/platform/sheets/read-csv.ts';
import { asCsv, readXlsx as readWorkbook } from '../../src/platform/sheets/read-xlsx.ts';
import { chartsOf, danglingOf } from '../helpers/charts.ts';
import { zipOf } from '../helpers/made-files.ts';
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

t.test('a chart draws the cells of its sheet, and holds what stands in them', async (t) => {
  const rows = [
    { name: `Ås & "Tromsø" <'Romsa'>`, count: 3 },
    { name: '=1+1', count: 0 },
  ];
  const sheet = (name: string, of: typeof rows): Sheet<(typeof rows)[number]> => ({
    name,
    columns: [
      { header: 'Fylke', cell: (row) => row.name },
      { header: 'Antall', cell: (row) => row.count },
    ],
    rows: of,
    chart: { title: 'Hvor «de» kommer fra & hvorfor', alt: 'Et "diagram"' },
  });
  const plain: Sheet<Cell> = { name: 'Uten', columns, rows: ['x'] };
  const book = await xlsx(plain, sheet("Hva's <1>", rows), sheet('Tomt', []), sheet('Til', rows.slice(1)));
  t.same(await danglingOf(book), []);
  const charts = await chartsOf(book);
  t.same(
    charts.map((chart) => chart.sheet),
    ["Hva's <1>", 'Til'],
    'none where there is nothing to draw',
  );
  for (const { alt, titles, references } of charts) {
    t.equal(alt, 'Et "diagram"');
    t.same(titles, ['Hvor «de» kommer fra & hvorfor', 'Fylke', 'Antall'], 'the title and both axes');
    t.equal(references.length, 3);
    for (const { of, cached, cells } of references) t.same(cached, cells, of);
  }
  t.same(charts[0]?.references.map(({ cells }) => cells).slice(1), [
    [`Ås & "Tromsø" <'Romsa'>`, '=1+1'],
    [3, 0],
  ]);
});

/** ECMA-376 Part 1, the sequences of CT_Chart, CT_PlotArea, CT_BarChart, CT_BarSer, CT_CatAx and CT_ValAx. */
const sequences: Record<string, string> = {
  chartSpace: 'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr',
  chart:
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
  title: 'tx layout overlay spPr txPr',
  rich: 'bodyPr lstStyle p',
  plotArea: 'layout barChart catAx valAx dTable spPr',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId',
  ser: 'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator',
  scaling: 'logBase orientation max min',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit',
  strRef: 'f strCache',
  numRef: 'f numCache',
  numCache: 'formatCode ptCount pt',
  strCache: 'ptCount pt',
};

t.test('the elements of a chart stand in the order of the standard', async (t) => {
  const [chart] = await chartsOf(
    await xlsx({ name: 'Ark', columns, rows: ['x'], chart: { title: 'T', alt: 'A' } } satisfies Sheet<Cell>),
  );
  for (const [name, sequence] of Object.entries(sequences)) {
    const allowed = sequence.split(' ');
    const found = chart?.order.get(name)?.map((child) => allowed.indexOf(child)) ?? [-1];
    t.ok(!found.includes(-1), `${name} holds only what the standard has`);
    t.same(
      found,
      found.toSorted((a, b) => a - b),
      name,
    );
  }
});

const workbook = (
  cells: Parameters<typeof utils.aoa_to_sheet>[0],
  change: (book: WorkBook) => void = () => {},
): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Ark1');
  change(book);
  return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
};

t.test('a workbook is read as it is seen: texts, numbers, days, and what formulas came to', async (t) => {
  const file = workbook([], (book) => {
    book.Sheets['Ark1'] = {
      '!ref': 'A1:F4',
      A1: { t: 's', v: 'Å & <b>; "x"' },
      B1: { t: 'n', v: 2026 },
      C1: { t: 'n', v: 46266, z: 'dd.mm.yyyy' },
      D1: { t: 'n', v: 46266.5, z: 'dd.mm.yyyy hh:mm' },
      E1: { t: 'n', v: 3, f: '1+2' },
      F1: { t: 's', v: 'x@y.example', f: '"x"&"@y.example"' },
      B2: { t: 's', v: 'to\r\nlinjer, og _x005F_x000D_ med bokstaver' },
      A4: { t: 'n', v: 0.1, z: '0.00 "dager"' },
      B4: { t: 'n', v: 1234.5, z: '#,##0 [$kr-414]' },
    };
  });
  const rows = await readWorkbook(file);
  t.same(rows, [
    ['Å & <b>; "x"', '2026', '2026-09-01', '2026-09-01 12:00', '3', 'x@y.example'],
    ['', 'to linjer, og _x000D_ med bokstaver'],
    [],
    ['0.1', '1234.5'],
  ]);
  t.equal(
    asCsv(rows),
    '"Å & <b>; ""x""";2026;2026-09-01;2026-09-01 12:00;3;x@y.example\n;"to linjer, og _x000D_ med bokstaver"\n\n0.1;1234.5',
  );
  t.same(
    readRows(asCsv(rows)).map(({ line, cells }) => [line, cells[0]]),
    [
      [1, 'Å & <b>; "x"'],
      [2, ''],
      [4, '0.1'],
    ],
    'a line has the number that the row has',
  );
});

t.test('what is written here is read here, and hidden sheets are passed over', async (t) => {
  const own = await xlsx({ name: 'Liste', columns, rows: ['a', 'Øst'] });
  t.same(await readWorkbook(own), [
    ['Navn', 'Sist'],
    ['a', 'sist'],
    ['Øst', 'sist'],
  ]);
  const hidden = workbook([['gjemt']], (book) => {
    utils.book_append_sheet(book, utils.aoa_to_sheet([['synlig']]), 'Ark2');
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  });
  t.same(await readWorkbook(hidden), [['synlig']]);
});

t.test('a workbook that is no list is refused, and nothing grows', async (t) => {
  const packed = (sheet: string) =>
    zipOf(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheet,
      }).map(([name, content]) => ({ name, content, packed: true })),
    );
  const cell = (place: string, row: string) =>
    `<worksheet><sheetData><row r="${row}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`;
  t.same(await readWorkbook(packed(cell('B2', '2'))), [[], ['', 'x']]);
  for (const [what, file] of [
    ['no archive', Buffer.from('PK\u0003\u0004')],
    ['another archive', zipOf([{ name: 'a.txt', content: 'x' }])],
    ['cut', workbook([['x']]).subarray(0, 900)],
    ['a row beyond all lists', packed(cell('A1048576', '1048576'))],
    ['a row that is no number', packed(cell('A1', 'x'))],
    ['a column beyond all lists', packed(cell('XFD1', '1'))],
    [
      'words of its own',
      packed(`<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]>${cell('A1', '1').replace('>x<', '>&b;<')}`),
    ],
    ['not well-formed', packed('<worksheet><sheetData>')],
    ['it grows', packed(`<worksheet>${' '.repeat(9_000_000)}</worksheet>`)],
  ] as const)
    await t.rejects(readWorkbook(file), { name: 'NoSheet' }, what);
});
