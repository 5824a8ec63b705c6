/** Text on the sheet, each piece under its tag. */
import type { Weight } from './fonts.ts';
import { linesOf, type Line } from './lines.ts';
import { COLORS, defined, keepTogether, LEFT, WIDTH, type Sheet } from './sheet.ts';

export interface TextStyle {
  size: number;
  weight?: Weight;
  color?: keyof typeof COLORS;
  /** Line height as a multiple of the size. */
  leading?: number;
  /** Air below. */
  after?: number;
  /** From the left edge of the page's text. */
  indent?: number;
  /** Default: what the indent leaves. */
  width?: number;
  align?: 'start' | 'end' | undefined;
  lang?: string | undefined;
  /** Of a heading cell: what it is the head of. */
  scope?: 'Row' | 'Column';
}

/** One piece of text under its tag; it runs on over pages. */
export function text(sheet: Sheet, tag: string, content: string, style: TextStyle): void {
  const lines = styledLines(sheet, content, style);
  const { lang, scope } = style;
  const draw = () => {
    sheet.inText = true;
    drawAll(sheet, lines, style);
    sheet.inText = false;
  };
  const element = sheet.doc.struct(tag, defined({ lang, scope }), draw);
  sheet.parent.add(element);
  element.end();
  sheet.y += style.after ?? 0;
}

/** Lines below each other, and a new page where they do not fit. */
export function drawAll(sheet: Sheet, lines: readonly Line[], style: TextStyle): void {
  for (const [index, line] of lines.entries()) {
    keepTogether(sheet, lineHeight(style));
    drawLine(sheet, line, style, index < lines.length - 1);
    sheet.y += lineHeight(style);
  }
}

const roomOf = ({ indent = 0, width = WIDTH - indent }: TextStyle): number => width;

export function styledLines(sheet: Sheet, content: string, style: TextStyle): Line[] {
  const { size, weight = 'regular' } = style;
  return linesOf(content, { width: roomOf(style), size, weight, ruler: sheet.ruler });
}

export const heightOf = (sheet: Sheet, content: string, style: TextStyle): number =>
  styledLines(sheet, content, style).length * lineHeight(style) + (style.after ?? 0);

const lineHeight = ({ size, leading = 1.45 }: TextStyle): number => size * leading;

/** One line at the pen, without moving it. `more`: a space behind it keeps words apart where it is read aloud or copied. */
export function drawLine({ doc, y }: Sheet, { runs, width }: Line, style: TextStyle, more = false): void {
  const { size, color = 'text', indent = 0, align } = style;
  let x = LEFT + indent + (align === 'end' ? roomOf(style) - width : 0);
  doc.fillColor(COLORS[color]).fontSize(size);
  for (const [index, run] of runs.entries()) {
    const shown = more && index === runs.length - 1 ? `${run.text} ` : run.text;
    doc.font(run.font).text(shown, x, y, { lineBreak: false });
    x += doc.widthOfString(run.text);
  }
}
