/** The table of contents of a zip file, for telling a Word document from any other zip. Nothing is unpacked. */
import type { ReadPart } from '../../platform/files/store.ts';

export interface ZipEntry {
  name: string;
  /** 0 = stored as it is. */
  method: number;
  compressedSize: number;
  /** Where its local header begins. */
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
/** A document has some hundred entries; what claims more is not one. */
const MOST_ENTRIES = 20_000;
const MOST_TABLE_BYTES = 4_000_000;

/** The entries by the central directory at the end of the file; undefined when it is no whole zip. */
export async function zipEntries(read: ReadPart, bytes: number): Promise<ZipEntry[] | undefined> {
  const tailBytes = Math.min(bytes, END_BYTES + 0xffff);
  const tail = await read(bytes - tailBytes, tailBytes);
  const at = lastIndexOf(tail, END);
  if (at < 0) return undefined;
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count === 0 || count > MOST_ENTRIES || size > MOST_TABLE_BYTES || start + size > bytes)
    return undefined;
  return readTable(await read(start, size), count);
}

function readTable(table: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== ENTRY) return undefined;
    const nameBytes = table.readUInt16LE(at + 28);
    const name = table.toString('utf8', at + 46, at + 46 + nameBytes);
    entries.push({
      name,
      method: table.readUInt16LE(at + 10),
      compressedSize: table.readUInt32LE(at + 20),
      offset: table.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of a short entry that is stored as it is; undefined otherwise. */
export async function storedText(
  read: ReadPart,
  { method, compressedSize, offset }: ZipEntry,
): Promise<string | undefined> {
  if (method !== 0 || compressedSize > 200) return undefined;
  const header = await read(offset, 30);
  if (header.length < 30) return undefined;
  const from = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return (await read(from, compressedSize)).toString('latin1');
}

function lastIndexOf(buffer: Buffer, signature: number): number {
  for (let i = buffer.length - END_BYTES; i >= 0; i--) if (buffer.readUInt32LE(i) === signature) return i;
  return -1;
}
