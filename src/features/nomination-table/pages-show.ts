/** The page of the table, as whoever asks may see it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import type { Database } from '../../platform/db/open.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { openJoinRequests } from '../nominations/join-requests.ts';
import { percent } from '../nominations/queries.ts';
import { duplicatesOf } from '../organisations/duplicates.ts';
import { registersOf } from '../organisations/queries.ts';
import { countyOf } from './county.ts';
import { rememberedColumns, standardColumns, type ColumnKey } from './schema-columns.ts';
import { tablePage as pageOf } from './queries.ts';
import { PAGE_SIZE, type Filter, type Place } from './schema.ts';
import { tablePage } from './views.ts';

export const COLUMNS_COOKIE = 'kolonner';

/** @throws not-found, auth/forbidden */
export async function managed(db: Database, request: FastifyRequest, id: string): Promise<JudgedEdition> {
  const edition = await findEdition(db, request, id);
  demand(edition, 'manage');
  return edition;
}

export interface Shown {
  edition: JudgedEdition;
  filter: Filter;
  place: Place;
  /** The columns that the address names. */
  named: readonly ColumnKey[] | undefined;
  ticked?: boolean;
  nothingChosen?: boolean;
}

export async function showTable(
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  { edition, filter, place, named, ticked = false, nothingChosen = false }: Shown,
): Promise<FastifyReply> {
  const page = await pageOf(db, request, { editionId: edition.id, filter, place, size: PAGE_SIZE });
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
    county: countyOf(row.organisation_key),
    readable: can(nomination, 'read', row),
  }));
  const columns = named ?? rememberedColumns(request.cookies[COLUMNS_COOKIE]) ?? standardColumns;
  const chosen = { filter, place, columns, named: named !== undefined, ticked, nothingChosen };
  return reply.page(tablePage({ ...page, ...chosen, edition, rows, requests }, request.lang));
}
