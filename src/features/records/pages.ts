import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { formErrors } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { findEdition, pagesOf } from '../editions/queries.ts';
import { filterQuery, readFilter, type FilterQuery } from './filter.ts';
import {
  demandLog,
  editionLog,
  logChoices,
  serviceLog,
  serviceLogChoices,
  type LogChoices,
  type LogEntry,
  type LogFilter,
} from './queries.ts';
import { serviceLogHref } from '../../ui/edition-nav.ts';
import { logPage, type LogView } from './views.ts';

const uuid = Type.String({ format: 'uuid' });

export async function recordsPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/:editionId/logg',
    {
      config: { action: 'edition.readLog' },
      schema: { params: Type.Object({ editionId: uuid }), querystring: filterQuery },
    },
    async (request, reply) => {
      const { editionId } = request.params;
      const { id, year } = await demandLog(db, request, editionId);
      const choices = await logChoices(db, editionId);
      const found = await findEdition(db, request, editionId);
      const mayTakeOut = can(edition, 'takeOut', found);
      const of = { edition: { id, year }, pages: pagesOf(found), mayTakeOut };
      return show(request, reply, { of, choices, read: (filter) => editionLog(db, request, id, filter) });
    },
  );

  app.get(
    serviceLogHref,
    { config: { action: 'service.readServiceLog' }, schema: { querystring: filterQuery } },
    async (request, reply) => {
      const choices = await serviceLogChoices(db, request);
      return show(request, reply, { of: null, choices, read: (filter) => serviceLog(db, request, filter) });
    },
  );
}

/** What is asked for, or what is wrong with it, and then no entry at all: half an answer would be taken for a whole one. */
async function show(
  request: FastifyRequest<{ Querystring: FilterQuery }>,
  reply: FastifyReply,
  {
    of,
    choices,
    read,
  }: {
    of: LogView['of'];
    choices: LogChoices;
    read(filter: LogFilter): Promise<{ entries: LogEntry[]; next: number | null }>;
  },
): Promise<FastifyReply> {
  const { filter, errors } = readFilter(request.query, choices);
  const log = errors.length === 0 ? await read(filter) : { entries: [], next: null };
  if (errors.length > 0) reply.code(422);
  const view = { of, choices, ...log, asked: request.query, errors: formErrors(errors, request.lang) };
  return reply.page(logPage(view, request.lang));
}
