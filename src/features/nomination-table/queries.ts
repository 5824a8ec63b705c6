/**
 * The table of applications of a year, a page at a time. A page begins behind an application, not at a number, so that the last one
 * costs no more than the first and nobody who comes in meanwhile is shown twice.
 */
import { sql, type ExpressionBuilder, type Expression, type Kysely, type SqlBool } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import type { Reader } from '../editions/queries.ts';
import { listedFrom, type ListedNomination } from '../nominations/queries.ts';
import { MOST_COUNTED, type Count, type Filter, type Place } from './schema.ts';

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

/** @param size at most so many rows */
export async function tablePage(
  db: Kysely<DB>,
  reader: Reader,
  { editionId, filter, place = {}, size }: TableQuery & { place?: Place; size: number },
): Promise<TablePage> {
  const isBack = place.before !== undefined;
  const found = await ordered(db, reader, { editionId, filter, place })
    .limit(size + 1)
    .execute();
  const isMore = found.length > size;
  const page = found.slice(0, size);
  const rows = isBack ? page.toReversed() : page;
  const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
  return {
    rows,
    count: await countOf(db, reader, { editionId, filter }),
    previous: first && (isBack ? isMore : place.after !== undefined) ? { before: first } : null,
    next: last && (isBack || isMore) ? { after: last } : null,
  };
}

const AT_ONCE = 500;

/** All of them with what a file has of each, read in pages; null stands where the reader may not read what was sent in. */
export async function* everyRow(db: Kysely<DB>, reader: Reader, query: TableQuery) {
  for (let after: string | undefined; ;) {
    const rows = await fileRows(db, reader, { ...query, place: { after } });
    yield* rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id;
  }
}

const fileRows = (db: Kysely<DB>, reader: Reader, query: TableQuery & { place: Place }) =>
  ordered(db, reader, query)
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

function ordered(
  db: Kysely<DB>,
  reader: Reader,
  { editionId, filter, place: { after, before } }: TableQuery & { place: Place },
) {
  // The newest first is about what came in: those that one may not read have no place in it.
  const list = listedFrom(db, reader, filter.sort === 'submitted' ? 'read' : 'list').where((eb) =>
    eb.and(conditions(eb, reader, { editionId, filter })),
  );
  const mark = after ?? before;
  const isForward = before === undefined;
  const placed = mark
    ? list.where(beyond(filter.sort, { mark, editionId, isLarger: isForward === (filter.sort === 'name') }))
    : list;
  if (filter.sort === 'submitted') {
    const way = isForward ? 'desc' : 'asc';
    return placed.orderBy('n.submitted_at', way).orderBy('n.id', way);
  }
  const way = isForward ? 'asc' : 'desc';
  return placed.orderBy('n.organisation_name', way).orderBy('n.unit_name', way).orderBy('n.id', way);
}

const keys = { name: ['organisation_name', 'unit_name', 'id'], submitted: ['submitted_at', 'id'] } as const;

/** Behind, or before, the application `mark` in this order. */
function beyond(
  sort: Filter['sort'],
  { mark, editionId, isLarger }: { mark: string; editionId: string; isLarger: boolean },
): Expression<SqlBool> {
  const own = sql.join(keys[sort].map((column) => sql.ref(`n.${column}`)));
  // A question for each value, so that the index is read from there on; a whole row from one question would be compared row by row.
  const marked = sql.join(
    keys[sort].map(
      (column) =>
        sql`(select ${sql.ref(`o.${column}`)} from nominations o where o.id = ${mark} and o.edition_id = ${editionId})`,
    ),
  );
  return sql<SqlBool>`(${own}) ${sql.raw(isLarger ? '>' : '<')} (${marked})`;
}

/** How many there are, counted no further than anybody wants to know. */
async function countOf(db: Kysely<DB>, reader: Reader, { editionId, filter }: TableQuery): Promise<Count> {
  const { number } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('nominations as n')
        .select('n.id')
        .where(
          scope(
            nomination,
            filter.sort === 'submitted' ? 'read' : 'list',
            viewerOf(reader.actor),
            reader.now,
            'n',
          ),
        )
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
  { editionId, filter: { q, state, kind } }: TableQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [sql<SqlBool>`n.edition_id = ${editionId}`];
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
