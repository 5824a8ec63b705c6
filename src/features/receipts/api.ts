/** The signed receipt and the PDF, for programs: a municipality's archive fetches what it sent in (OFF-2). */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { submissionPdf } from './pdf.ts';
import { sentOf } from './queries.ts';
import { signedReceipt } from './receipt.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const querystring = Type.Object({
  submission: Type.Optional(
    Type.String({ pattern: '^[1-9][0-9]{0,3}$', description: 'Which one; without it the last' }),
  ),
});
const tags = ['applications'];

export async function receiptApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db, config } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const route = (summary: string) => ({
    config: { action: 'nomination.readDraft' },
    schema: { tags, summary, params, querystring },
  });
  const numberOf = ({ submission }: { submission?: string }) =>
    submission === undefined ? undefined : Number(submission);

  app.get(
    '/nominations/:id/receipt.json',
    route('The signed receipt: what was sent in, as a document that can be checked offline'),
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const receipt = signedReceipt(services, await sentOf(db, row, numberOf(request.query)));
      return reply.type('application/json; charset=utf-8').send(receipt);
    },
  );

  app.get('/nominations/:id/submission.pdf', route('What was sent in, as PDF'), async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const sent = await sentOf(db, row, numberOf(request.query));
    const pdf = await submissionPdf(sent, { demo: config.mode === 'demo', baseUrl: config.baseUrl });
    return reply.type('application/pdf').send(pdf);
  });
}
