/** The table of contents: its lines are drawn where it stands, their numbers when the document is done. */
import type { PaperBlock } from './blocks.ts';
import { placeName } from './places.ts';
import { defined, keepTogether, LEFT, space, WIDTH, type Sheet } from './sheet.ts';
import { drawAll, heightOf, styledLines, type TextStyle } from './text.ts';

/** Of the page numbers, with air before them. */
const NUMBERS = 40;
const STYLE: TextStyle = { size: 10, width: WIDTH - NUMBERS };
const NUMBER: TextStyle = { size: 10, align: 'end' };
const GAP = 5;

/** A line for each heading of level 2 among these blocks. It stays open until the pages are known. */
export function drawContents(sheet: Sheet, blocks: readonly PaperBlock[]): void {
  const whole = sheet.doc.struct('TOC');
  sheet.parent.add(whole);
  for (const block of blocks)
    if (block.is === 'heading' && block.level === 2) drawEntry(sheet, whole, block.text, block.lang);
  space(sheet, 10);
}

function drawEntry(
  sheet: Sheet,
  whole: PDFKit.PDFStructureElement,
  words: string,
  lang: string | undefined,
): void {
  const { doc, places } = sheet;
  const height = heightOf(sheet, words, STYLE);
  keepTogether(sheet, height + GAP);
  const { y } = sheet;
  const own = doc.bufferedPageRange().count - 1;
  const link = doc.struct('Link', defined({ lang }));
  const reference = doc.struct('Reference');
  const item = doc.struct('TOCI');
  whole.add(item);
  item.add(reference);
  reference.add(link);
  link.add(() => drawAll(sheet, styledLines(sheet, words, STYLE), STYLE));
  const target = placeName(places.lines.length);
  const write = (page: number) => {
    doc.switchToPage(own);
    link.add(() => drawAll({ ...sheet, y }, styledLines(sheet, String(page), NUMBER), NUMBER));
    // pdfkit's types know neither: the tag that the link belongs to, and what it is called.
    const named: object = { structParent: link, Contents: new String(words) };
    doc.goTo(LEFT, y, WIDTH, height, target, named);
  };
  places.lines.push({ write });
  sheet.y = y + height + GAP;
}

/** Writes the pages, now that they are known. */
export function numberContents({ places }: Sheet): void {
  for (const { page, write } of places.lines) if (page !== undefined) write(page);
}
