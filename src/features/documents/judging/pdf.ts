/** PDF: whole, unlocked, and without anything that runs, starts programs or carries other files. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { opensAsArchive } from './kinds.ts';
import { plain, refuseName } from './pdf-names.ts';
import { checkStreams } from './pdf-streams.ts';
import { Refused, type Accepted } from './verdict.ts';

/** Readers look for the end of the file in its last kilobyte; some writers add a little after it. */
const TAIL = 2048;
/** Things within things: no writer nests deeper. */
const DEEPEST = 200;

export async function judgePdf(content: Buffer): Promise<Accepted> {
  if (!content.subarray(-TAIL).includes('%%EOF')) throw new Refused('damaged', 'no end');
  if (opensAsArchive(content)) throw new Refused('two-kinds', 'archive');
  // Before anything unpacks them: a few bytes may stand for more than any memory holds.
  const objects = await checkStreams(content);
  const document = await PDFDocument.load(objects, {
    ignoreEncryption: true,
    updateMetadata: false,
    parseSpeed: Infinity,
  });
  if (document.context.trailerInfo.Encrypt !== undefined) throw new Refused('encrypted');
  for (const [, object] of document.context.enumerateIndirectObjects()) refuseIn(object, 0);
  if (document.getPageCount() === 0) throw new Refused('damaged', 'no pages');
  return { type: 'application/pdf' };
}

/** Looks at a thing and those that lie in it; what it refers to is looked at by itself. */
function refuseIn(object: PDFObject, depth: number): void {
  if (depth > DEEPEST) throw new Refused('damaged', 'nested');
  if (object instanceof PDFInvalidObject) throw new Refused('damaged', 'object');
  if (object instanceof PDFRawStream) refuseIn(object.dict, depth + 1);
  else if (object instanceof PDFArray) for (const each of object.asArray()) refuseIn(each, depth + 1);
  else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      refuseKey(key);
      if (value instanceof PDFName) refuseName(plain(value.decodeText()));
      else refuseIn(value, depth + 1);
    }
  }
}

function refuseKey(key: PDFName): void {
  const name = plain(key.decodeText());
  if (name === 'JS') throw new Refused('active-content', name);
  refuseName(name);
}
