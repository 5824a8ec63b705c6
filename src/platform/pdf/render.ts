/** Draws blocks as a tagged PDF (PDF/A-2a as pdfkit makes it; not certified): A4, Inter, headings, lists and tables in the tag tree. */
import type { PaperBlock } from './blocks.ts';
import { drawContents, numberContents } from './contents.ts';
import { drawBoxes, drawLines } from './pen.ts';
import { passHeading } from './places.ts';
import { drawBars } from './bars.ts';
import {
  artifact,
  COLORS,
  EDGES,
  keepTogether,
  LEFT,
  newPage,
  newSheet,
  space,
  tagged,
  WIDTH,
  type Meta,
  type Sheet,
} from './sheet.ts';
import { drawTable } from './table.ts';
import { drawLine, heightOf, styledLines, text, type TextStyle } from './text.ts';

/** The document as bytes. The same blocks and meta give the same bytes. */
export async function renderPdf(meta: Meta, blocks: readonly PaperBlock[]): Promise<Buffer> {
  const { title, author, lang, at } = meta;
  // 30 MiB and a sixth of a second: not before the first document is drawn.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    tagged: true,
    subset: 'PDF/A-2a',
    pdfVersion: '1.7',
    lang,
    displayTitle: true,
    bufferPages: true,
    // Otherwise pdfkit begins with a font of its own, which is not embedded.
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: 'Etikkprisen',
      Producer: 'pdfkit',
      CreationDate: at,
      ModDate: at,
    },
  });
  const bytes = collect(doc);
  const sheet = newSheet(doc);
  for (const [index, block] of blocks.entries())
    if (block.is === 'contents') drawContents(sheet, blocks.slice(index + 1));
    else {
      if (block.is === 'heading') keepTogether(sheet, withHeading(blocks.slice(index, index + 4)));
      draw(sheet, block, meta);
    }
  numberContents(sheet);
  sheet.parent.end();
  edges(sheet, meta);
  doc.end();
  return bytes;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function draw(sheet: Sheet, block: Exclude<PaperBlock, { is: 'contents' }>, meta: Meta): void {
  switch (block.is) {
    case 'title':
      return drawTitle(sheet, block);
    case 'heading': {
      const { size, above } = HEADINGS[block.level];
      space(sheet, above);
      passHeading(sheet, block, meta.bookmarks ?? 0);
      return text(sheet, `H${block.level}`, block.text, { ...heading(size), after: 5, lang: block.lang });
    }
    case 'paragraph':
      return text(sheet, 'P', block.text, { ...LOOKS[block.look], after: 7, lang: block.lang });
    case 'list':
      return drawList(sheet, block);
    case 'note':
      return drawNote(sheet, block.text);
    case 'table':
      return drawTable(sheet, block);
    case 'bars':
      return drawBars(sheet, block);
    case 'space':
      return space(sheet, 14);
    case 'pageBreak':
      return newPage(sheet);
    case 'room':
      return keepTogether(sheet, block.lines * 15);
    case 'boxes':
      return drawBoxes(sheet, block.items);
    case 'lines':
      return drawLines(sheet, block.count);
  }
}

/** A heading with what follows it, so that none stands alone at the foot of a page: headings of its parts, the first rows of a table. */
function withHeading([block, ...rest]: readonly PaperBlock[]): number {
  if (block?.is === 'heading') {
    const { size, above } = HEADINGS[block.level];
    return above + size * 1.3 + withHeading(rest);
  }
  return block?.is === 'table' ? 80 : 34;
}

const HEADINGS = {
  2: { size: 15, above: 20 },
  3: { size: 12, above: 14 },
  4: { size: 10.5, above: 10 },
} as const;
const LOOKS = {
  body: { size: 10 },
  lead: { size: 11.5 },
  muted: { size: 9, color: 'muted' },
  strong: { size: 10, weight: 'strong' },
} as const;
const heading = (size: number): TextStyle => ({ size, weight: 'strong', leading: 1.25 });

function drawTitle(
  sheet: Sheet,
  { text: words, over, lead, lang }: Extract<PaperBlock, { is: 'title' }>,
): void {
  if (over) text(sheet, 'P', over, { size: 9.5, color: 'muted', after: 4, lang });
  text(sheet, 'H1', words, { ...heading(22), after: 8, lang });
  if (lead) text(sheet, 'P', lead, { size: 11.5, after: 10, lang });
}

function drawList(sheet: Sheet, { items, ordered, lang }: Extract<PaperBlock, { is: 'list' }>): void {
  tagged(sheet, 'L', { lang }, () => {
    for (const [index, item] of items.entries())
      tagged(sheet, 'LI', {}, () => {
        keepTogether(sheet, 16);
        const top = sheet.y;
        text(sheet, 'Lbl', ordered ? `${index + 1}.` : '•', { size: 10, width: 16 });
        sheet.y = top;
        text(sheet, 'LBody', item, { size: 10, indent: 16, after: 3 });
      });
  });
  space(sheet, 4);
}

function drawNote(sheet: Sheet, words: string): void {
  const style = { size: 10, indent: 14, width: WIDTH - 28 };
  const height = heightOf(sheet, words, style) + 20;
  keepTogether(sheet, height);
  artifact(sheet, (doc) => doc.rect(LEFT, sheet.y, WIDTH, height).fill(COLORS.tint));
  sheet.y += 10;
  text(sheet, 'P', words, style);
  sheet.y += 20;
}

/** The banner and the foot of every page, now that it is known how many there are. */
function edges(sheet: Sheet, { foot, pageOf, banner }: Meta): void {
  const { count } = sheet.doc.bufferedPageRange();
  const small: TextStyle = { size: 8, color: 'muted' };
  const mark = (words: string, y: number, style: TextStyle) => {
    const [line] = styledLines(sheet, words, style);
    if (line) drawLine({ ...sheet, y }, line, style);
  };
  for (let page = 0; page < count; page++) {
    sheet.doc.switchToPage(page);
    artifact(
      sheet,
      () => {
        mark(foot, EDGES.foot, { ...small, width: WIDTH - 80 });
        mark(pageOf(page + 1, count), EDGES.foot, { ...small, align: 'end' });
        if (banner) mark(banner, EDGES.banner, { ...small, weight: 'strong' });
      },
      'Pagination',
    );
  }
}
