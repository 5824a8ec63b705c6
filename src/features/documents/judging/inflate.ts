/** Unpacking only to count: how much would come out, without keeping it. */
import { createInflate, createInflateRaw } from 'node:zlib';
import { Refused } from './verdict.ts';

const CHUNK = 65_536;

/**
 * The number of bytes that `packed` unpacks to. What follows after the end of the packed data is ignored.
 *
 * @param each sees every piece
 * @throws Refused 'bomb' beyond `limit`; Error for packed data that is broken or cut
 */
export function inflatedSize(
  packed: Uint8Array,
  options: { limit: number; raw?: boolean; each?: (piece: Buffer) => void },
): Promise<number> {
  const { limit, raw = false, each } = options;
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const stream = raw ? createInflateRaw({ chunkSize: CHUNK }) : createInflate({ chunkSize: CHUNK });
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    each?.(piece);
    if (bytes > limit) stream.destroy(new Refused('bomb', `more than ${limit} bytes`));
  });
  stream.once('end', () => resolve(bytes));
  stream.once('error', reject);
  stream.end(packed);
  return promise;
}
