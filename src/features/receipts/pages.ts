/** What those who applied take home: the signed receipt, the application as PDF; and what the jury will see, beforehand. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendJson, sendPdf } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { fileFaults } from '../documents/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { nominationFor } from '../nominations/queries.ts';
import { renderSubmission } from '../nominations/submission.ts';
import { draftPdf, submissionPdf } from './pdf.ts';
import { sentOf } from './queries.ts';
import { fileName, signedReceipt } from './receipt.ts';
import { previewPage } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** Which submission; without it the last one. */
const querystring = Type.Object({ nr: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' })) });

export async function receiptPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db, files, config } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const action = 'nomination.readDraft';
  const sent = { config: { action }, schema: { params, querystring } };

  app.get('/soknad/:id/forhandsvis', { config: { action }, schema: { params } }, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const content = await renderSubmission(db, row);
    const { year } = await callOf(db, row.edition_id);
    const faults = await fileFaults(db, files, content.documents);
    return reply.page(previewPage({ row, year, content, faults }, request.lang));
  });

  app.get('/soknad/:id/utkast.pdf', { config: { action }, schema: { params } }, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const { year } = await callOf(db, row.edition_id);
    const rendered = await renderSubmission(db, row);
    return sendPdf(reply, 'utkast.pdf', await draftPdf(row, { year, rendered, now: request.now }));
  });

  app.get('/soknad/:id/soknad.pdf', sent, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const found = await sentOf(db, row, numberOf(request.query));
    const pdf = await submissionPdf(found, { demo: config.mode === 'demo', baseUrl: config.baseUrl });
    return sendPdf(reply, fileName(found, 'soknad', 'pdf'), pdf);
  });

  app.get('/soknad/:id/kvittering.json', sent, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const found = await sentOf(db, row, numberOf(request.query));
    return sendJson(reply, fileName(found, 'kvittering', 'json'), signedReceipt(services, found));
  });
}

const numberOf = ({ nr }: { nr?: string }): number | undefined => (nr === undefined ? undefined : Number(nr));
