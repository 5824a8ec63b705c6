/** Word and OpenDocument: zip files of XML. Everything is unpacked once, piece by piece, looked at and thrown away. */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { MediaType } from '../types.ts';
import { opensAsArchive } from './kinds.ts';
import { Refused, type Accepted } from './verdict.ts';
import { xmlReader } from './xml.ts';

const MOST_ENTRIES = 5000;
/** What a document may unpack to, in bytes: all of it, and one part of text that programs read as a whole. */
const MOST_BYTES = 250_000_000;
const MOST_XML_BYTES = 60_000_000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';
const LOCAL_HEADER_BYTES = 30;

export async function judgeOffice(content: Buffer): Promise<Accepted> {
  // Programs for archives look from the end; what has no table of contents there was cut.
  if (!opensAsArchive(content)) throw new Refused('damaged', 'no table of contents');
  const zip = await fromBufferPromise(content, {});
  const entries = await entriesOf(zip);
  const type = await typeOf(zip, entries);
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused('encrypted', 'zip');
  refuseOverlaps(entries);
  for (const { fileName } of entries) refuseByName(fileName);
  for (const entry of entries) await checkEntry(zip, entry);
  return { type };
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refused('bomb', `${zip.entryCount} entries`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > MOST_BYTES) throw new Refused('bomb', `${bytes} bytes`);
  return entries;
}

async function typeOf(zip: ZipFile, entries: readonly Entry[]): Promise<MediaType> {
  const names = new Set(entries.map(({ fileName }) => fileName));
  const has = (pattern: RegExp) => entries.some(({ fileName }) => pattern.test(fileName));
  if (names.has('[Content_Types].xml') && has(/^word\/document\d*\.xml$/)) return DOCX;
  const declared = entries.find(({ fileName }) => fileName === 'mimetype');
  if (declared && names.has('content.xml') && declared.uncompressedSize < 200 && !declared.isEncrypted())
    if ((await textOf(zip, declared)).trim() === ODT) return ODT;
  throw new Refused('type-not-allowed');
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  let text = '';
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
    text += piece.toString('latin1');
  return text;
}

/** Parts that lie over each other: how a small file comes to unpack to a thousand times its size. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new Refused('bomb', 'overlapping parts');
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

function refuseByName(name: string): void {
  if (/vba(?:Project|Data)[^/]*$|^Basic\/.|^Scripts\/.|\/activeX\//i.test(name))
    throw new Refused('macros', name);
  // Files of other programs, opened by those; tables and drawings that Office itself keeps as documents may stay.
  if (/\/embeddings\/(?!.*\.(?:xlsx|docx|pptx|vsdx)$)./i.test(name) || /^Object \d+$/.test(name))
    throw new Refused('embedded-files', name);
}

/** Unpacks one part: the checksum must be right, and text must be text. */
async function checkEntry(zip: ZipFile, entry: Entry): Promise<void> {
  const reader = xmlReader(entry.fileName);
  if (reader && entry.uncompressedSize > MOST_XML_BYTES) throw new Refused('bomb', entry.fileName);
  let checksum = 0;
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    checksum = crc32(piece, checksum);
    reader?.write(piece);
  }
  if (checksum !== entry.crc32) throw new Refused('damaged', entry.fileName);
  reader?.end();
}
