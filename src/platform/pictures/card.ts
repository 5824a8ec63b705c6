/**
 * A picture of words for sharing: 1200 by 630 points, as the places where people share links show it. The letters are drawn as outlines
 * of our own font, so that they look the same on every machine, whatever fonts it has.
 */
import { linesOf, newRuler, type Line, type Ruler } from '../pdf/lines.ts';
import type { Weight } from '../pdf/fonts.ts';
import { CARD } from './size.ts';
import { openFont, type FontBehind } from '../pdf/glyphs.ts';

export interface Card {
  /** Above the name: what it is about. */
  over: string;
  name: string;
  about?: string;
  /** At the foot, beside the mark. */
  service: string;
  tagline: string;
  /** The one that is celebrated looks another. */
  festive: boolean;
}

const LEFT = 84;
const ROOM = CARD.width - 2 * LEFT;
const FOOT = 566;
/** The largest that fits is taken; with the smallest, what is too long is cut. */
const NAME_SIZES = [
  { size: 92, most: 2 },
  { size: 76, most: 3 },
  { size: 62, most: 3 },
  { size: 50, most: 4 },
  { size: 42, most: 5 },
] as const;
const COLORS = {
  plain: { ground: '#00315d', over: '#a9d3f5', name: '#ffffff', quiet: '#d3e6f7', ring: '#0062ba' },
  festive: { ground: '#fdf3d8', over: '#7a4b00', name: '#1e2b3c', quiet: '#4a5564', ring: '#e6b64c' },
} as const;

interface Pen {
  ruler: Ruler;
  font(name: string): FontBehind;
}
let pen: Promise<Pen> | undefined;

/** The picture as PNG. The same words give the same bytes. */
export async function drawCard(card: Card): Promise<Buffer> {
  const svg = cardAsSvg(card, await (pen ??= openPen()));
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function openPen(): Promise<Pen> {
  const { default: PDFDocument } = await import('pdfkit');
  // Nothing is written to it: it opens fonts.
  const doc = new PDFDocument({ font: '' });
  const fonts = new Map<string, { behind: FontBehind; signs: ReadonlySet<number> }>();
  const open = (name: string) => {
    const behind = openFont(doc, name);
    const opened = { behind, signs: new Set(behind.characterSet) };
    fonts.set(name, opened);
    return opened;
  };
  const font = (name: string) => fonts.get(name) ?? open(name);
  const widthOf = (text: string, name: string) => {
    const { behind } = font(name);
    return behind.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / behind.unitsPerEm;
  };
  return {
    ruler: newRuler((name, point) => font(name).signs.has(point), widthOf),
    font: (name) => font(name).behind,
  };
}

function cardAsSvg({ over, name, about, service, tagline, festive }: Card, by: Pen): string {
  const color = COLORS[festive ? 'festive' : 'plain'];
  const { ruler } = by;
  const measured = (text: string, size: number, weight: Weight, most: number) =>
    cut(linesOf(text, { width: ROOM, size, weight, ruler }), most);
  const fitting =
    NAME_SIZES.find(
      ({ size, most }) => linesOf(name, { width: ROOM, size, weight: 'strong', ruler }).length <= most,
    ) ?? NAME_SIZES.at(-1)!;
  const overLines = measured(over, 34, 'strong', 1);
  const nameLines = measured(name, fitting.size, 'strong', fitting.most);
  const aboutLines = about ? measured(about, 30, 'regular', 2) : [];
  const parts: string[] = [];
  let y = 118;
  const put = (lines: readonly Line[], size: number, leading: number, fill: string) => {
    for (const line of lines) {
      parts.push(drawn(line, { x: LEFT, y, size, fill }, by));
      y += size * leading;
    }
  };
  put(overLines, 34, 1, color.over);
  y += fitting.size * 0.82 + 4;
  put(nameLines, fitting.size, 1.14, color.name);
  y += 30 - fitting.size * 0.5;
  put(aboutLines, 30, 1.3, color.quiet);
  const foot = { y: FOOT, fill: color.quiet };
  const named = ruler.word(service, 'strong');
  parts.push(drawn(named, { ...foot, x: LEFT, size: 32, fill: color.name }, by));
  const beside = named.width * 32 + 28;
  const line = ruler.word(tagline, 'regular');
  parts.push(
    drawn(line, { ...foot, x: LEFT + beside, size: Math.min(22, (ROOM - beside) / line.width) }, by),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
<rect width="100%" height="100%" fill="${color.ground}"/>
<g fill="none" stroke="${color.ring}" stroke-width="22" opacity="0.35"><circle cx="980" cy="330" r="230"/><circle cx="1240" cy="330" r="230"/></g>
${parts.join('\n')}
</svg>`;
}

/** At most so many lines; that something is missing is told by the last sign. */
function cut(lines: readonly Line[], most: number): Line[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = kept.at(-1)!;
  const runs = last.runs.map((run, i) =>
    i === last.runs.length - 1 ? { ...run, text: `${run.text} …` } : run,
  );
  return [...kept.slice(0, -1), { ...last, runs }];
}

function drawn(
  { runs }: Line,
  { x, y, size, fill }: { x: number; y: number; size: number; fill: string },
  by: Pen,
): string {
  const paths: string[] = [];
  let at = x;
  for (const { font, text } of runs) {
    const behind = by.font(font);
    const scale = size / behind.unitsPerEm;
    const { glyphs, positions } = behind.layout(text);
    for (const [i, { path }] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const place = `${(at + xOffset * scale).toFixed(2)} ${(y - yOffset * scale).toFixed(2)}`;
      paths.push(
        `<path transform="translate(${place}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path.toSVG()}"/>`,
      );
      at += xAdvance * scale;
    }
  }
  return `<g fill="${fill}">${paths.join('')}</g>`;
}
