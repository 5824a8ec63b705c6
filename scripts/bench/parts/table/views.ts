/** Everything that the table of applications can be asked for, by a name for the figures. */
import { sql } from 'kysely';
import { orders } from '../../../../src/features/nomination-table/orders.ts';
import { choiceNames, choices, sorts, type Sort } from '../../../../src/features/nomination-table/schema.ts';
import type { Database } from '../../../../src/platform/db/open.ts';

/** The page that the others are held against. */
export const FIRST = 'sort=name';
/** What is found by a part that all have, that a few have, that nobody has, and by a receipt. */
const searches = { many: 'virksomhet', few: 'virksomhet 77', none: 'finnes ikke', receipt: 'EP-T-77' };

/** The query of each: every order at its beginning and far behind, every choice with each of its values, and searching. */
export async function viewsOf(db: Database, editionId: string): Promise<Map<string, string>> {
  const views = new Map<string, string>();
  for (const sort of sorts) {
    views.set(`sort=${sort}`, `sort=${sort}`);
    const after = await farBehind(db, editionId, sort);
    if (after) views.set(`sort=${sort}, far behind`, `sort=${sort}&after=${after}`);
  }
  for (const name of choiceNames)
    for (const value of choices[name]) views.set(`${name}=${value}`, `${name}=${value}`);
  for (const [name, q] of Object.entries(searches))
    views.set(`q, ${name}`, String(new URLSearchParams({ q })));
  return views;
}

/** The application that nine of ten stand before. */
async function farBehind(db: Database, editionId: string, sort: Sort): Promise<string | undefined> {
  const { by, falls = false, where = sql<boolean>`true` } = orders[sort];
  const order = sql.join(by.map((key) => sql`${key} ${sql.raw(falls ? 'desc' : 'asc')}`));
  const { rows } = await sql<{ id: string }>`
    with placed as (select n.id, row_number() over (order by ${order}) as place, count(*) over () as all_of_them
      from nominations n where n.edition_id = ${editionId} and ${where})
    select id from placed where place = ceil(all_of_them * 0.9)`.execute(db);
  return rows[0]?.id;
}
