/** The files of an old application as they come in. */
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { receiveFiles } from '../documents/receiving.ts';
import { attachOld, lockOld } from './commands.ts';
import { MOST_FILES } from './schema.ts';

/** Each is judged as any other that is uploaded. @throws auth/forbidden, not-found, process/not-now; document/missing-file */
export async function receiveOld(
  request: FastifyRequest,
  services: Services,
  id: string,
): Promise<{ added: number; refused: Problem[] }> {
  const { added = 0, refused } = await receiveFiles(request, services, {
    limits: async (unit) => {
      const { files } = await lockOld(unit, id);
      return { bytes: services.config.maxUploadBytes, max: MOST_FILES, present: files.length };
    },
    room: (max, present) => max - present,
    add: async (unit, stored) => {
      await attachOld(unit, services, id, stored);
      return stored.length;
    },
  });
  return { added, refused };
}
