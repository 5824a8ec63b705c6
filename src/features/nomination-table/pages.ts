/** The table of applications: chosen from, with the columns that one wants, a page at a time, and as a file. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { sendCsv, sendXlsx } from '../../platform/http/attachments.ts';
import { csvStream } from '../../platform/sheets/csv.ts';
import { xlsx } from '../../platform/sheets/xlsx.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { columnKeys, columnQuery, columnsIn, isStandard, toRemember } from './schema-columns.ts';
import { fileColumns } from './files.ts';
import { everyRow } from './queries.ts';
import { filterOf, filterQuery } from './schema.ts';
import { COLUMNS_COOKIE, managed, showTable } from './pages-show.ts';

const YEAR = 31_536_000;
const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid });
const asked = { ...filterQuery, ...columnQuery };
const filtered = { params, querystring: Type.Object(asked) };
const placed = {
  params,
  querystring: Type.Object({
    ...asked,
    after: Type.Optional(uuid),
    before: Type.Optional(uuid),
    /** All on the page are ticked from the start. */
    velg: Type.Optional(Type.Literal('alle')),
  }),
};

export async function nominationTablePages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.manage' };

  app.get('/sekretariat/:editionId/soknader', { config, schema: placed }, async (request, reply) => {
    const { after, before, velg } = request.query;
    const edition = await managed(db, request, request.params.editionId);
    const named = columnsIn(request.query);
    if (named) remember(reply, named);
    return showTable(db, request, reply, {
      edition,
      filter: filterOf(request.query),
      place: { after, before },
      named,
      ticked: velg !== undefined,
    });
  });

  app.get('/sekretariat/:editionId/soknader.csv', { config, schema: filtered }, async (request, reply) => {
    const { columns, rows, name } = await fileOf(request, request.params.editionId, request.query);
    return sendCsv(reply, `${name}.csv`, csvStream(columns, rows));
  });

  app.get('/sekretariat/:editionId/soknader.xlsx', { config, schema: filtered }, async (request, reply) => {
    const { columns, rows, name } = await fileOf(request, request.params.editionId, request.query);
    const sheet = texts(request.lang).nominations.office.title;
    const file = await xlsx({ name: sheet, columns, rows });
    return sendXlsx(reply, `${name}.xlsx`, file);
  });

  /** A file has what its address says, and all columns where that says nothing: never what a device remembers. */
  async function fileOf(
    request: FastifyRequest,
    editionId: string,
    query: Static<(typeof filtered)['querystring']>,
  ) {
    const { year } = await managed(db, request, editionId);
    return {
      columns: fileColumns(texts(request.lang), columnsIn(query) ?? columnKeys),
      rows: everyRow(db, request, { editionId, filter: filterOf(query) }),
      name: `soknader-${year}`,
    };
  }

  /** On this device; the standard ones need no remembering. */
  function remember(reply: FastifyReply, columns: NonNullable<ReturnType<typeof columnsIn>>): void {
    const secure = settings.baseUrl.startsWith('https:');
    const options = { path: '/sekretariat', httpOnly: true, sameSite: 'lax', secure } as const;
    if (isStandard(columns)) reply.clearCookie(COLUMNS_COOKIE, options);
    else reply.setCookie(COLUMNS_COOKIE, toRemember(columns), { ...options, maxAge: YEAR });
  }
}
