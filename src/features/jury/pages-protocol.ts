import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendJson, sendPdf } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { protocolPdf } from './protocol-pdf.ts';
import { protocolOf } from './queries-protocol.ts';

/** The protocol of declarations, to keep: as PDF and as JSON. */
export async function protocolPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const route = {
    config: { action: 'edition.readConflictProtocol' },
    schema: { params: Type.Object({ editionId: Type.String({ format: 'uuid' }) }) },
  };
  const nameOf = (year: number, ending: 'pdf' | 'json'): string => `habilitetsprotokoll-${year}.${ending}`;

  app.get('/sekretariat/:editionId/habilitet/protokoll.pdf', route, async (request, reply) => {
    const protocol = await protocolOf(db, request, request.params.editionId);
    const pdf = await protocolPdf(protocol, {
      lang: request.lang,
      at: request.now,
      demo: config.mode === 'demo',
    });
    return sendPdf(reply, nameOf(protocol.year, 'pdf'), pdf);
  });

  app.get('/sekretariat/:editionId/habilitet/protokoll.json', route, async (request, reply) => {
    const protocol = await protocolOf(db, request, request.params.editionId);
    return sendJson(reply, nameOf(protocol.year, 'json'), JSON.stringify(protocol, null, 2));
  });
}
