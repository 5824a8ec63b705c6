/** Makers of files, right and wrong, byte by byte: zips with any flags, PDFs with any objects, pictures with any chunks. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** Packed with Deflate; else stored. */
  packed?: boolean;
  /** Bit 0: encrypted. */
  flags?: number;
  /** What the table says it unpacks to, when that is not the truth. */
  claims?: number;
  /** Lies where the part with this number lies. */
  over?: number;
}

export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const table: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const { name, content, packed = false, flags = 0, claims, over } of parts) {
    const data = Buffer.from(content as string);
    const body = packed ? deflateRawSync(data) : data;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | flags, 2);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(claims ?? data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const offset = over === undefined ? at : (offsets[over] as number);
    offsets.push(offset);
    if (over === undefined) {
      const whole = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), body]);
      local.push(whole);
      at += whole.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    table.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, Buffer.from(name)]),
    );
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(table).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...table, end]);
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const BODY = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

/** A Word document with further parts, or other ones under the same names. */
export function docxOf(text: string, more: readonly ZipPart[] = []): Buffer {
  const own: ZipPart[] = [
    { name: '[Content_Types].xml', content: TYPES, packed: true },
    { name: 'word/document.xml', content: BODY(text), packed: true },
  ];
  const kept = own.filter(({ name }) => !more.some((part) => part.name === name));
  return zipOf([...kept, ...more]);
}

export function odtOf(text: string, more: readonly ZipPart[] = []): Buffer {
  const own: ZipPart[] = [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<office:document-content>${text}</office:document-content>`,
      packed: true,
    },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>', packed: true },
  ];
  const kept = own.filter(({ name }) => !more.some((part) => part.name === name));
  return zipOf([...kept, ...more]);
}

/** A PDF of one page that `add` may do anything to. With `packed`, its objects lie in object streams. */
export async function pdfOf(
  add: (document: PDFDocument) => void | Promise<void> = () => {},
  { packed = false } = {},
): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([300, 300]);
  await add(document);
  return Buffer.from(await document.save({ useObjectStreams: packed, addDefaultPage: false }));
}

/** A PDF of exactly so many bytes, filled with what does not pack: `seed` makes two of them differ. */
export async function pdfOfSize(bytes: number, seed = 1): Promise<Buffer> {
  const noise = (length: number) => {
    const data = Buffer.alloc(length);
    let state = seed >>> 0 || 1;
    for (let i = 0; i + 4 <= length; i += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      data.writeUInt32LE(state, i);
    }
    return data;
  };
  const made = (fill: number) =>
    pdfOf((document) => void document.context.register(document.context.stream(noise(fill))));
  const around = (await made(100_000)).length - 100_000;
  const near = await made(bytes - around - 64);
  return Buffer.concat([near, Buffer.from('%'.padEnd(bytes - near.length, ' '))]);
}

/** An action in a PDF, as an object of its own. */
export const action = (document: PDFDocument, kind: string, more: Record<string, string> = {}) => {
  const dict = document.context.obj({ Type: 'Action', S: kind });
  for (const [key, value] of Object.entries(more)) dict.set(PDFName.of(key), PDFString.of(value));
  return document.context.register(dict);
};

/** Objects as text, in a PDF as an old program writes it; the table of where they are is left out, as after damage. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = '/Root 1 0 R'): Buffer {
  const body = objects.map((object, i) =>
    Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]),
  );
  return Buffer.concat([
    Buffer.from('%PDF-1.5\n'),
    ...body,
    Buffer.from(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ]);
}
export const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
export const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
export const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>';
export const stream = (dict: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A grey PNG that says it is this large; `picture` is what its pixels unpack to, by default as much as it says. */
export function pngOf(width: number, height: number, picture?: Buffer, more: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(picture ?? Buffer.alloc(height * (width + 1), 0))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The bytes of a JPEG with its size in pixels said anew. */
export function resizedJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc1, 0xc2].includes(copy[i + 1] ?? 0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}
