/** Where the headings came to stand: known only once they are drawn. */
import type { Sheet } from './sheet.ts';

export interface Places {
  /** The bookmarks that further ones may belong under, with the levels of their headings. */
  open: { level: number; bookmark: PDFKit.PDFOutline }[];
  /** Lines of the table of contents, in the order of the headings they name. */
  lines: { page?: number; write(page: number): void }[];
  /** Headings of level 2 that have been drawn since. */
  passed: number;
}

export const newPlaces = (): Places => ({ open: [], lines: [], passed: 0 });

/** The name under which a line of the table of contents links to its heading. */
export const placeName = (line: number): string => `heading-${line}`;

/** A heading is about to be drawn where the pen is. */
export function passHeading(
  sheet: Sheet,
  { level, text }: { level: number; text: string },
  bookmarks: number,
): void {
  if (level === 2) findInContents(sheet);
  if (level <= bookmarks) addBookmark(sheet, level, text);
}

function findInContents({ doc, y, places }: Sheet): void {
  const line = places.lines[places.passed];
  if (!line) return;
  doc.addNamedDestination(placeName(places.passed), 'XYZ', 0, y, null);
  const { start, count } = doc.bufferedPageRange();
  line.page = start + count;
  places.passed += 1;
}

function addBookmark({ doc, y, places }: Sheet, level: number, text: string): void {
  while ((places.open.at(-1)?.level ?? 0) >= level) places.open.pop();
  const above = places.open.at(-1)?.bookmark ?? doc.outline;
  // pdfkit counts from the right edge; its types know nothing of where on the page.
  const at: object = { top: y, left: doc.page.width };
  places.open.push({ level, bookmark: above.addItem(text, at) });
}
