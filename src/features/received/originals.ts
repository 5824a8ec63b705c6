/** The files of an original as they come in. */
import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { receiveFiles } from '../documents/receiving.ts';
import { attachOriginal, lockReceived } from './commands.ts';

/** Each file is judged as any other that is uploaded. @throws not-found, auth/forbidden, process/not-now; document/missing-file */
export async function receiveOriginals(
  request: FastifyRequest,
  services: Services,
  id: string,
): Promise<{ added: number; refused: Problem[] }> {
  const { added = 0, refused } = await receiveFiles(request, services, {
    limits: async (unit) => {
      const { edition } = await lockReceived(unit, id, 'registerReceived');
      const present = await unit.trx
        .selectFrom('received_files')
        .select('id')
        .where('received_id', '=', id)
        .execute();
      return {
        bytes: Math.min(edition.document_bytes_max, services.config.maxUploadBytes),
        max: edition.documents_max,
        present: present.length,
      };
    },
    room: (max, present) => max - present,
    add: async (unit, stored) => {
      await attachOriginal(unit, services, id, stored);
      return stored.length;
    },
  });
  return { added, refused };
}
