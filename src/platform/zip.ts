/** ZIP archives that are written while they are read: nothing of them lies in memory or on the disk as a whole. */
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import { archiveDate } from './clock.ts';

export interface ZipPart {
  /** Where it lies in the archive: relative, with slashes. */
  path: string;
  /** Asked when its turn comes, one part after the other, and told what has been written by then. */
  open(written: readonly Written[]): Promise<Buffer | Readable>;
}
/** What went into the archive, as it went. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * The same parts always give the same bytes: no entry has a time of its own. A part that cannot be opened breaks the stream,
 * so that nobody takes half an archive for a whole one.
 *
 * @param listOf the last part, made of what was written before it, where there is one
 */
export function zipOf(
  parts: readonly ZipPart[],
  listOf?: (written: readonly Written[]) => { path: string; content: Buffer },
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const written: Written[] = [];
  let source: Readable | undefined;
  const add = (path: string, open: ZipPart['open']) =>
    zip.addReadStreamLazy(path, { mtime: archiveDate, forceDosTimestamp: true }, (give) => {
      open(written).then(
        (content) => {
          source = content instanceof Readable ? content : Readable.from([content]);
          const counted = counting(path, (one) => written.push(one));
          source.on('error', (error) => output.destroy(error));
          give(null, source.pipe(counted));
        },
        (error: Error) => output.destroy(error),
      );
    });
  for (const { path, open } of parts) add(path, open);
  if (listOf) add(listOf([]).path, async () => listOf(written).content);
  zip.end();
  // Whoever asked has gone, or a part broke: the file that is being read is let go.
  output.on('close', () => source?.destroy());
  return output;
}

/** Passes everything on, and tells at the end what it was. */
function counting(path: string, tell: (written: Written) => void): Transform {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      tell({ path, bytes, sha256: hash.digest('hex') });
      done();
    },
  });
}
