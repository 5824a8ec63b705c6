/** The packed streams of a PDF: each is unpacked once, piece by piece, to see that it is no bomb and hides no objects that act. */
import { inflateSync } from 'node:zlib';
import { inflatedSize } from './inflate.ts';
import { plain, refuseNamesIn } from './pdf-names.ts';
import { Refused } from './verdict.ts';

/** A page of pixels as scanners make them is some tens of millions of bytes; objects are words. */
const MOST_BYTES = 300_000_000;
const MOST_OBJECT_BYTES = 48_000_000;
const MOST_IN_ALL = 2_000_000_000;
/** What unpacks to less than this is unpacked in one go: thousands of small streams take less time so. */
const SMALL = 1_000_000;
/** How far back from its stream a dictionary may begin. */
const DICTIONARY = 65_536;

/** From this on, the content of a stream is left out of what is read as objects. */
const LARGE = 65_536;

/**
 * Looks at every place that could be a stream to some reader, also those that no object leads to.
 *
 * @returns the document without the content of its large streams, for reading its objects in little memory
 */
export async function checkStreams(content: Buffer): Promise<Buffer> {
  refuseNamesIn(content);
  const kept: Buffer[] = [];
  let from = 0;
  let total = 0;
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    if (content.toString('latin1', at - 3, at) === 'end') continue;
    const { bytes, start, end, holdsObjects } = await checkStream(content, at);
    total += bytes;
    if (total > MOST_IN_ALL) throw new Refused('bomb', 'in all');
    if (holdsObjects || end - start < LARGE || start < from) continue;
    kept.push(content.subarray(from, start));
    from = end;
  }
  return kept.length === 0 ? content : Buffer.concat([...kept, content.subarray(from)]);
}

/** `bytes`: how many the stream unpacks to, 0 for one that is not packed with Flate. */
async function checkStream(content: Buffer, at: number) {
  const dictionary = dictionaryBefore(content, at);
  const holdsObjects = /\/(?:ObjStm|XRef)\b/.test(dictionary);
  const flates = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
  if (/\/Filter\s*\[[^\]]*\/Fl(?:ateDecode)?\b[^\]]*\/Fl(?:ateDecode)?\b/.test(dictionary))
    throw new Refused('bomb', 'packed twice');
  if (holdsObjects && /\/(?:ASCII|A85|AHx|LZW|RunLength|RL\b|Crypt)/.test(dictionary))
    throw new Refused('damaged', 'objects packed in an unusual way');
  const start = at + 6 + lineEnd(content, at + 6);
  const found = content.indexOf('endstream', start);
  const end = found < 0 ? content.length : found;
  const packed = flates > 0 || looksPacked(content, start);
  const bytes = packed ? await unpack(content.subarray(start, end), holdsObjects) : 0;
  return { bytes, start, end, holdsObjects };
}

async function unpack(packed: Buffer, holdsObjects: boolean): Promise<number> {
  try {
    const small = inflateSmall(packed);
    if (small) {
      if (holdsObjects) refuseNamesIn(small);
      return small.length;
    }
    if (!holdsObjects) return await inflatedSize(packed, { limit: MOST_BYTES });
    const pieces: Buffer[] = [];
    const bytes = await inflatedSize(packed, {
      limit: MOST_OBJECT_BYTES,
      each: (piece) => pieces.push(piece),
    });
    refuseNamesIn(Buffer.concat(pieces));
    return bytes;
  } catch (error) {
    if (error instanceof Refused) throw error;
    // A stream of some other kind, or one that is broken: a reader of objects will say so.
    if (holdsObjects) throw new Refused('damaged', 'objects');
    return 0;
  }
}

function inflateSmall(packed: Buffer): Buffer | undefined {
  try {
    return packed.length < SMALL ? inflateSync(packed, { maxOutputLength: SMALL }) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

/** The text from the object's beginning to its stream, names plain. Where there is no beginning, all that is near. */
function dictionaryBefore(content: Buffer, at: number): string {
  const near = content.toString('latin1', Math.max(0, at - DICTIONARY), at);
  return plain(near.slice(near.lastIndexOf('obj') + 1));
}

/** The bytes of the line break after `stream`. */
function lineEnd(content: Buffer, at: number): number {
  if (content[at] === 0x0d) return content[at + 1] === 0x0a ? 2 : 1;
  return content[at] === 0x0a ? 1 : 0;
}

/** The two bytes with which zlib's format begins. */
function looksPacked(content: Buffer, at: number): boolean {
  const [method = 0, flags = 0] = [content[at], content[at + 1]];
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0;
}
