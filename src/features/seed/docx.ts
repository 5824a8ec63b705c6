/** A plain Word document of text: a heading and paragraphs, in an uncompressed zip. For the demonstration's attachments. */
import { crc32 } from 'node:zlib';
import { escapeXml } from '../../platform/xml.ts';

export function textDocx(heading: string, paragraphs: readonly string[]): Buffer {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const run = (text: string, properties = '') =>
    `<w:p><w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const body = [
    run(heading, '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>'),
    ...paragraphs.map((text) => run(text)),
  ].join('');
  return zip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** 1 January 1980, the first day a zip can name: the same content always gives the same file. */
const firstDay = 0x0021;

export function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const fields = commonFields(name, data);
    const local = Buffer.concat([u32(0x04034b50), fields, name, data]);
    parts.push(local);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), fields, u16(0), u16(0), u16(0), u32(0), u32(offset), name]),
    );
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = u16(directory.length);
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    count,
    count,
    u32(index.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...parts, index, end]);
}

/** What a file's own header and its line in the directory share: version, no flags, stored, date, checksum, sizes, length of the name. */
const commonFields = (name: Buffer, data: Buffer): Buffer =>
  Buffer.concat([
    u16(20),
    u16(0x0800),
    u16(0),
    u16(0),
    u16(firstDay),
    u32(crc32(data)),
    u32(data.length),
    u32(data.length),
    u16(name.length),
    u16(0),
  ]);

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}
function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
