/** Every address of every reading route of the app, filled with what belongs to one application. */
import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/open.ts';
import type { TestApp } from './app.ts';
import { tableOf } from './routes.ts';

const plain: Record<string, string[]> = {
  kind: ['finalists'],
  section: ['criteria'],
  step: ['om'],
  year: ['2026'],
  part: ['datoer'],
};
const ofApplication = ['ballots', 'documents', 'objections', 'letters', 'revisions'];

/** The routes are taken from the app: one that is added tomorrow is asked, too. `most`: addresses of one route; `also`: other values of parameters. */
export async function readingAddresses(
  { app, db }: Pick<TestApp, 'app'> & { db: Database },
  nominationId: string,
  most = 12,
  also: Record<string, string[]> = {},
): Promise<string[]> {
  const given = { ...plain, ...also };
  const known = new Map<string, string[]>();
  const idsOf = async (table: string): Promise<string[]> => {
    if (!known.has(table)) {
      const { rows } = await (
        table === 'nominations'
          ? sql<{ id: string }>`select ${nominationId}::uuid as id`
          : ofApplication.includes(table)
            ? sql<{
                id: string;
              }>`select id from ${sql.table(table)} where nomination_id = ${nominationId} order by id limit 8`
            : sql<{ id: string }>`select id from ${sql.table(table)} order by id limit 3`
      ).execute(db);
      known.set(
        table,
        rows.map(({ id }) => id),
      );
    }
    return known.get(table)!;
  };
  const found = new Set<string>();
  for (const { method, url, action } of app.routeTable) {
    if (method !== 'GET' || action === 'demo') continue;
    let filled = [''];
    let seen = '';
    for (const part of url.split('/').slice(1)) {
      seen += `/${part}`;
      const values = part.startsWith(':') ? (given[part.slice(1)] ?? (await idsFor(seen, idsOf))) : [part];
      filled = filled.flatMap((start) => values.map((value) => `${start}/${value}`));
    }
    for (const address of filled.slice(0, most)) found.add(address);
  }
  return [...found];
}

async function idsFor(address: string, idsOf: (table: string) => Promise<string[]>): Promise<string[]> {
  let table;
  try {
    table = tableOf(address);
  } catch {
    return ['x'];
  }
  const ids = await idsOf(table);
  return ids.length ? ids : ['00000000-0000-7000-8000-000000000000'];
}
