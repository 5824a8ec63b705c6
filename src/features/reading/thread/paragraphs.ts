/** Lines of a printed page put together to paragraphs, headings and lists, so that the text can be read on any screen. */
import type { TextNode } from '../../../ui/document-text.ts';

/** A line as it stands on the page: lower left corner, width and letter height in points. A size of 0 is not known. */
export interface Line {
  text: string;
  size: number;
  x: number;
  y: number;
  width: number;
}

const BULLET = /^\s*[•▪●○◦■□‣⁃∙·]\s*|^\s*[\u2013\u2014-]\s+/u;
const NUMBERED = /^\s*\d{1,2}[.)]\s+\p{L}/u;
const LONGEST_HEADING = 160;

export function paragraphs(lines: readonly Line[]): TextNode[] {
  const body = bodySize(lines);
  const right = Math.max(0, ...lines.map(({ x, width }) => x + width));
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && belongs(last, line, right)) group.push(line);
    else groups.push([line]);
  }
  return groups.reduce<TextNode[]>((nodes, group) => add(nodes, group, body), []);
}

/** The letter height that most of the text has. */
function bodySize(lines: readonly Line[]): number {
  const amount = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    amount.set(rounded, (amount.get(rounded) ?? 0) + text.length);
  }
  return [...amount].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function belongs(last: Line, line: Line, right: number): boolean {
  if (line.size === 0 || last.size === 0 || BULLET.test(line.text) || NUMBERED.test(line.text)) return false;
  const down = last.y - line.y;
  const size = Math.max(line.size, last.size);
  if (down < -1 || down > size * 1.75 || Math.abs(line.size - last.size) > size * 0.15) return false;
  // A line that ends early with a full stop ends the paragraph, also where the next is not set apart.
  const endsEarly = last.x + last.width < right - (right - last.x) * 0.25;
  return !(endsEarly && /[.!?:]["»”)]?\s*$/.test(last.text));
}

function add(nodes: TextNode[], group: readonly Line[], body: number): TextNode[] {
  const text = joined(group.map((line) => line.text));
  if (text === '') return nodes;
  const size = group[0]?.size ?? 0;
  if (BULLET.test(text)) {
    const item: TextNode = { tag: 'li', children: [text.replace(BULLET, '')] };
    const list = nodes.at(-1);
    if (list?.tag === 'ul') list.children.push(item);
    else nodes.push({ tag: 'ul', children: [item] });
  } else if (body > 0 && size >= body * 1.15 && text.length <= LONGEST_HEADING) {
    nodes.push({ tag: size >= body * 1.5 ? 'h1' : 'h2', children: [text] });
  } else nodes.push({ tag: 'p', children: [text] });
  return nodes;
}

/** Lines as running text: a word that was divided at the end of a line is whole again, "helse- og omsorg" stays. */
export function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines.map((one) => one.replace(/\s+/gu, ' ').trim()).filter(Boolean)) {
    if (/\p{L}\u00ad$/u.test(text)) text = text.slice(0, -1) + line;
    else if (/\p{Ll}[-\u2010]$/u.test(text) && /^(?!(?:og|eller|samt)\b)\p{Ll}/u.test(line))
      text = text.slice(0, -1) + line;
    else text += (text && ' ') + line;
  }
  return text.replaceAll('\u00ad', '');
}
