/** JPEG: its segments are looked at and those that tell where, when and with what it was taken are left out. No pixel is touched. */
import { opensAsArchive } from './kinds.ts';
import { demandPixels } from './pixels.ts';
import { orientationOf, orientationOnly } from './orientation.ts';
import { Refused, type Accepted } from './verdict.ts';

const [SOI_END, EOI, SOS] = [2, 0xd9, 0xda];
/** A picture built up in more passes than this only wears out who shows it. */
const MOST_SCANS = 100;

export function judgeJpeg(content: Buffer): Accepted {
  const kept: Buffer[] = [content.subarray(0, SOI_END)];
  let at = SOI_END;
  let scans = 0;
  let sized = false;
  let orientation: number | undefined;
  for (;;) {
    const marker = markerAt(content, at);
    if (marker === EOI) break;
    const end = segmentEnd(content, at);
    const data = content.subarray(at + 4, end);
    if (isFrame(marker)) {
      demandPixels(data.readUInt16BE(3), data.readUInt16BE(1));
      sized = true;
    }
    orientation ??= exifOrientation(marker, data);
    const next = marker === SOS ? scanEnd(content, end) : end;
    if (marker === SOS && ++scans > MOST_SCANS) throw new Refused('bomb', 'scans');
    if (!isTelling(marker, data)) kept.push(content.subarray(at, next));
    at = next;
  }
  if (!sized || scans === 0) throw new Refused('damaged', 'no picture');
  if (opensAsArchive(content)) throw new Refused('two-kinds', 'archive');
  kept.push(content.subarray(at, at + 2));
  if (orientation !== undefined && orientation > 1) kept.splice(afterJfif(kept), 0, exifSegment(orientation));
  const cleaned = Buffer.concat(kept);
  return { type: 'image/jpeg', ...(cleaned.equals(content) ? {} : { cleaned }) };
}

/** The marker at this place; one may be padded with FF in front, which no writer of today does. */
function markerAt(content: Buffer, at: number): number {
  if (content[at] !== 0xff || at + 2 > content.length) throw new Refused('damaged', `no marker at ${at}`);
  return content[at + 1] as number;
}

function segmentEnd(content: Buffer, at: number): number {
  if (at + 4 > content.length) throw new Refused('damaged', 'cut in a segment');
  const end = at + 2 + content.readUInt16BE(at + 2);
  if (end > content.length || end < at + 4) throw new Refused('damaged', 'cut in a segment');
  return end;
}

/** The end of the coded picture: the next marker that is neither a stuffed FF nor a restart. */
function scanEnd(content: Buffer, from: number): number {
  for (
    let at = content.indexOf(0xff, from);
    at >= 0 && at + 1 < content.length;
    at = content.indexOf(0xff, at + 1)
  ) {
    const next = content[at + 1] as number;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new Refused('damaged', 'cut in the picture');
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const says = (data: Buffer, word: string) => data.toString('latin1', 0, word.length) === word;

/** Application data and comments, but for what colours and proportions need. */
function isTelling(marker: number, data: Buffer): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  if (marker === 0xe0) return !says(data, 'JFIF\0');
  if (marker === 0xe2) return !says(data, 'ICC_PROFILE\0');
  return !(marker === 0xee && says(data, 'Adobe'));
}

const exifOrientation = (marker: number, data: Buffer): number | undefined =>
  marker === 0xe1 && says(data, 'Exif\0\0') ? orientationOf(data.subarray(6)) : undefined;

const afterJfif = (kept: readonly Buffer[]) => (kept[1]?.[1] === 0xe0 ? 2 : 1);

function exifSegment(orientation: number): Buffer {
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
