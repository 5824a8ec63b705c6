import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther } from '../../platform/http/forms.ts';
import { sendJson, sendPdf } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { confirmDecision } from './commands.ts';
import { juryProtocolPdf } from './pdf.ts';
import { juryProtocolOf } from './queries.ts';
import { juryProtocolPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });

/** The protocol of the jury: to read, to keep as PDF and JSON, and to confirm by those who took part. */
export async function juryProtocolPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const route = {
    config: { action: 'edition.readProtocol' },
    schema: { params: Type.Object({ editionId: uuid }) },
  };
  const nameOf = (year: number, ending: 'pdf' | 'json'): string => `juryprotokoll-${year}.${ending}`;

  app.get('/sekretariat/:editionId/protokoll', route, async (request, reply) => {
    const { editionId } = request.params;
    const { ferdig } = request.query as { ferdig?: string };
    const protocol = await juryProtocolOf(db, request, editionId);
    return reply.page(
      juryProtocolPage({ editionId, protocol, confirmed: ferdig === 'bekreftet' }, request.lang),
    );
  });

  app.get('/sekretariat/:editionId/protokoll.pdf', route, async (request, reply) => {
    const protocol = await juryProtocolOf(db, request, request.params.editionId);
    const pdf = await juryProtocolPdf(protocol, {
      lang: request.lang,
      at: request.now,
      demo: config.mode === 'demo',
    });
    return sendPdf(reply, nameOf(protocol.year, 'pdf'), pdf);
  });

  app.get('/sekretariat/:editionId/protokoll.json', route, async (request, reply) => {
    const protocol = await juryProtocolOf(db, request, request.params.editionId);
    return sendJson(reply, nameOf(protocol.year, 'json'), JSON.stringify(protocol, null, 2));
  });

  app.post(
    '/sekretariat/:editionId/protokoll/:decisionId/bekreft',
    {
      config: { action: 'edition.readProtocol' },
      schema: { params: Type.Object({ editionId: uuid, decisionId: uuid }) },
    },
    async (request, reply) => {
      const { editionId, decisionId } = request.params;
      await transact(db, contextOf(request), (unit) => confirmDecision(unit, editionId, decisionId));
      return seeOther(reply, `/sekretariat/${editionId}/protokoll?ferdig=bekreftet`);
    },
  );
}
