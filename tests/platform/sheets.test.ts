/** Tables as files of a spreadsheet: nothing that anybody wrote becomes a formula, a column or a line of its own (CWE-1236). */
import { utils, write } from '@e965/xlsx';
import t from 'tap';
import { buffer } from 'node:stream/consumers';
import { csvStream } from '../../src/platform/sheets/csv.ts';
import { xlsx, type Sheet } from '../../src/platform/sheets/xlsx.ts';
import type { Cell } from '../../src/platform/sheets/columns.ts';
import { chartsOf, danglingOf } from '../helpers/charts.ts';
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
