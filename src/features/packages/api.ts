/** The same files for programs: an archive, or whoever audits the year. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transactReading } from '../../core/process/unit.ts';
import { sendZip } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { archive, takeOutEdition, takeOutNomination } from './commands.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['log'];
const description =
  'A ZIP archive; its last part `innhold.json` names every part with its size and SHA-256, and what was left out. The log says who took it. The same contents give the same bytes.';

export async function packageApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/nominations/:id/package',
    {
      config: { action: 'nomination.takeOut' },
      schema: { tags, summary: 'Take an application out as a file', description, params },
    },
    async (request, reply) => {
      const made = await transactReading(services.db, contextOf(request), (unit) =>
        takeOutNomination(unit, services, request.params.id),
      );
      request.opens = made.opens;
      return sendZip(reply, made.name, archive(made));
    },
  );

  app.post(
    '/editions/:id/package',
    {
      config: { action: 'edition.takeOut' },
      schema: {
        tags,
        summary: 'Take a year out as a file: of everything in it what the reader may see',
        description,
        params,
      },
    },
    async (request, reply) => {
      const made = await transactReading(services.db, contextOf(request), (unit) =>
        takeOutEdition(unit, services, request.params.id),
      );
      request.opens = made.opens;
      return sendZip(reply, made.name, archive(made));
    },
  );
}
