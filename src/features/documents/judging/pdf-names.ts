/**
 * The names in a PDF that make it more than something to read. They are looked for in the bytes as they lie there, in whatever revision
 * or broken object: which of two objects with one number counts, readers do not agree on.
 */
import { Refused, type Reason } from './verdict.ts';

const TELLTALE: Readonly<Record<string, Reason>> = {
  JavaScript: 'active-content',
  Launch: 'active-content',
  RichMedia: 'active-content',
  XFA: 'active-content',
  EmbeddedFile: 'embedded-files',
  EmbeddedFiles: 'embedded-files',
  EF: 'embedded-files',
};

/** A letter of a name as itself or as its number: /JavaScript is also /#4aavaScript. */
const letter = (char: string): string => {
  const code = char.charCodeAt(0).toString(16);
  const digits = [...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit));
  return `(?:${char}|#${digits.join('')})`;
};
/** Short names come up by chance in packed data; those are looked at where objects are read. */
const long = Object.keys(TELLTALE).filter((word) => word.length > 5);
const PATTERN = new RegExp(
  `^/(${long.map((word) => [...word].map(letter).join('')).join('|')})(?=[\\s\\0/<>()\\[\\]{}%]|$)`,
);
const SLASH = '/'.charCodeAt(0);
/** How such a name goes on: with its first letter, or with the number of it. */
const FIRST = new Set([...long.map((word) => word.charCodeAt(0)), '#'.charCodeAt(0)]);
/** The longest of them with every letter as its number, and what follows. */
const LONGEST = 3 * Math.max(...long.map(({ length }) => length)) + 2;

/** @throws Refused 'active-content' or 'embedded-files' */
export function refuseNamesIn(bytes: Buffer): void {
  for (let at = bytes.indexOf(SLASH); at >= 0; at = bytes.indexOf(SLASH, at + 1)) {
    if (!FIRST.has(bytes[at + 1] as number)) continue;
    const found = PATTERN.exec(bytes.toString('latin1', at, at + LONGEST));
    if (found) refuseName(plain(found[1] as string));
  }
}

/** @param name without its slash, with its letters plain */
export function refuseName(name: string): void {
  const reason = Object.hasOwn(TELLTALE, name) ? TELLTALE[name] : undefined;
  if (reason) throw new Refused(reason, name);
}

/** A name with its letters plain. */
export const plain = (name: string): string =>
  name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
