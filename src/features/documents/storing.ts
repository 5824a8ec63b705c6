import type { FileStore } from '../../platform/files/store.ts';
import type { ReceivedFile } from './commands.ts';
import { judgeFile } from './judging/judge.ts';
import { safeName } from './names.ts';
import type { MediaType } from './types.ts';

/**
 * Puts what comes in under a name into the store, once it is judged.
 *
 * @throws FileTooLarge beyond `limit`; what `judgeFile` refuses
 */
export async function storeFile(
  files: FileStore,
  given: { name: string; description: string; content: AsyncIterable<Uint8Array> },
  limit?: number,
): Promise<ReceivedFile> {
  const name = safeName(given.name);
  let mediaType: MediaType | undefined;
  let metadataRemoved = false;
  const { bytes, sha256 } = await files.put(given.content, {
    ...(limit !== undefined && { limit }),
    accept: async (arrived) => {
      const judged = await judgeFile(name, arrived);
      ({ mediaType } = judged);
      metadataRemoved = judged.cleaned !== undefined;
      return judged.cleaned;
    },
  });
  const { description } = given;
  return { name, description, mediaType: mediaType as MediaType, bytes, sha256, metadataRemoved };
}
