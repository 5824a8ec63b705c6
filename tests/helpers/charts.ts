/** Opens the charts of an XLSX with libraries that did not write them: yauzl for the package, libxml2 for its parts, SheetJS for the cells. */
import path from 'node:path/posix';
import { read, utils, type CellObject } from '@e965/xlsx';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { unzip } from '../../scripts/season/zip.ts';

const SPACES = {
  t: 'http://schemas.openxmlformats.org/package/2006/content-types',
  p: 'http://schemas.openxmlformats.org/package/2006/relationships',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  x: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
};

export interface ReadChart {
  /** The sheet that it stands on. */
  sheet: string;
  alt: string;
  titles: string[];
  /** Each place that it names, with what is written in the chart and what stands in the cells. */
  references: { of: string; cached: (string | number)[]; cells: (string | number)[] }[];
  /** The names of its elements, each with those within: their order is the standard's. */
  order: Map<string, string[]>;
}

/** Every part of the package has its kind, and every relation leads to a part. @returns what does not */
export async function danglingOf(xlsx: Buffer): Promise<string[]> {
  const parts = await unzip(xlsx);
  const found: string[] = [];
  const types = String(parts.get('[Content_Types].xml'));
  const kinds = new Set(values(types, '//t:Override/@PartName'));
  const endings = new Set(values(types, '//t:Default/@Extension'));
  for (const name of parts.keys()) {
    const known =
      kinds.has(`/${name}`) ||
      (endings.has(name.split('.').at(-1) ?? '') && !/chart|drawing\d+\.xml$/.test(name));
    if (!known) found.push(`no kind: ${name}`);
  }
  for (const kind of kinds) if (!parts.has(kind.slice(1))) found.push(`a kind of nothing: ${kind}`);
  for (const [name, content] of parts) {
    if (!name.endsWith('.rels')) continue;
    const from = path.dirname(path.dirname(name));
    for (const target of values(String(content), '//p:Relationship/@Target'))
      if (!parts.has(path.join(from, target))) found.push(`${name} leads to nothing: ${target}`);
  }
  return found;
}

export async function chartsOf(xlsx: Buffer): Promise<ReadChart[]> {
  const parts = await unzip(xlsx);
  const book = read(xlsx, { type: 'buffer', WTF: true });
  const charts: ReadChart[] = [];
  for (const [index, sheet] of book.SheetNames.entries()) {
    const relations = String(parts.get(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`) ?? '<none/>');
    for (const drawing of values(relations, '//p:Relationship[contains(@Type, "/drawing")]/@Target')) {
      const at = path.join('xl/worksheets', drawing);
      const own = String(parts.get(at));
      const links = String(parts.get(path.join(path.dirname(at), '_rels', `${path.basename(at)}.rels`)));
      const ids = values(own, '//c:chart/@*[local-name() = "id"]');
      for (const id of ids) {
        const [target = ''] = values(links, `//p:Relationship[@Id = "${id}"]/@Target`);
        const chart = String(parts.get(path.join(path.dirname(at), target)));
        charts.push({ sheet, alt: values(own, '//x:cNvPr/@descr').join(), ...readChart(chart, book) });
      }
    }
  }
  return charts;
}

function readChart(xml: string, book: ReturnType<typeof read>): Omit<ReadChart, 'sheet' | 'alt'> {
  using document = XmlDocument.fromString(xml);
  const order = new Map<string, string[]>();
  for (const node of document.find('//*[*]'))
    order.set(
      (node as XmlElement).name,
      (node as XmlElement).find('*').map((child) => (child as XmlElement).name),
    );
  return {
    titles: values(xml, '//c:title//a:t'),
    order,
    references: document.find('//c:f', SPACES).map((node) => ({
      of: node.content,
      cached: node
        .find('..//c:pt/c:v', SPACES)
        .map(({ content }) =>
          (node.find('..', SPACES)[0] as XmlElement).name === 'numRef' ? Number(content) : content,
        ),
      cells: cellsOf(book, node.content),
    })),
  };
}

/** What stands in "'Sheet'!$A$2:$A$4". */
function cellsOf(book: ReturnType<typeof read>, reference: string): (string | number)[] {
  const [, sheet = '', range = ''] = /^'(.*)'!(.*)$/.exec(reference) ?? [];
  const cells = book.Sheets[sheet.replaceAll("''", "'")];
  const { s: from, e: to } = utils.decode_range(range.replaceAll('$', ''));
  const found: (string | number)[] = [];
  for (let r = from.r; r <= to.r; r++) {
    const cell = cells?.[utils.encode_cell({ r, c: from.c })] as CellObject | undefined;
    if (!cell) throw new Error(`There is no cell ${r} in ${reference}`);
    found.push(cell.v as string | number);
  }
  return found;
}

function values(xml: string, at: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(at, SPACES).map(({ content }) => content);
}
