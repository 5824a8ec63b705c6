/** Judges files in a thread of its own: nothing that reads what strangers made runs where requests are answered. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { answerWith } from '../../../platform/threads/answer.ts';
import { judgePng } from './png.ts';
import { judgeJpeg } from './jpeg.ts';
import { kindOf, type Kind } from './kinds.ts';
import { judgeOffice } from './office.ts';
import { judgePdf } from './pdf.ts';
import { Refused, type Judge } from './verdict.ts';
import type { JudgeInput, Verdict } from './judge.ts';

const judges: Record<Kind, Judge> = { pdf: judgePdf, zip: judgeOffice, jpeg: judgeJpeg, png: judgePng };

answerWith(async ({ path, cleanedPath }: JudgeInput): Promise<Verdict> => {
  const content = read(path);
  try {
    const { type, cleaned } = await judges[kindOf(content)](content);
    return cleaned ? { type, cleaned: write(cleanedPath, cleaned) } : { type };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason };
    // A reader that stumbles over a file stumbled over damage.
    return { refused: 'damaged' };
  }
});

/** Every file is read into the same memory: the next one does not wait until that of the last one is given back. */
let room = Buffer.alloc(0);

function read(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (room.length < size) room = Buffer.alloc(size);
    let at = 0;
    for (let got = 1; got > 0 && at < size; at += got) got = readSync(file, room, at, size - at, at);
    return room.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

function write(path: string, content: Uint8Array) {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let at = 0; at < content.length;) at += writeSync(file, content, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
