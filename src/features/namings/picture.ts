/** The picture of a nominated one as it comes in: judged as any other file, drawn anew, and gone again when the form is not right. */
import type { FastifyRequest } from 'fastify';
import { readForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { receiveFiles } from '../documents/receiving.ts';
import { storePicture, type StoredPicture } from '../documents/storing-pictures.ts';
import type { Changed } from './commands.ts';
import { lockContent, savePicture } from './commands-content.ts';
import { PICTURE_BYTES, PictureIn } from './schema.ts';

/**
 * @param fields gets what the form says, also when it is refused
 * @throws not-found, process/not-now before the first byte is stored; what any file is refused for; request/invalid with every field
 */
export async function receivePicture(
  request: FastifyRequest,
  services: Services,
  id: string,
  fields: Record<string, string> = {},
): Promise<Changed> {
  const { added, refused } = await receiveFiles<Changed, StoredPicture>(request, services, {
    fields,
    limits: async (unit) => {
      await lockContent(unit, id);
      return { bytes: Math.min(PICTURE_BYTES, services.config.maxUploadBytes), max: 1, present: 0 };
    },
    room: () => 1,
    store: storePicture,
    add: async (unit, [file]) => {
      const form = readForm(PictureIn, fields);
      if (!form.ok) throw problem('request/invalid', {}, form.errors);
      if (!file) throw problem('document/missing-file');
      return savePicture(unit, services, id, { ...form.value, file });
    },
  });
  if (!added) throw refused[0] ?? problem('document/missing-file');
  return added;
}
