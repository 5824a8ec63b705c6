/** What a file is, by how it begins. */
import { Refused } from './verdict.ts';

export type Kind = 'pdf' | 'zip' | 'jpeg' | 'png';

const HEAD = 1024;
const starts = (content: Buffer, ...bytes: number[]) => bytes.every((byte, i) => content[i] === byte);
/** Pictures of Apple's phones (HEIF, HEVC) and the same with AV1. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

/** @throws Refused for what is none of the kinds that are taken, with a reason where help is possible */
export function kindOf(content: Buffer): Kind {
  const head = content.toString('latin1', 0, HEAD);
  const kind = begins(content, head);
  if (kind) {
    refuseSecondHead(kind, head);
    return kind;
  }
  if (head.slice(4, 8) === 'ftyp' && HEIF_BRANDS.has(head.slice(8, 12))) throw new Refused('heic');
  if (starts(content, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refused(protectedOffice(content));
  if (MARKUP.test(withoutBom(head))) throw new Refused('web-page');
  throw new Refused('type-not-allowed');
}

function begins(content: Buffer, head: string): Kind | undefined {
  if (head.startsWith('%PDF-')) return 'pdf';
  if (starts(content, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(content, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return undefined;
}

/** A file that some programs open as one thing and others as another: readers of PDF look for its head further in. */
function refuseSecondHead(kind: Kind, head: string): void {
  const second = kind === 'pdf' ? /<(?:html|script|svg|!doctype|\?php|hta:)/i : /%PDF-/;
  if (second.test(head)) throw new Refused('two-kinds', `${kind} with a second head`);
}

const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+(?:html|svg)|html|svg|head|body|script|title|p|div|meta|iframe|img|h[1-6]|a)\b/i;
/** Text in two bytes a letter may carry markup, too. */
const withoutBom = (head: string) =>
  head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '');

/** Office locks a document by putting it into a container of its older kind. The older documents themselves are not taken. */
function protectedOffice(content: Buffer): 'encrypted' | 'type-not-allowed' {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'type-not-allowed';
}

const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_BYTES = 22;

/** Whether a program for archives would open it: they look for the table of contents from the end. */
export function opensAsArchive(content: Buffer): boolean {
  const from = Math.max(0, content.length - END_BYTES - 0xffff);
  const tail = content.subarray(from);
  for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
    if (at + END_BYTES > tail.length) continue;
    const table = from + at - tail.readUInt32LE(at + 12);
    if (table >= 0 && content.subarray(table, table + 4).equals(ENTRY)) return true;
  }
  return false;
}
