/** The XML of a document: well-formed, and without what runs, fetches or multiplies. */
import { SaxesParser } from 'saxes';
import { Refused } from './verdict.ts';

export interface XmlReader {
  write(piece: Buffer): void;
  /** @throws Refused 'damaged' when the text was not whole */
  end(): void;
}

/** A reader for the parts that say what a document is and does; undefined for pictures and the like. */
export function xmlReader(name: string): XmlReader | undefined {
  if (!/\.(?:xml|rels)$/i.test(name)) return undefined;
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on('error', (error) => {
    throw new Refused('damaged', `${name}: ${error.message}`);
  });
  // Neither format has one; it is there to define words that grow when they are read.
  parser.on('doctype', () => {
    throw new Refused('bomb', `${name}: document type`);
  });
  parser.on('opentag', ({ name: tag, attributes }) => refuseTag(tag, attributes as Record<string, string>));
  return {
    write: (piece) => void parser.write(decoder.decode(piece, { stream: true })),
    end() {
      parser.write(decoder.decode());
      parser.close();
    },
  };
}

function refuseTag(tag: string, attributes: Readonly<Record<string, string>>): void {
  // OpenDocument: something that runs when the document is opened or touched.
  if (tag === 'script:event-listener' || tag === 'office:script') throw new Refused('macros', tag);
  if (tag === 'manifest:encryption-data') throw new Refused('encrypted', tag);
  // Word: what a part is said to be.
  if (
    (tag === 'Override' || tag === 'Default') &&
    /macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')
  )
    throw new Refused('macros', attributes['ContentType']);
}
