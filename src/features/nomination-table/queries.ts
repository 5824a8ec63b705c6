/**
 * The table of applications of a year, a page at a time. A page begins behind an application, not at a number, so that the last one
 * costs no more than the first and nobody who comes in meanwhile is shown twice.
 */
import { sql, type ExpressionBuilder, type Expression, type Kysely, type SqlBool } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { listedFrom, type ListedNomination } from '../nominations/queries.ts';
import { filterOf, MOST_COUNTED, type Count, type Filter, type Place } from './schema.ts';

export interface TablePage {
  rows: ListedNomination[];
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
  const found = await ordered(db, reader, { editionId, filter }, start)
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

/** All of them with what a file has of each, read in pages; null stands where the reader may not read what was sent in. */
export async function* everyRow(db: Kysely<DB>, reader: Reader, query: TableQuery) {
  for (let mark: Mark | undefined; ;) {
    const rows = await fileRows(db, reader, query, mark);
    yield* rows;
    if (rows.length < AT_ONCE) return;
    mark = rows.at(-1);
  }
}

const fileRows = (db: Kysely<DB>, reader: Reader, query: TableQuery, mark?: Mark) =>
  ordered(db, reader, query, mark && { mark, isBack: false })
    .select((eb) =>
      (['receipt_number', 'organisation_key', 'organisation_number', 'submission_count'] as const).map(
        (column) =>
          eb
            .case()
            .when(scope(nomination, 'read', viewerOf(reader.actor), reader.now, 'n'))
            .then(eb.ref(`n.${column}`))
            .else(null)
            .end()
            .as(column),
      ),
    )
    .limit(AT_ONCE)
    .execute();
export type FileRow = Awaited<ReturnType<typeof fileRows>>[number];

const keys = { name: ['organisation_name', 'unit_name', 'id'], submitted: ['submitted_at', 'id'] } as const;
/** What the order looks at: where it stood when it was read, whatever has become of it since. */
type Mark = Pick<ListedNomination, (typeof keys)[Filter['sort']][number]>;

/** The newest first is about what came in: those that one may not read have no place in it. */
const actionOf = (sort: Filter['sort']) => (sort === 'submitted' ? 'read' : 'list');

/** An application has a place only for whoever sees it in this order, so that nothing is told by what stands behind it. */
const markOf = (
  db: Kysely<DB>,
  reader: Reader,
  { editionId, sort, id }: { editionId: string; sort: Filter['sort']; id: string },
): Promise<Mark | undefined> =>
  listedFrom(db, reader, actionOf(sort))
    .where('n.id', '=', id)
    .where((eb) => eb.and(conditions(eb, reader, { editionId, filter: filterOf({ sort }) })))
    .executeTakeFirst();

/** @param start the application behind which the list begins, or before which it ends when it is read backwards */
function ordered(db: Kysely<DB>, reader: Reader, query: TableQuery, start?: { mark: Mark; isBack: boolean }) {
  const { sort } = query.filter;
  const list = listedFrom(db, reader, actionOf(sort)).where((eb) => eb.and(conditions(eb, reader, query)));
  const isRising = (start?.isBack ?? false) !== (sort === 'name');
  const placed = start ? list.where(beyond(sort, start.mark, isRising)) : list;
  const way = isRising ? 'asc' : 'desc';
  return sort === 'submitted'
    ? placed.orderBy('n.submitted_at', way).orderBy('n.id', way)
    : placed.orderBy('n.organisation_name', way).orderBy('n.unit_name', way).orderBy('n.id', way);
}

/** Further on than `mark`, in an order that rises or falls. Its values are given, so that the index is read from there on. */
function beyond(sort: Filter['sort'], mark: Mark, isRising: boolean): Expression<SqlBool> {
  const columns = keys[sort];
  return sql<SqlBool>`(${sql.join(columns.map((column) => sql.ref(`n.${column}`)))}) ${sql.raw(isRising ? '>' : '<')}
    (${sql.join(columns.map((column) => mark[column]))})`;
}

/** How many there are, counted no further than anybody wants to know. */
async function countOf(db: Kysely<DB>, reader: Reader, { editionId, filter }: TableQuery): Promise<Count> {
  const { number } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('nominations as n')
        .select('n.id')
        .where(scope(nomination, actionOf(filter.sort), viewerOf(reader.actor), reader.now, 'n'))
        .where((inner) => inner.and(conditions(inner, reader, { editionId, filter })))
        .limit(MOST_COUNTED + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  return { number: Math.min(number, MOST_COUNTED), isMore: number > MOST_COUNTED };
}

function conditions<T extends DB & { n: DB['nominations'] }>(
  eb: ExpressionBuilder<T, 'n'>,
  { actor, now }: Reader,
  { editionId, filter: { q, state, kind, sort } }: TableQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [sql<SqlBool>`n.edition_id = ${editionId}`];
  if (sort === 'submitted') all.push(sql<SqlBool>`n.submitted_at is not null`);
  if (state) all.push(sql<SqlBool>`n.state = ${state}`);
  if (kind) all.push(sql<SqlBool>`n.applicant_kind = ${kind}`);
  if (q !== '') {
    const part = `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
    all.push(
      eb.or([
        sql<SqlBool>`n.organisation_name || ' ' || n.unit_name ilike ${part}`,
        sql<SqlBool>`(n.receipt_number = ${q.toUpperCase()} and ${scope(nomination, 'read', viewerOf(actor), now, 'n')})`,
      ]),
    );
  }
  return all;
}
