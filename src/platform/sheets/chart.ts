/**
 * A chart beside the cells of a sheet: the parts of ECMA-376 (Part 1, §21.2 and §20.5) that the writer of the sheets lacks.
 * Spreadsheets are strict: elements stand in the order of the standard.
 */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { xmlDocument, xmlElement, type Element } from '../xml.ts';

/** Bars, one a row: the first column of the sheet names them, the second says how long they are. */
export interface Chart {
  title: string;
  /** What is read aloud instead of it. */
  alt: string;
}
/** A chart, and the cells it draws: they are written into it as well, for readers that do not look them up. */
export interface DrawnChart extends Chart {
  sheet: string;
  names: { header: string; cells: readonly string[] };
  values: { header: string; cells: readonly number[] };
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const EMU_PER_POINT = 12700;

/** @param charts a place for each sheet of the book */
export const chartsOf = (charts: readonly (DrawnChart | undefined)[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      '[Content_Types].xml': {
        insert: () => charts.map((chart, sheet) => (chart ? typeOfPart(sheet) : '')).join(''),
      },
      'xl/drawings/drawing{id}.xml': {
        insert: (_, { sheetIndex }) => {
          const chart = charts[sheetIndex];
          return chart && xmlElement(anchor(chart));
        },
      },
      'xl/drawings/_rels/drawing{id}.xml.rels': {
        insert: (_, { sheetIndex }) => (charts[sheetIndex] ? relation(sheetIndex) : undefined),
      },
    },
    write: {
      files: () =>
        Object.fromEntries(
          charts.flatMap((chart, sheet) =>
            chart ? [[`xl/charts/${fileOf(sheet)}`, xmlDocument(chartSpace(chart))]] : [],
          ),
        ),
    },
  },
});

const fileOf = (sheet: number): string => `chart${sheet + 1}.xml`;
const typeOfPart = (sheet: number): string =>
  xmlElement(el('Override', { PartName: `/xl/charts/${fileOf(sheet)}`, ContentType: TYPE }));
const relation = (sheet: number): string =>
  xmlElement(
    el('Relationship', { Id: 'rIdChart', Type: `${OFFICE}/chart`, Target: `../charts/${fileOf(sheet)}` }),
  );

const el = (
  name: string,
  attributes: Record<string, string> = {},
  inside: Element['inside'] = '',
): Element => ({
  name,
  attributes,
  inside,
});
/** What the standard says with an attribute `val`. */
const val = (name: string, value: string | number): Element => el(name, { val: String(value) });
const of = (name: string, ...inside: Element[]): Element => el(name, {}, inside);
const said = (name: string, words: string): Element => el(name, {}, words);

/** Where it stands: to the right of the two columns, high enough for its bars. */
function anchor({ title, alt, values }: DrawnChart): Element {
  const height = (110 + 22 * values.cells.length) * EMU_PER_POINT;
  return of(
    'xdr:oneCellAnchor',
    of(
      'xdr:from',
      ...Object.entries({ col: 3, colOff: 0, row: 1, rowOff: 0 }).map(([key, at]) =>
        said(`xdr:${key}`, String(at)),
      ),
    ),
    el('xdr:ext', { cx: String(560 * EMU_PER_POINT), cy: String(height) }),
    el('xdr:graphicFrame', { macro: '' }, [
      of(
        'xdr:nvGraphicFramePr',
        el('xdr:cNvPr', { id: '2', name: title, descr: alt }),
        el('xdr:cNvGraphicFramePr'),
      ),
      of('xdr:xfrm', el('a:off', { x: '0', y: '0' }), el('a:ext', { cx: '0', cy: '0' })),
      of(
        'a:graphic',
        el('a:graphicData', { uri: `${DRAWING}/chart` }, [
          el('c:chart', { 'xmlns:c': `${DRAWING}/chart`, 'xmlns:r': OFFICE, 'r:id': 'rIdChart' }),
        ]),
      ),
    ]),
    el('xdr:clientData'),
  );
}

function chartSpace(chart: DrawnChart): Element {
  const { title, names, values } = chart;
  return el(
    'c:chartSpace',
    { 'xmlns:c': `${DRAWING}/chart`, 'xmlns:a': `${DRAWING}/main`, 'xmlns:r': OFFICE },
    [
      val('c:roundedCorners', 0),
      of(
        'c:chart',
        titled(title),
        val('c:autoTitleDeleted', 0),
        of(
          'c:plotArea',
          el('c:layout'),
          of(
            'c:barChart',
            val('c:barDir', 'bar'),
            val('c:grouping', 'clustered'),
            val('c:varyColors', 0),
            series(chart),
            val('c:gapWidth', 50),
            val('c:axId', NAMES),
            val('c:axId', VALUES),
          ),
          // The first name stands on top, as in the sheet; the axis of the numbers stays below.
          of(
            'c:catAx',
            ...axis({ id: NAMES, at: 'l', title: names.header, crosses: VALUES, reversed: true }),
          ),
          of(
            'c:valAx',
            ...axis({ id: VALUES, at: 'b', title: values.header, crosses: NAMES, reversed: false }),
          ),
        ),
        val('c:plotVisOnly', 1),
        val('c:dispBlanksAs', 'gap'),
      ),
    ],
  );
}

const NAMES = 1;
const VALUES = 2;

const titled = (words: string): Element =>
  of(
    'c:title',
    of('c:tx', of('c:rich', el('a:bodyPr'), el('a:lstStyle'), of('a:p', of('a:r', said('a:t', words))))),
    val('c:overlay', 0),
  );

function axis({
  id,
  at,
  title,
  crosses,
  reversed,
}: {
  id: number;
  at: 'l' | 'b';
  title: string;
  crosses: number;
  reversed: boolean;
}): Element[] {
  return [
    val('c:axId', id),
    of(
      'c:scaling',
      val('c:orientation', reversed ? 'maxMin' : 'minMax'),
      ...(reversed ? [] : [val('c:min', 0)]),
    ),
    val('c:delete', 0),
    val('c:axPos', at),
    titled(title),
    el('c:numFmt', { formatCode: reversed ? 'General' : '0', sourceLinked: '0' }),
    val('c:majorTickMark', 'out'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    val('c:crossAx', crosses),
    val('c:crosses', reversed ? 'autoZero' : 'max'),
    ...(reversed
      ? [val('c:auto', 0), val('c:lblAlgn', 'ctr'), val('c:lblOffset', 100), val('c:noMultiLvlLbl', 1)]
      : [val('c:crossBetween', 'between')]),
  ];
}

function series({ sheet, names, values }: DrawnChart): Element {
  const last = values.cells.length + 1;
  const points = (cells: readonly (string | number)[]): Element[] => [
    val('c:ptCount', cells.length),
    ...cells.map((cell, idx) => el('c:pt', { idx: String(idx) }, [said('c:v', String(cell))])),
  ];
  return of(
    'c:ser',
    val('c:idx', 0),
    val('c:order', 0),
    of(
      'c:tx',
      of('c:strRef', said('c:f', cellsOf(sheet, '$B$1')), of('c:strCache', ...points([values.header]))),
    ),
    of('c:spPr', of('a:solidFill', val('a:srgbClr', '0B5394'))),
    val('c:invertIfNegative', 0),
    of(
      'c:dLbls',
      ...Object.entries({ LegendKey: 0, Val: 1, CatName: 0, SerName: 0, Percent: 0, BubbleSize: 0 }).map(
        ([what, shown]) => val(`c:show${what}`, shown),
      ),
    ),
    of(
      'c:cat',
      of(
        'c:strRef',
        said('c:f', cellsOf(sheet, `$A$2:$A$${last}`)),
        of('c:strCache', ...points(names.cells)),
      ),
    ),
    of(
      'c:val',
      of(
        'c:numRef',
        said('c:f', cellsOf(sheet, `$B$2:$B$${last}`)),
        of('c:numCache', said('c:formatCode', 'General'), ...points(values.cells)),
      ),
    ),
  );
}

const cellsOf = (sheet: string, cells: string): string => `'${sheet.replaceAll("'", "''")}'!${cells}`;
