/** Breaking a text into lines of a width, across the pieces of the font. */
import { printable, runsOf, type HasGlyph, type Run, type Weight } from './fonts.ts';

export interface Line {
  runs: Run[];
  width: number;
}
/** Measures words; each word once. */
export interface Ruler {
  /** A word as runs, with its width at size 1. */
  word(text: string, weight: Weight): Line;
}

export function newRuler(has: HasGlyph, widthOf: (text: string, font: string) => number): Ruler {
  const known = new Map<string, Line>();
  return {
    word(text, weight) {
      const key = `${weight} ${text}`;
      const found = known.get(key);
      if (found) return found;
      const runs = runsOf(text, weight, has);
      const width = runs.reduce((sum, run) => sum + widthOf(run.text, run.font), 0);
      known.set(key, { runs, width });
      return { runs, width };
    },
  };
}

/** The lines of a text: broken at spaces, and within a word only when it is longer than a line (addresses, hashes). */
export function linesOf(
  text: string,
  { width, size, weight, ruler }: { width: number; size: number; weight: Weight; ruler: Ruler },
): Line[] {
  const space = ruler.word(' ', weight).width * size;
  const measure = (word: string): number => ruler.word(word, weight).width * size;
  const lines: Line[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let words: string[] = [];
    let taken = 0;
    const end = () => {
      lines.push({ runs: runsOfWords(words, weight, ruler), width: taken });
      [words, taken] = [[], 0];
    };
    for (const word of paragraph.split(/ +/).flatMap((each) => broken(each, width, measure))) {
      const more = measure(word);
      if (words.length > 0 && taken + space + more > width) end();
      taken += (words.length > 0 ? space : 0) + more;
      words.push(word);
    }
    end();
  }
  return lines;
}

/** A word in pieces that fit; one piece for most. */
function broken(word: string, width: number, measure: (piece: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let [piece, taken] = ['', 0];
  // Signs side by side may take a little more room than each alone.
  const room = width * 0.97;
  for (const sign of word) {
    const more = measure(sign);
    if (piece !== '' && taken + more > room) {
      pieces.push(piece);
      [piece, taken] = ['', 0];
    }
    piece += sign;
    taken += more;
  }
  return [...pieces, piece];
}

function runsOfWords(words: readonly string[], weight: Weight, ruler: Ruler): Run[] {
  const runs: Run[] = [];
  for (const [index, word] of words.entries())
    for (const [part, { font, text }] of ruler.word(word, weight).runs.entries()) {
      const before = index > 0 && part === 0 ? ' ' : '';
      const last = runs.at(-1);
      if (last?.font === font) last.text += before + text;
      else {
        if (last) last.text += before;
        runs.push({ font, text: last ? text : before + text });
      }
    }
  return runs;
}
