/**
 * Word documents of the same blocks as PDF documents (platform/pdf): `renderDocx(meta, [title('…'), heading(2, '…'), …])`. Real headings,
 * lists and table heads, so that the outline and a screen reader find them.
 */
import { buffer } from 'node:stream/consumers';
import type { Block } from '../pdf/blocks.ts';
import type { Meta } from '../pdf/index.ts';
import { zipOf } from '../zip.ts';
import { coreProperties, FIXED, NUMBERS, numbering } from './parts.ts';
import { element, paragraph } from './xml.ts';

/** The document as bytes. The same blocks and meta give the same bytes. */
export async function renderDocx(
  meta: Pick<Meta, 'title' | 'author' | 'lang' | 'at'>,
  blocks: readonly Block[],
): Promise<Buffer> {
  const ordered = blocks.filter((block) => block.is === 'list' && block.ordered).length;
  let list = 0;
  const body = blocks.map((block) =>
    draw(block, block.is === 'list' && block.ordered ? NUMBERS + list++ : 1),
  );
  const page = element('w:sectPr', [
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="709" w:footer="709" w:gutter="0"/>',
  ]);
  const parts: Record<string, string> = {
    ...FIXED(meta.lang),
    'docProps/core.xml': coreProperties(meta),
    'word/numbering.xml': numbering(ordered),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${element('w:body', [...body, page])}</w:document>`,
  };
  return buffer(
    zipOf(Object.entries(parts).map(([path, xml]) => ({ path, open: async () => Buffer.from(xml) }))),
  );
}

function draw(block: Block, numId: number): string {
  switch (block.is) {
    case 'title':
      return [
        block.over ? paragraph('Muted', block.over, block.lang) : '',
        paragraph('Heading1', block.text, block.lang),
        block.lead ? paragraph('Lead', block.lead, block.lang) : '',
      ].join('');
    case 'heading':
      return paragraph(`Heading${block.level}`, block.text, block.lang);
    case 'paragraph':
      return paragraph(LOOKS[block.look], block.text, block.lang);
    case 'list':
      return block.items.map((item) => paragraph('ListParagraph', item, block.lang, numId)).join('');
    case 'note':
      return paragraph('Note', block.text);
    case 'table':
      return drawTable(block);
    // What is drawn stands as a table as well.
    case 'bars':
      return '';
    case 'space':
      return paragraph('Normal', '');
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    default:
      return block satisfies never;
  }
}

const LOOKS = { body: 'Normal', lead: 'Lead', muted: 'Muted', strong: 'Strong' } as const;
/** Of the page between its margins, in twentieths of a point. */
const WIDTH = 9298;

/** Under a head that is repeated on every page, where the columns have names. */
function drawTable({ columns, rows, rowHeads }: Extract<Block, { is: 'table' }>): string {
  const shares = columns.map(({ share = 1 }) => share);
  const sum = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.round((WIDTH * share) / sum));
  const cell = (words: string, column: number, strong: boolean) =>
    element('w:tc', [
      `<w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>`,
      paragraph(strong ? 'Strong' : 'Normal', words),
    ]);
  const head = columns.some(({ label }) => label !== undefined)
    ? [
        element('w:tr', [
          '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
          ...columns.map(({ label = '' }, i) => cell(label, i, true)),
        ]),
      ]
    : [];
  return element('w:tbl', [
    `<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLook w:firstRow="${head.length}" w:lastRow="0" w:firstColumn="${Number(rowHeads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`,
    element(
      'w:tblGrid',
      widths.map((width) => `<w:gridCol w:w="${width}"/>`),
    ),
    ...head,
    ...rows.map((row) =>
      element('w:tr', [
        '<w:trPr><w:cantSplit/></w:trPr>',
        ...row.map((words, i) => cell(words, i, rowHeads && i === 0)),
      ]),
    ),
  ]).concat(paragraph('Normal', ''));
}
