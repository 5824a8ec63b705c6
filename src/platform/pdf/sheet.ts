/** The page that is being written: where the pen is, when a new page begins, under which tag. */
import { openFont } from './glyphs.ts';
import { newRuler, type Ruler } from './lines.ts';
import { newPlaces, type Places } from './places.ts';

/** What a document says of itself. */
export interface Meta {
  title: string;
  author: string;
  /** 'nb-NO', 'nn-NO', 'en-GB'. */
  lang: string;
  /** The instant it tells of; also its date in the file, so that the same content gives the same bytes. */
  at: Date;
  /** At the foot of every page, on the left. */
  foot: string;
  /** "Side 1 av 3". */
  pageOf(page: number, pages: number): string;
  /** At the head of every page: a demonstration, a draft, "for the jury only". */
  banner?: string | undefined;
  /** Bookmarks to the headings, down to this level. */
  bookmarks?: 2 | 3 | 4;
}

export interface Sheet {
  doc: PDFKit.PDFDocument;
  ruler: Ruler;
  /** Where the next thing goes, in points from the top. */
  y: number;
  /** The tag that what comes now stands under. */
  parent: PDFKit.PDFStructureElement;
  /** Inside a piece of text: a page that begins now carries its tag on. */
  inText: boolean;
  /** Where headings are, for bookmarks and the table of contents. */
  places: Places;
  /** Drawn at the top of each page that something runs on to: the head of a table. */
  onNewPage?: (() => void) | undefined;
}

export const COLORS = { text: '#1e2b3c', muted: '#51606f', line: '#b9c2cc', tint: '#eef3f8' } as const;
const TOP = 60;
const BOTTOM = 770;
export const LEFT = 64;
export const WIDTH = 467;
/** Where banner and foot stand. */
export const EDGES = { banner: 30, foot: 790 } as const;
export const FULL_PAGE = BOTTOM - TOP;

export function newSheet(doc: PDFKit.PDFDocument): Sheet {
  const parent = doc.struct('Document');
  doc.addStructure(parent);
  const signs = new Map<string, ReadonlySet<number>>();
  const signsOf = (font: string): ReadonlySet<number> => {
    const known = signs.get(font);
    if (known) return known;
    const found = new Set(openFont(doc, font).characterSet);
    signs.set(font, found);
    return found;
  };
  const ruler = newRuler(
    (font, point) => signsOf(font).has(point),
    (text, font) => doc.font(font).fontSize(1000).widthOfString(text) / 1000,
  );
  return { doc, ruler, y: TOP, parent, inText: false, places: newPlaces() };
}

/** Everything drawn in `content` stands under this tag. */
export function tagged(sheet: Sheet, tag: string, options: object, content: () => void): void {
  const element = sheet.doc.struct(tag, defined(options));
  const outer = sheet.parent;
  outer.add(element);
  sheet.parent = element;
  content();
  element.end();
  sheet.parent = outer;
}

/** Air, but none at the top of a page. */
export function space(sheet: Sheet, points: number): void {
  if (sheet.y > TOP) sheet.y += points;
}

/** A new page, when this much does not fit on the one that is being written. */
export function keepTogether(sheet: Sheet, height: number): void {
  if (sheet.y + height > BOTTOM && sheet.y > TOP) newPage(sheet);
}

/** What is left of the page. */
export const roomLeft = ({ y }: Sheet): number => BOTTOM - y;

export function newPage(sheet: Sheet): void {
  const doc = sheet.doc as unknown as { addPage(): void; continueOnNewPage(): void };
  if (sheet.inText) doc.continueOnNewPage();
  else doc.addPage();
  sheet.y = TOP;
  sheet.onNewPage?.();
}

/** What is only drawn and never read aloud: lines, frames, the foot. */
export function artifact(
  { doc }: Sheet,
  draw: (doc: PDFKit.PDFDocument) => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type });
  draw(doc);
  doc.endMarkedContent();
}

export const rule = (sheet: Sheet, y = sheet.y): void =>
  artifact(sheet, (doc) =>
    doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(0.5)
      .strokeColor(COLORS.line)
      .stroke(),
  );

/** pdfkit takes an absent option, not an undefined one. */
export const defined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
