/**
 * Finds national identity numbers (fødselsnummer, D-number, and the synthetic ones with 40 or 80 added to the month) in running
 * text, as people and page layouts write them. Telephone, account and organisation numbers are not taken for one.
 */
import { idnr } from '@navikt/fnrvalidator';

/** Where in the text a number stands, counted in UTF-16 units. */
export interface Found {
  start: number;
  end: number;
}

interface Group extends Found {
  digits: string;
}

const LENGTH = 11;
/** What may stand between the digits of one number. Two numbers in a sentence have more between them. */
const BETWEEN =
  /^(?:[ \t\u00a0\u2007\u2009\u202f]{0,2}[.\-\u2010-\u2013\u2212/·:]?[ \t\u00a0\u2007\u2009\u202f]{0,2}|[ \t]*\r?\n[ \t]*)$/u;
const LINE_BREAK = /\n/;
/** Where the number is parted by custom: day, month, year | 3 digits | 2 digits. */
const CUSTOMARY = new Set([2, 4, 6, 9]);
/** How an account number is parted: 1234 56 78901. */
const ACCOUNT_CUTS = '4,6';
const CALLED_ACCOUNT =
  /(?:konto(?:nummer|nr)?|iban|kid(?:-?nummer|-?nr)?|account(?: number)?)[^\p{L}\p{N}]*$/iu;

/** Every identity number in the text, in order. */
export function identityNumbers(text: string): Found[] {
  const groups = digitGroups(text);
  const found: Found[] = [];
  for (let first = 0; first < groups.length; first++) {
    const last = lastOf(groups, first, text);
    if (last === undefined) continue;
    const parts = groups.slice(first, last + 1);
    if (!isIdentityNumber(parts, text)) continue;
    found.push({ start: parts[0]!.start, end: parts.at(-1)!.end });
    first = last;
  }
  return found;
}

/** The text with all but the first six digits of each number covered, for showing where it stands. */
export function covered(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of identityNumbers(text)) {
    let digits = 0;
    const masked = text.slice(start, end).replace(/\p{Nd}/gu, (digit) => (++digits > 6 ? '•' : digit));
    shown += text.slice(from, start) + masked;
    from = end;
  }
  return shown + text.slice(from);
}

/** Runs of digits of any script, as 0-9. What is invisible inside a number does not part it. */
function digitGroups(text: string): Group[] {
  return [...text.matchAll(/\p{Nd}(?:[\u00ad\u200b-\u200d\u2060\ufeff]*\p{Nd})*/gu)].map(
    ({ 0: run, index }) => ({
      start: index,
      end: index + run.length,
      digits: [...run].map(asciiDigit).join(''),
    }),
  );
}

/** Wide and styled digits have a plain form; of other scripts the ten lie in a row, so that the zero is found by counting down. */
function asciiDigit(written: string): string {
  const character = written.normalize('NFKC');
  if (character >= '0' && character <= '9') return character;
  const code = character.codePointAt(0) as number;
  if (!/\p{Nd}/u.test(character)) return '';
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** The group with which eleven digits are full, when nothing but what may part a number stands between. */
function lastOf(groups: readonly Group[], first: number, text: string): number | undefined {
  let length = 0;
  for (let at = first; at < groups.length; at++) {
    const group = groups[at] as Group;
    const before = groups[at - 1];
    if (at > first && before && !BETWEEN.test(text.slice(before.end, group.start))) return undefined;
    length += group.digits.length;
    if (length === LENGTH) return at;
    if (length > LENGTH) return undefined;
  }
  return undefined;
}

function isIdentityNumber(parts: readonly Group[], text: string): boolean {
  const digits = parts.map((part) => part.digits).join('');
  if (idnr(digits).status !== 'valid') return false;
  if (CALLED_ACCOUNT.test(text.slice(Math.max(0, parts[0]!.start - 30), parts[0]!.start))) return false;
  const { cuts, broken } = cutsOf(parts, text);
  if (parts.length === 1 || (!broken && cuts.join() === '6')) return true;
  const byCustom = cuts.every((cut) => CUSTOMARY.has(cut)) && cuts.join() !== ACCOUNT_CUTS;
  const oneByOne = parts.length === LENGTH;
  // A date and an amount beside each other look like one number. Until 2032 only the stricter check digit is given out.
  return (byCustom || oneByOne) && hasStrictCheckDigit(digits);
}

/** After how many digits it is parted. One line break may fall anywhere: that was the page, not the writer. */
function cutsOf(parts: readonly Group[], text: string): { cuts: number[]; broken: boolean } {
  let length = 0;
  let broken = false;
  const cuts: number[] = [];
  for (const [i, part] of parts.slice(0, -1).entries()) {
    length += part.digits.length;
    const isBreak = LINE_BREAK.test(text.slice(part.end, parts[i + 1]!.start));
    if (isBreak && !broken) broken = true;
    else cuts.push(length);
  }
  return { cuts, broken };
}

const weights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const hasStrictCheckDigit = (digits: string): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
