/** PNG: every chunk is checked, and those that tell about the picture's making are left out. No pixel is touched. */
import { crc32 } from 'node:zlib';
import { inflatedSize } from './inflate.ts';
import { opensAsArchive } from './kinds.ts';
import { orientationOf, orientationOnly } from './orientation.ts';
import { demandPixels } from './pixels.ts';
import { Refused, type Accepted } from './verdict.ts';

/** What it takes to show the picture as it was meant. */
const SHOWN = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);
const SIGNATURE_BYTES = 8;
const PROFILE_BYTES = 8_000_000;

export async function judgePng(content: Buffer): Promise<Accepted> {
  const chunks = chunksOf(content);
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw new Refused('damaged', 'no header');
  demandPixels(header.data.readUInt32BE(0), header.data.readUInt32BE(4));
  if (opensAsArchive(content)) throw new Refused('two-kinds', 'archive');
  await checkPicture(header.data, chunks);
  const exif = chunks.find(({ type }) => type === 'eXIf');
  const orientation = (exif && orientationOf(exif.data)) ?? 1;
  const kept = chunks.filter(({ type }) => SHOWN.has(type)).map(({ whole }) => whole);
  if (orientation > 1) kept.splice(1, 0, chunkOf('eXIf', orientationOnly(orientation)));
  const cleaned = Buffer.concat([content.subarray(0, SIGNATURE_BYTES), ...kept]);
  return { type: 'image/png', ...(cleaned.equals(content) ? {} : { cleaned }) };
}

interface Chunk {
  type: string;
  data: Buffer;
  whole: Buffer;
}

/** @throws Refused 'damaged' for a chunk that is cut or whose checksum is wrong, and for a file without an end */
function chunksOf(content: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; ;) {
    if (at + 12 > content.length) throw new Refused('damaged', 'cut');
    const length = content.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > content.length) throw new Refused('damaged', 'cut in a chunk');
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4))
      throw new Refused('damaged', 'checksum');
    const type = content.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: content.subarray(at + 8, end - 4), whole: content.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
}

/** The picture must unpack to as much as its size says: less is damage, more is meant to fill a memory. */
async function checkPicture(header: Buffer, chunks: readonly Chunk[]): Promise<void> {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const expected = unpackedSize(header);
  const found = await inflatedSize(packed, { limit: expected.most });
  if (found < expected.least) throw new Refused('damaged', 'picture cut');
  const profile = chunks.find(({ type }) => type === 'iCCP');
  if (profile)
    await inflatedSize(profile.data.subarray(profile.data.indexOf(0) + 2), { limit: PROFILE_BYTES });
}

const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function unpackedSize(header: Buffer): { least: number; most: number } {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const samples = SAMPLES[header[9] as number];
  if (!samples) throw new Refused('damaged', 'colours');
  const bits = width * samples * (header[8] as number);
  const least = height * (Math.ceil(bits / 8) + 1);
  // Interlaced, each of seven passes begins its lines anew.
  return header[12] === 1
    ? { least: Math.floor((bits * height) / 8), most: 2 * least + 1024 }
    : { least, most: least + 1024 };
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
