/**
 * The table of applications of a year, a page at a time. A page begins behind an application, not at a number, so that the last one
 * costs no more than the first and nobody who comes in meanwhile is shown twice.
 */
import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import { openMoment } from '../../platform/db/moment.ts';
import type { DB } from '../../platform/db/types.ts';
import { listedFrom } from '../nominations/queries.ts';
import { allowed, conditions, facts } from './conditions.ts';
import { orders } from './orders.ts';
import { filterOf, MOST_COUNTED, type Count, type Filter, type Place, type Sort } from './schema.ts';

export interface TablePage {
  rows: TableRow[];
  count: Count;
  /** The place of the page before, and of the next; null where there is none. */
  previous: Place | null;
  next: Place | null;
}
export interface TableQuery {
  editionId: string;
  filter: Filter;
}

/**
 * @param size at most so many rows
 * @param place where the reader knows of no such application (any more), the list begins anew
 */
export async function tablePage(
  db: Kysely<DB>,
  reader: Reader,
  { editionId, filter, place = {}, size }: TableQuery & { place?: Place; size: number },
): Promise<TablePage> {
  const beside = place.after ?? place.before;
  const mark =
    beside === undefined ? undefined : await markOf(db, reader, { editionId, sort: filter.sort, id: beside });
  const start = mark && { mark, isBack: place.after === undefined };
  const found = await tableRows(db, reader, { editionId, filter }, start)
    .limit(size + 1)
    .execute();
  const isMore = found.length > size;
  const page = found.slice(0, size);
  const isBack = start?.isBack ?? false;
  const rows = isBack ? page.toReversed() : page;
  const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
  return {
    rows,
    count: await countOf(db, reader, { editionId, filter }),
    previous: first && (isBack ? isMore : start) ? { before: first } : null,
    next: last && (isBack || isMore) ? { after: last } : null,
  };
}

const AT_ONCE = 500;

/** All of them as they are at one moment, read in pages: whoever is renamed meanwhile is there once. */
export async function* everyRow(db: Kysely<DB>, reader: Reader, query: TableQuery, atOnce = AT_ONCE) {
  const moment = await openMoment(db);
  try {
    for (let mark: Mark | undefined; ;) {
      const rows = await tableRows(moment, reader, query, mark && { mark, isBack: false })
        .limit(atOnce)
        .execute();
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) return;
      mark = last;
    }
  } finally {
    await moment.rollback().execute();
  }
}

/** What an order looks at, as it was when it was read, whatever has become of the application since. */
type Mark = Readonly<Record<`key${number}`, unknown>>;
const keysOf = (sort: Sort) => orders[sort].by.map((key, i) => key.as(`key${i}` as const));

/** An application has a place only for whoever sees it in this order, so that nothing is told by what stands behind it. */
const markOf = (
  db: Kysely<DB>,
  reader: Reader,
  { editionId, sort, id }: { editionId: string; sort: Sort; id: string },
): Promise<Mark | undefined> =>
  listedFrom(db, reader, orders[sort].action)
    .select(keysOf(sort))
    .where('n.id', '=', id)
    .where(every(conditions(reader, { editionId, filter: filterOf({ sort }) })))
    .executeTakeFirst();

/**
 * The rows with all that a column can show; null stands where the reader may not see it.
 *
 * @param start the application behind which the list begins, or before which it ends when it is read backwards
 */
function tableRows(
  db: Kysely<DB>,
  reader: Reader,
  query: TableQuery,
  start?: { mark: Mark; isBack: boolean },
) {
  const { sort } = query.filter;
  const { action, by, falls = false } = orders[sort];
  const list = listedFrom(db, reader, action)
    .select((eb) => facts(eb, reader))
    .select(keysOf(sort))
    .where(every(conditions(reader, query)));
  const isRising = (start?.isBack ?? false) === falls;
  const placed = start ? list.where(beyond(by, start.mark, isRising)) : list;
  const way = isRising ? 'asc' : 'desc';
  return by.reduce((sorted, key) => sorted.orderBy(key, way), placed);
}
export type TableRow = Awaited<ReturnType<ReturnType<typeof tableRows>['execute']>>[number];

const every = (all: readonly Expression<SqlBool>[]): Expression<SqlBool> =>
  sql<SqlBool>`${sql.join(all, sql` and `)}`;

/** Further on than `mark`, in an order that rises or falls. Its values are given, so that the index is read from there on. */
const beyond = (by: readonly RawBuilder<unknown>[], mark: Mark, isRising: boolean): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(by)}) ${sql.raw(isRising ? '>' : '<')} (${sql.join(by.map((_, i) => mark[`key${i}`]))})`;

/** How many there are, counted no further than anybody wants to know. */
async function countOf(db: Kysely<DB>, reader: Reader, { editionId, filter }: TableQuery): Promise<Count> {
  const { number } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('nominations as n')
        .select('n.id')
        .where(allowed(reader, orders[filter.sort].action))
        .where(every(conditions(reader, { editionId, filter })))
        .limit(MOST_COUNTED + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  return { number: Math.min(number, MOST_COUNTED), isMore: number > MOST_COUNTED };
}
