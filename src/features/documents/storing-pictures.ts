/** A picture that will be shown to everybody: judged as any document, and then drawn anew, so that only its points are kept. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { Draft, FileStore } from '../../platform/files/store.ts';
import { problem, Problem } from '../../platform/http/problem.ts';
import { redrawnPicture, type Drawn } from '../reading/pictures.ts';
import type { ReceivedFile } from './commands.ts';
import { judgeFile } from './judging/judge.ts';
import { safeName } from './names.ts';
import type { GivenFile } from './receiving.ts';

/** As wide as a page shows it on a dense screen. */
const WIDEST = 1600;

export interface StoredPicture extends ReceivedFile {
  width: number;
  height: number;
}

/** @throws FileTooLarge; what any file is refused for; request/invalid for a file that is no picture */
export async function storePicture(
  files: FileStore,
  { name: given, description, content }: GivenFile,
  limit: number,
): Promise<StoredPicture> {
  const name = safeName(given);
  let drawn: Drawn | undefined;
  const { bytes, sha256 } = await files.put(content, {
    limit,
    accept: async (arrived) => {
      const { mediaType, cleaned } = await judgeFile(name, arrived);
      try {
        if (!mediaType.startsWith('image/')) throw notPicture();
        drawn = await redraw(cleaned?.path ?? arrived.path, name);
        return await write(`${arrived.path}-drawn`, drawn.data);
      } finally {
        if (cleaned) await rm(cleaned.path, { force: true });
      }
    },
  });
  const { width = 0, height = 0 } = drawn ?? {};
  return { name, description, mediaType: 'image/jpeg', metadataRemoved: true, bytes, sha256, width, height };
}

const notPicture = (): Problem =>
  problem('request/invalid', {}, [{ field: 'files', message: (t) => t.namings.notPicture }]);

async function redraw(path: string, name: string): Promise<Drawn> {
  try {
    return await redrawnPicture(createReadStream(path), WIDEST);
  } catch {
    // What the judge takes for whole and the painter cannot read is damaged all the same.
    throw problem('document/damaged', { name });
  }
}

async function write(path: string, content: Buffer): Promise<Draft> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
