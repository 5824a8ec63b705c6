/** The report of a year: a page, and files of it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendJson, sendPdf, sendXlsx } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { reportPdf, reportXlsx } from './files.ts';
import { reportOf } from './queries.ts';
import { reportPage } from './views.ts';

export async function reportPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const route = {
    config: { action: 'edition.manage' },
    schema: { params: Type.Object({ editionId: Type.String({ format: 'uuid' }) }) },
  };
  const nameOf = (year: number, ending: string): string => `arsrapport-${year}.${ending}`;

  app.get('/sekretariat/:editionId/rapport', route, async (request, reply) => {
    const { editionId: id } = request.params;
    const report = await reportOf(db, request, id, request.lang);
    return reply.page(reportPage(report, { id, year: report.year }, request.lang));
  });

  app.get('/sekretariat/:editionId/rapport.pdf', route, async (request, reply) => {
    const report = await reportOf(db, request, request.params.editionId, request.lang);
    const pdf = await reportPdf(report, { lang: request.lang, demo: config.mode === 'demo' });
    return sendPdf(reply, nameOf(report.year, 'pdf'), pdf);
  });

  app.get('/sekretariat/:editionId/rapport.xlsx', route, async (request, reply) => {
    const report = await reportOf(db, request, request.params.editionId, request.lang);
    return sendXlsx(reply, nameOf(report.year, 'xlsx'), await reportXlsx(report, request.lang));
  });

  app.get('/sekretariat/:editionId/rapport.json', route, async (request, reply) => {
    const report = await reportOf(db, request, request.params.editionId);
    return sendJson(reply, nameOf(report.year, 'json'), JSON.stringify(report, null, 2));
  });
}
