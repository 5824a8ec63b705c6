/** Hashes files piece by piece in a thread of its own, in little memory. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { answerWith } from '../threads/answer.ts';

const piece = Buffer.alloc(1_048_576);

answerWith(async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let got = readSync(file, piece); got > 0; got = readSync(file, piece))
      hash.update(piece.subarray(0, got));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
});
