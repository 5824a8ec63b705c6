/** A WOFF font without its packing. pdfkit can unpack WOFF by itself, but takes ten times as long, for each document anew. */
import { inflateSync } from 'node:zlib';

const HEADER = 12;
const RECORD = 16;

/** The OpenType file inside of a WOFF 1 file (W3C WOFF File Format 1.0). */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((from) => woff.readUInt32BE(at + from)) as [
      number,
      number,
      number,
    ];
    const content = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      content: packed === length ? content : inflateSync(content),
    };
  });
  const head = Buffer.alloc(HEADER + count * RECORD);
  woff.copy(head, 0, 4, 8);
  const step = 2 ** Math.floor(Math.log2(count));
  for (const [index, value] of [count, step * 16, Math.log2(step), (count - step) * 16].entries())
    head.writeUInt16BE(value, 4 + index * 2);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const record = HEADER + index * RECORD;
    tag.copy(head, record);
    checksum.copy(head, record + 4);
    head.writeUInt32BE(at, record + 8);
    head.writeUInt32BE(content.length, record + 12);
    const padding = Buffer.alloc((4 - (content.length % 4)) % 4);
    parts.push(content, padding);
    at += content.length + padding.length;
  }
  return Buffer.concat(parts);
}
