/** The same for programs: what brings the packages into an archive, and the numbers back. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, transactReading } from '../../core/process/unit.ts';
import { sendZip } from '../../platform/http/attachments.ts';
import type { Services } from '../../platform/services.ts';
import {
  archiveEdition,
  archiveNomination,
  archivePeriod,
  numberEdition,
  numberNomination,
} from './commands.ts';
import { archivePackage } from './package.ts';
import { archiveOf } from './queries.ts';
import { ArchiveOut, NumberBody, PeriodBody } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['archive'];
const description =
  'A ZIP archive with a folder for the case and for each record: `arkivmelding.xml` after Fiks Arkiv version 1, held against the schema before it is given out, and its files. `manifest-sha256.txt` has the checksum of everything, `innhold.json` says what it is and what was left out. The log says who took it. The same content gives the same bytes.';

export async function archiveApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const ofYear = { action: 'edition.archivePackage' };
  const ofOne = { action: 'nomination.archivePackage' };
  const numbered = { params, body: NumberBody, response: { 204: Type.Null() } };

  app.get(
    '/editions/:id/archive',
    {
      config: ofYear,
      schema: {
        tags,
        summary: 'What there is to deliver of a year, with the numbers of the archive',
        params,
        response: { 200: ArchiveOut },
      },
    },
    async (request) => {
      const { edition: _, ...found } = await archiveOf(db, request, request.params.id);
      return found;
    },
  );

  app.put(
    '/editions/:id/archive-number',
    { config: ofYear, schema: { tags, summary: 'The case number of a year in the archive', ...numbered } },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        numberEdition(unit, request.params.id, request.body.number),
      );
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/nominations/:id/archive-number',
    {
      config: ofOne,
      schema: {
        tags,
        summary: 'The number of an application in the archive: of a case, or of a record (2026/1234-5)',
        ...numbered,
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        numberNomination(unit, request.params.id, request.body.number),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/editions/:id/archive-package',
    { config: ofYear, schema: { tags, summary: 'Deliver a year to an archive', description, params } },
    async (request, reply) => {
      const made = await transactReading(db, contextOf(request), (unit) =>
        archiveEdition(unit, services, request.params.id),
      );
      return sendZip(reply, made.name, archivePackage(made));
    },
  );

  app.post(
    '/nominations/:id/archive-package',
    {
      config: ofOne,
      schema: { tags, summary: 'Deliver an application to an archive', description, params },
    },
    async (request, reply) => {
      const made = await transactReading(db, contextOf(request), (unit) =>
        archiveNomination(unit, services, request.params.id),
      );
      return sendZip(reply, made.name, archivePackage(made));
    },
  );

  app.post(
    '/archive-packages',
    {
      config: { action: 'service.archivePackage' },
      schema: {
        tags,
        summary: 'Deliver to an archive what counts on the days of a period, of every year',
        description,
        body: PeriodBody,
      },
    },
    async (request, reply) => {
      const made = await transactReading(db, contextOf(request), (unit) =>
        archivePeriod(unit, services, request.body),
      );
      return sendZip(reply, made.name, archivePackage(made));
    },
  );
}
