/** What pdfkit does not say of a font that it has opened: which signs it can draw, and their outlines. The font behind it knows. */
import { fontFile } from './fonts.ts';

export interface FontBehind {
  characterSet: readonly number[];
  unitsPerEm: number;
  /** Signs side by side, with the room between them as the font wants it. Units of the font, y upwards. */
  layout(text: string): {
    glyphs: readonly { path: { toSVG(): string } }[];
    positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}

/** Registers a font of ours and makes it the one that is written with. */
export function openFont(doc: PDFKit.PDFDocument, name: string): FontBehind {
  doc.registerFont(name, fontFile(name)).font(name);
  return (doc as unknown as { _font: { font: FontBehind } })._font.font;
}
