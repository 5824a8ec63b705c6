/** The buttons that take an application or a year home as a file. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transactReading } from '../../core/process/unit.ts';
import { sendZip } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import { archive, takeOutEdition, takeOutNomination } from './commands.ts';

const uuid = Type.String({ format: 'uuid' });

export async function packagePages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/sekretariat/soknad/:id/uttak.zip',
    { config: { action: 'nomination.takeOut' }, schema: { params: Type.Object({ id: uuid }) } },
    async (request, reply) => {
      const made = await transactReading(services.db, contextOf(request), (unit) =>
        takeOutNomination(unit, services, request.params.id),
      );
      request.opens = made.opens;
      return sendZip(reply, made.name, archive(made));
    },
  );

  app.post(
    '/sekretariat/:editionId/uttak.zip',
    { config: { action: 'edition.takeOut' }, schema: { params: Type.Object({ editionId: uuid }) } },
    async (request, reply) => {
      const made = await transactReading(services.db, contextOf(request), (unit) =>
        takeOutEdition(unit, services, request.params.editionId),
      );
      request.opens = made.opens;
      return sendZip(reply, made.name, archive(made));
    },
  );
}
