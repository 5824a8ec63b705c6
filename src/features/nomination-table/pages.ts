/** The table of applications: chosen from, a page at a time, as a file, and several admitted at once. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf } from '../../core/process/unit.ts';
import { sendCsv, sendXlsx } from '../../platform/http/attachments.ts';
import { readForm } from '../../platform/http/forms.ts';
import { csvStream } from '../../platform/sheets/csv.ts';
import { xlsx } from '../../platform/sheets/xlsx.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { openJoinRequests } from '../nominations/join-requests.ts';
import { percent } from '../nominations/queries.ts';
import { duplicatesOf } from '../organisations/duplicates.ts';
import { registersOf } from '../organisations/queries.ts';
import { admitSeveral, MOST_AT_ONCE } from './commands.ts';
import { columnsOf } from './files.ts';
import { everyRow, tablePage as pageOf } from './queries.ts';
import { filterOf, filterQuery, type Filter, type Place } from './schema.ts';
import { tablePage, type BulkResult } from './views.ts';

/** On one page: what one can take in, and tick, at a time. */
const SIZE = 50;
const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid });
const filtered = { params, querystring: Type.Object(filterQuery) };
const placed = {
  params,
  querystring: Type.Object({ ...filterQuery, after: Type.Optional(uuid), before: Type.Optional(uuid) }),
};
const chosen = Type.Object({ nomination: Type.Array(uuid, { maxItems: MOST_AT_ONCE }) });

export async function nominationTablePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.manage' };

  app.get('/sekretariat/:editionId/soknader', { config, schema: placed }, async (request, reply) => {
    const { after, before } = request.query;
    const edition = await managed(request, request.params.editionId);
    return show(request, reply, { edition, filter: filterOf(request.query), place: { after, before } });
  });

  // Shown where one was, so that the address is one to come back to.
  app.post('/sekretariat/:editionId/soknader', { config, schema: placed }, async (request, reply) => {
    const { after, before } = request.query;
    const edition = await managed(request, request.params.editionId);
    const form = readForm(chosen, request.body);
    const ids = form.ok ? form.value.nomination : [];
    const { admitted, skipped } = await admitSeveral(db, contextOf(request), {
      editionId: edition.id,
      ids,
      lang: request.lang,
    });
    if (ids.length === 0) reply.code(422);
    const result = { done: admitted.length, skipped, nothingChosen: ids.length === 0 };
    return show(request, reply, {
      edition,
      filter: filterOf(request.query),
      place: { after, before },
      result,
    });
  });

  app.get('/sekretariat/:editionId/soknader.csv', { config, schema: filtered }, async (request, reply) => {
    const { edition, columns, rows, name } = await fileOf(request, request.params.editionId, request.query);
    return sendCsv(reply, `${name(edition.year)}.csv`, csvStream(columns, rows));
  });

  app.get('/sekretariat/:editionId/soknader.xlsx', { config, schema: filtered }, async (request, reply) => {
    const { edition, columns, rows, name } = await fileOf(request, request.params.editionId, request.query);
    const sheet = texts(request.lang).nominations.office.title;
    const file = await xlsx({ name: sheet, columns, rows });
    return sendXlsx(reply, `${name(edition.year)}.xlsx`, file);
  });

  async function managed(request: FastifyRequest, id: string): Promise<JudgedEdition> {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    return edition;
  }

  async function fileOf(request: FastifyRequest, editionId: string, query: Parameters<typeof filterOf>[0]) {
    const edition = await managed(request, editionId);
    return {
      edition,
      columns: columnsOf(texts(request.lang)),
      rows: everyRow(db, request, { editionId, filter: filterOf(query) }),
      name: (year: number) => `soknader-${year}`,
    };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      edition,
      filter,
      place,
      result,
    }: { edition: JudgedEdition; filter: Filter; place: Place; result?: BulkResult },
  ) {
    const page = await pageOf(db, request, { editionId: edition.id, filter, place, size: SIZE });
    const ids = page.rows.map(({ id }) => id);
    const duplicates = await duplicatesOf(db, request, { editionId: edition.id, ids });
    const registers = await registersOf(db, request, ids);
    const requests = (await openJoinRequests(db, request)).filter(
      ({ edition_id }) => edition_id === edition.id,
    ).length;
    const rows = page.rows.map((row) => ({
      ...row,
      duplicates: duplicates.get(row.id)?.length ?? 0,
      register: registers.get(row.id) ?? null,
      percent: percent(row.progress),
      readable: can(nomination, 'read', row),
      // Before the deadline an application can still be changed by the applicant.
      admissible: edition.closes_at <= request.now && can(nomination, 'admit', row),
    }));
    const view = { ...page, edition, filter, place, rows, requests, ...(result && { result }) };
    return reply.page(tablePage(view, request.lang));
  }
}
