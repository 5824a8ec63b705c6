/** Inter, embedded. It comes in pieces by script: a text is cut into runs, each in the piece that has its signs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.ts';

export type Weight = 'regular' | 'strong';
/** Some signs in one font. */
export interface Run {
  font: string;
  text: string;
}

const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'];
const WEIGHTS: Record<Weight, number> = { regular: 400, strong: 600 };
const packages = createRequire(import.meta.url);
/** Stands where Inter has no sign: an emoji, Arabic, a control sign that slipped through. */
export const MISSING = '?';

const fontName = (script: string, weight: Weight) => `Inter ${script} ${weight}`;
const files = new Map<string, Buffer>();

/** The font file with this name, read once. */
export function fontFile(name: string): Buffer {
  let file = files.get(name);
  if (!file) {
    const [, script = '', weight = ''] = /^Inter (\S+) (\S+)$/.exec(name) ?? [];
    const path = `@fontsource/inter/files/inter-${script}-${WEIGHTS[weight as Weight]}-normal.woff`;
    file = unpackWoff(readFileSync(packages.resolve(path)));
    files.set(name, file);
  }
  return file;
}

/** Which code points a registered font can draw. */
export type HasGlyph = (font: string, codePoint: number) => boolean;

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** Cuts a text into runs. What no piece can draw becomes one `MISSING` a sign. */
export function runsOf(text: string, weight: Weight, has: HasGlyph): Run[] {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const { font, shown } = pick(segment, weight, has);
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

function pick(segment: string, weight: Weight, has: HasGlyph): { font: string; shown: string } {
  const points = [...segment].map((sign) => sign.codePointAt(0) ?? 0);
  for (const script of SCRIPTS) {
    const font = fontName(script, weight);
    if (points.every((point) => has(font, point))) return { font, shown: segment };
  }
  return { font: fontName('latin', weight), shown: MISSING };
}

/** One spelling of a sign, tabs as spaces, without signs that steer the direction of writing or are none. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]|(?!\n)\p{Cc}|\p{Cs}/gu, '')
    .replaceAll('\u202F', '\u00A0');
