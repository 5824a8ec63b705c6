/** Reads the texts of a zipped document, with an end to how much they may grow. */
import { fromBufferPromise, type Entry } from 'yauzl';
import { SaxesParser } from 'saxes';

/** XML of 64 MB is several thousand pages. */
const MOST_BYTES = 64_000_000;

/**
 * The entries whose name fits, unpacked.
 *
 * @param most bytes of all of them together; counted as they are unpacked, whatever the archive says of itself
 * @throws when the archive is damaged or grows beyond reason
 */
export async function entries(
  bytes: Uint8Array,
  wanted: RegExp,
  most = MOST_BYTES,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let left = most;
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      if (!wanted.test(entry.fileName)) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('error', reject);
        stream.on('data', (chunk: Buffer) => {
          left -= chunk.length;
          if (left < 0) stream.destroy(new Error('the texts grow beyond reason'));
          else chunks.push(chunk);
        });
        stream.on('end', () => {
          found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

/** Called for each element and text of an XML source. Entities of the document's own are not known, so they cannot grow. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

export function parseXml(source: string, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes));
  parser.on('closetag', ({ name }) => close(name));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source).close();
}

/** All letters of an XML source, with a line for each element of these names. */
export function lettersOf(source: string, lines: RegExp): string {
  let letters = '';
  parseXml(source, {
    open: () => {},
    text: (text) => void (letters += text),
    close: (name) => void (lines.test(name) && (letters += '\n')),
  });
  return letters;
}
